import type { DossierState } from '../../src/custody/dossier/state.js';
import { grantedPieces } from '../../src/custody/release/granted.js';
import type { ReleaseState } from '../../src/custody/release/state.js';
import { buildDossier, builtBody, deliveredBody, noticeBody } from './bodies/dossier.js';
import type { Intent } from './procedure.js';
import { type Custody, idOf } from './random-custody.js';

/** Dossiers: built of releases, delivered, and what who has them is told. */
export const dossierActs: Readonly<Record<string, (c: Custody) => Intent | undefined>> = {
  'dossier.built'(c) {
    const subject = c.choice.of(c.releases);
    const state = subject === undefined ? undefined : c.state<ReleaseState>(subject);
    if (subject === undefined || state === undefined) return undefined;
    const pieces = grantedPieces(state);
    if (pieces.length === 0) return undefined;
    const stated = { release: idOf(subject), recipientUnit: state.recipientUnit };
    const before = lastOf(c, idOf(subject));
    const own = before?.state ?? { number: `DEMO-DOSSIER-${c.next()}`, version: 0 };
    const follows = before === undefined ? null : { dossier: idOf(before.subject), as: 'NEW_VERSION' };
    const changes = { number: own.number, version: own.version + 1, follows, contents: 'COPIES' };
    const body = builtBody(stated, pieces, { ...c.circumstances(), ...changes });
    return buildDossier(body, c.fresh('dossier'), c.somebody(['CASE']));
  },
  'dossier.delivered'(c) {
    const subject = c.choice.of(c.dossiers);
    const state = subject === undefined ? undefined : c.state<DossierState>(subject);
    if (subject === undefined || state === undefined) return undefined;
    const by = c.somebody(['CASE', 'HQC', 'LEG']);
    return {
      subject,
      type: 'dossier.delivered',
      by,
      body: deliveredBody(state.recipientUnit, c.circumstances()),
      countersigned: [`${c.somebody(['SEC', 'HQC', 'WIT'], by)} as witness`],
    };
  },
  'dossier.notice-sent'(c) {
    const later = c.choice.of(
      c.dossiers.filter(subject => {
        const follows = c.state<DossierState>(subject)?.follows ?? null;
        if (follows === null) return false;
        return c.careless || c.state<DossierState>(`dossier/${follows.dossier}`)?.deliveries !== undefined;
      }),
    );
    const follows = later === undefined ? null : (c.state<DossierState>(later)?.follows ?? null);
    if (later === undefined || follows === null) return undefined;
    const subject = `dossier/${follows.dossier}`;
    const before = c.state<DossierState>(subject);
    if (before === undefined) return undefined;
    const changes = { about: follows.as, dossier: idOf(later) };
    const body = noticeBody(before.recipientUnit, { ...c.circumstances(), ...changes });
    return { subject, type: 'dossier.notice-sent', by: c.somebody(['CASE', 'LEG']), body };
  },
};

/** The last version that was built of a release. */
function lastOf(c: Custody, release: string) {
  return c.dossiers
    .flatMap(subject => {
      const state = c.state<DossierState>(subject);
      return state === undefined || state.release !== release ? [] : [{ subject, state }];
    })
    .at(-1);
}
