import { withdrawnPieces } from '../../release/granted.js';
import type { ReleaseState } from '../../release/state.js';
import { type Act, following, type LogWideFacts } from '../../rule.js';
import { Code, Exactly, Line, Nullable, Prose, type Static } from '../../schema/described.js';
import { File, IdOf } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf, type Violation } from '../../violation.js';
import { dossierNotices } from '../../vocabulary/dossiers.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import type { DossierState } from '../state.js';

const noticeBody = Exactly({
  ...actMembers,
  about: Code(codesOf(dossierNotices), 'What he is told of', 'Ce dont il est informé'),
  dossier: Nullable(IdOf('dossier', 'The later dossier', 'Le dossier ultérieur')),
  to: IdOf('unit', 'Unit that is told', 'Unité informée'),
  reference: Line('Reference of the letter', 'Référence de la lettre'),
  channel: Line('How it was sent', 'Voie de transmission'),
  text: Prose('What was told', 'Ce qui fut communiqué'),
  acknowledgement: Nullable(File('Acknowledgement, scanned', 'Accusé de réception, numérisé')),
});

type Notice = Act<Static<typeof noticeBody>>;

/** `dossier.notice-sent` (E40, RQ-65): who has a dossier is told of what was added to it, or taken back. */
export const dossierNoticeSent = following<DossierState, typeof noticeBody>({
  type: 'dossier.notice-sent',
  form: 1,
  source: 'E40, RQ-65, D7',
  title: { en: 'Holder of a dossier told', fr: "Détenteur d'un dossier informé" },
  body: noticeBody,
  decide: ({ number, deliveries = [] }, { body: { to, about, dossier } }) => [
    ...refuseIf(!deliveries.some(({ unit }) => unit === to), 'dossier.not-delivered-to', '/body/to', {
      number,
    }),
    ...refuseIf((about === 'HALTED') !== (dossier === null), 'dossier.notice-incomplete', '/body/dossier'),
  ],
  looksUp: (_act, before) => ({ subjects: before === undefined ? [] : [`release/${before.release}`] }),
  decideLogWide: checkTrue,
  evolve: (state, { body: { about, dossier, to, occurred }, eventId }) => ({
    ...state,
    notices: [...(state.notices ?? []), { about, dossier, unit: to, at: occurred.at, event: eventId }],
  }),
});

/** What he is told has happened: the later dossier follows this one; something of the release was taken back. */
function checkTrue(
  { number, release }: DossierState,
  { id, body: { about, dossier } }: Notice,
  { state }: LogWideFacts,
): readonly Violation[] {
  if (about === 'HALTED') {
    const found = state(`release/${release}`) as ReleaseState | undefined;
    return refuseIf(
      found !== undefined && withdrawnPieces(found).length === 0,
      'dossier.nothing-halted',
      '/body/about',
      { number },
    );
  }
  const later = state(`dossier/${dossier}`) as DossierState | undefined;
  const follows = later?.follows ?? null;
  return refuseIf(
    later !== undefined && (follows?.dossier !== id || follows.as !== about),
    'dossier.does-not-follow',
    '/body/dossier',
    { number },
  );
}
