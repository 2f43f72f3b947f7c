import { checkReleased } from '../../release/in-force.js';
import { hasOriginalMarkedSince, hasOriginalOfSource } from '../../release/originals-of-source.js';
import type { ReleasedPiece } from '../../release/piece.js';
import { type Act, type Circumstances, following, type LogWideFacts } from '../../rule.js';
import { Count, Exactly, Line, List, Nullable, Prose, type Static, words } from '../../schema/described.js';
import { File, IdOf } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { checkStillCovered } from '../../source/check-still-covered.js';
import type { TransferState } from '../../transfer/state.js';
import { refuseIf, type Violation } from '../../violation.js';
import { checkUnitMayReceive, lookedUpForDossier } from '../check-dossier.js';
import type { DossierState } from '../state.js';

const deliveredBody = Exactly({
  ...actMembers,
  recipient: Exactly(
    {
      unit: IdOf('unit', 'Unit that received it', 'Unité qui le reçoit'),
      capacity: Line('Capacity of who received it', 'Qualité de celui qui le reçoit'),
    },
    words('Who received it', 'Qui le reçoit'),
  ),
  onPaper: Nullable(
    Exactly({
      name: Withholdable(Line('Name', 'Nom'), 'Who signed, by name', 'Signataire, nommément désigné'),
      grade: Nullable(Line('Grade', 'Grade', 80)),
      scan: Withholdable(
        File('Scan of the signed receipt', 'Numérisation du récépissé signé'),
        'Scan of the signed receipt',
        'Numérisation du récépissé signé',
      ),
    }),
    words('Signed on paper; null: with his own key', 'Signé sur papier ; null : avec sa propre clé'),
  ),
  transfer: Nullable(IdOf('transfer', 'The handover it went with', "La remise qu'il accompagnait")),
  copies: Count('Copies', "Nombre d'exemplaires", { min: 1, max: 20 }),
  keptBy: List(
    Line('Who keeps this copy', 'Qui conserve cet exemplaire'),
    'Who keeps each copy',
    'Qui conserve chaque exemplaire',
    { min: 1, max: 20 },
  ),
  nationalReferences: List(
    Line('National reference', 'Référence nationale'),
    'National references',
    'Références nationales',
    { max: 20 },
  ),
  reserves: Nullable(
    Prose(
      'Reserves and differences noted by the receiver',
      'Réserves et différences relevées par le destinataire',
    ),
  ),
});

type Delivery = Act<Static<typeof deliveredBody>>;

/**
 * `dossier.delivered` (D7, E42): receipt of service, by the national officer's own key, or on paper with the scan before
 * a witness. Who has it from then on is told of its supplements and of what becomes of the release.
 */
export const dossierDelivered = following<DossierState, typeof deliveredBody>({
  type: 'dossier.delivered',
  form: 1,
  source: 'D7, E42, GATE-6, GATE-10',
  title: { en: 'Dossier delivered', fr: 'Dossier remis' },
  body: deliveredBody,
  decide: (state, act, circumstances) => [
    ...refuseIf(
      act.body.recipient.unit !== state.recipientUnit,
      'dossier.not-its-recipient',
      '/body/recipient/unit',
      { number: state.number },
    ),
    ...refuseIf(act.body.copies !== act.body.keptBy.length, 'dossier.copies-differ', '/body/keptBy', {
      copies: String(act.body.copies),
      kept: String(act.body.keptBy.length),
    }),
    ...checkSigned(state, act, circumstances),
  ],
  looksUp: (_act, before) => (before === undefined ? {} : lookedUpForDossier(before)),
  decideLogWide: (state, act, facts) => [
    ...checkItsHandover(state, act, facts),
    ...checkStillReleased(state, act, facts),
    ...checkStillCovered(state.release, piecesOf(state), state.recipientUnit, facts),
  ],
  evolve: (state, { body, actor, eventId }) => ({
    ...state,
    deliveries: [
      ...(state.deliveries ?? []),
      {
        unit: body.recipient.unit,
        capacity: body.recipient.capacity,
        officer: body.onPaper === null ? actor.officer : null,
        at: body.occurred.at,
        event: eventId,
      },
    ],
  }),
});

/** By the receiver's own key, or on paper before a witness: never by our word alone. */
function checkSigned(
  { recipientUnit }: DossierState,
  { actor, body }: Delivery,
  { officer, countersigners }: Circumstances,
): readonly Violation[] {
  const receives = officer(actor.officer);
  const own = actor.role.startsWith('NAT-') && receives?.unit === recipientUnit;
  const onPaper = !actor.role.startsWith('NAT-') && body.onPaper !== null;
  const witnessed = countersigners.some(({ as }) => as === 'witness');
  return [
    ...refuseIf(!(own && body.onPaper === null) && !onPaper, 'dossier.receipt-not-signed', '/body/onPaper'),
    ...refuseIf(onPaper && !witnessed, 'dossier.receipt-without-witness', '/body/onPaper'),
  ];
}

/** E42: it goes with the handover of what its own release covers; of another the receipt would say what is not so. */
function checkItsHandover(
  { number, release }: DossierState,
  { body: { transfer } }: Delivery,
  facts: LogWideFacts,
): readonly Violation[] {
  const handover = facts.state(`transfer/${transfer ?? ''}`) as TransferState | undefined;
  return refuseIf(
    handover !== undefined && handover.release !== release,
    'dossier.handover-of-another-release',
    '/body/transfer',
    { number },
  );
}

/** None of them stands in the body: what is said of them is said of the act. */
function piecesOf({ pieces }: DossierState) {
  return pieces.map(piece => ({ piece, pointer: '/subject' }));
}

/** GATE-6, RQ-63: the release is in force for each piece when it is delivered, and today; and the unit may receive. */
function checkStillReleased(
  { release, recipientUnit: unit, pieces, size }: DossierState,
  { body: { occurred } }: Delivery,
  facts: LogWideFacts,
): readonly Violation[] {
  const { state, receivedAt } = facts;
  const ofPieces = pieces.flatMap(piece => {
    const found = state(piece) as ReleasedPiece | undefined;
    if (found === undefined) return [];
    return [
      ...checkReleased(found, release, { unit, purpose: null }, { occurred, receivedAt }),
      // Who receives it hears that it does not go: of a source nothing is said to him (F-28).
      ...refuseIf(
        hasOriginalOfSource(found, release, size) ||
          hasOriginalMarkedSince(found, { release, pieces, size }, facts),
        'release.not-as-things-stand',
        '/subject',
        { number: found.number },
      ),
    ];
  });
  return [...checkUnitMayReceive(unit, '/body/recipient/unit', { state, receivedAt }), ...ofPieces];
}
