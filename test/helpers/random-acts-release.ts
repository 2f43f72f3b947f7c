import type { InformationState } from '../../src/custody/information/state.js';
import { lastInputs } from '../../src/custody/release/last-inputs.js';
import type { ReleasedPiece } from '../../src/custody/release/piece.js';
import type { ReleaseState } from '../../src/custody/release/state.js';
import type { RequestState } from '../../src/custody/request/state.js';
import {
  copyDisclosedBody,
  discloseCopies,
  dueDiligence,
  giveInput,
  releaseAct,
  releaseDecidedBody,
  releaseHaltedBody,
  releaseRequestedBody,
  reportOutcome,
  waived,
} from './bodies/release.js';
import { answerRequest, closeRequest, requestBody } from './bodies/request.js';
import type { Intent } from './procedure.js';
import { inDays } from './random-acts-item.js';
import { type Custody, idOf } from './random-custody.js';

/** A request that no release names is answered and closed; the first one stays open. */
export function registerRequestOf(c: Custody): Intent {
  const { occurred, ...circumstances } = c.circumstances();
  const body = requestBody(c.unit, {
    ...circumstances,
    occurred: occurred ?? null,
    number: `DEMO-RQ-${c.next()}`,
  });
  return { subject: c.fresh('request'), type: 'request.registered', by: c.somebody(['LEG', 'CASE']), body };
}

export const releaseActs: Readonly<Record<string, (c: Custody) => Intent | undefined>> = {
  'request.registered': registerRequestOf,
  'request.answered'(c) {
    const subject = openRequest(c);
    if (subject === undefined) return undefined;
    return { ...answerRequest({ ...c.circumstances(), sentOn: '2021-04-02' }), subject };
  },
  'request.closed'(c) {
    const subject = openRequest(c);
    if (subject === undefined) return undefined;
    return { ...closeRequest({ ...c.circumstances(), closure: 'MOOT' }), subject };
  },
  'release.requested'(c) {
    const items = c.withPackages(
      c.choice.some(
        c.itemsThat(({ custody }) => custody !== null),
        4,
      ),
    );
    const piece = c.earlier(({ subject }) => subject.startsWith('information/'));
    const pieces = [...items, ...(piece === undefined ? [] : [piece.subject])];
    const [request = ''] = c.requests;
    if (pieces.length === 0) return undefined;
    const body = releaseRequestedBody(c.unit, c.at, {
      ...c.circumstances(),
      number: `DEMO-R-${c.next()}`,
      request: idOf(request),
    });
    return releaseAct('requested', c.somebody(['CASE']), body, pieces, c.fresh('release'));
  },
  'release.input-given'(c) {
    const subject = c.choice.of(c.releases);
    if (subject === undefined) return undefined;
    const kind = c.choice.one(['HRDDP', 'SOURCE_PROTECTION', 'SECURITY']);
    const by = kind === 'SECURITY' ? 'DEMO-JMAC-1/JMAC' : 'DEMO-HR-1/HR';
    const objects = c.choice.once(5) ? { view: 'OBJECTION', text: 'DEMO: not now' } : {};
    return { ...giveInput(by, { ...c.circumstances(), kind, ...objects }), subject };
  },
  'release.decided'(c) {
    const of = releaseWith(c, ['UNDER_REVIEW', 'SUSPENDED']);
    if (of === undefined) return undefined;
    const refused = c.choice.once(6);
    const changes = refused
      ? { outcome: 'REFUSED', validFrom: null, validUntil: null }
      : { validFrom: c.at, validUntil: inDays(c, 60) };
    const given = lastInputs(of.state).map(({ kind, event, view }) => [
      kind,
      { given: event, reason: view === 'OBJECTION' ? 'DEMO: outweighed' : 'DEMO: followed' },
    ]);
    const controlled = of.pieces.map(
      piece => c.state<ReleasedPiece>(piece)?.classification?.originator ?? '',
    );
    const body = releaseDecidedBody(c.at, {
      ...c.circumstances(),
      dueDiligence: dueDiligence({ reviewOn: inDays(c, 90).slice(0, 10) }),
      inputs: waived(Object.fromEntries(given)),
      classification: { now: 'STRICTLY_CONFIDENTIAL', after: 'STRICTLY_CONFIDENTIAL', downgraded: null },
      originators: [...new Set(controlled)].map(originator => ({
        originator,
        consent: 'GIVEN',
        basis: 'DEMO',
      })),
      ...changes,
    });
    return releaseAct('decided', c.somebody(['LEG', 'HOM']), body, of.pieces, of.subject);
  },
  'release.suspended'(c) {
    const of = releaseWith(c, ['CLEARED']);
    const body = releaseHaltedBody(c.at, c.circumstances());
    return of && releaseAct('suspended', c.somebody(['LEG', 'HOM']), body, of.pieces, of.subject);
  },
  'release.withdrawn'(c) {
    const of = releaseWith(c, ['CLEARED', 'SUSPENDED', 'UNDER_REVIEW']);
    const body = releaseHaltedBody(c.at, c.circumstances());
    return of && releaseAct('withdrawn', c.somebody(['LEG', 'HOM']), body, of.pieces, of.subject);
  },
  'release.copy-disclosed'(c) {
    const of = releaseWith(c, ['CLEARED']);
    if (of === undefined) return undefined;
    const body = copyDisclosedBody(c.unit, c.at, c.circumstances());
    return discloseCopies(c.somebody(['CASE']), body, of.pieces, {}, of.subject);
  },
  'release.outcome-reported'(c) {
    const subject = c.choice.of(
      c.releases.filter(name => c.careless || c.state<ReleaseState>(name)?.disclosures !== undefined),
    );
    if (subject === undefined) return undefined;
    const stage = c.choice.one(['RECEIVED', 'INQUIRY_OPENED', 'FINAL']);
    return { ...reportOutcome(c.somebody(['FOC']), c.at, { ...c.circumstances(), stage }), subject };
  },
};

function openRequest(c: Custody): string | undefined {
  return c.choice.of(
    c.requests.slice(1).filter(subject => c.careless || c.state<RequestState>(subject)?.closed === null),
  );
}

function releaseWith(c: Custody, statuses: readonly string[]) {
  const subject = c.choice.of(c.releases);
  const state = subject === undefined ? undefined : c.state<ReleaseState>(subject);
  if (subject === undefined || state === undefined) return undefined;
  const fitting = (state.pieces ?? []).filter(
    piece =>
      c.careless ||
      statuses.includes(
        c.state<ReleasedPiece | InformationState>(piece)?.legal?.[idOf(subject)]?.status ?? '',
      ),
  );
  return fitting.length === 0 ? undefined : { subject, state, pieces: fitting };
}
