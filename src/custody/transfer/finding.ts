import type { EvidenceState, Remark, SealOnItem } from '../evidence/state.js';
import type { PlacedAct } from '../rule.js';
import { Code, Exactly, Line, List, Nullable, Prose, type Static, words } from '../schema/described.js';
import { IdOf } from '../schema/identifiers.js';
import { SealNumber } from '../sealstock/seal-number.js';
import { unbrokenStatuses } from '../vocabulary/seals.js';
import { comparedSealStatuses } from '../vocabulary/transfers.js';

/** What whoever takes an item states of its seals (GATE-4). */
export const SealsCompared = List(
  Exactly({
    number: SealNumber('Number on the manifest', 'Numéro figurant au bordereau'),
    found: Nullable(Line('Number as read on the seal', 'Numéro lu sur le scellé', 60)),
    status: Code(comparedSealStatuses, 'State of the seal', 'État du scellé'),
  }),
  'Each seal compared with the manifest',
  'Chaque scellé comparé au bordereau',
  { max: 20 },
);

/** What differs, with the discrepancies that are open about it (RQ-31). */
export const Reserve = Nullable(
  Exactly({
    text: Prose('What differs', 'Ce qui diffère', 1000),
    discrepancies: List(
      IdOf('discrepancy', 'Discrepancy', 'Anomalie'),
      'Discrepancies that were opened',
      'Anomalies ouvertes',
      { min: 1, max: 10 },
    ),
  }),
  words('Received under reserve', 'Reçu sous réserve'),
);

type ActOfFinding = PlacedAct<{
  readonly seals: Static<typeof SealsCompared>;
  readonly reserve: Static<typeof Reserve>;
}>;

/** What is found stays on the item: the state of its seal, and the reserve on every later paper. */
export function asFound(state: EvidenceState, act: ActOfFinding): EvidenceState {
  return {
    ...state,
    seal: sealAsCompared(state.seal, act),
    remarks: [...state.remarks, ...remarksOfReserve(act)],
  };
}

/** A receipt heals no seal: one that was opened or damaged on record stays so, whatever the receiver found. */
function sealAsCompared(seal: SealOnItem | null, act: ActOfFinding): SealOnItem | null {
  const compared = act.body.seals.find(entry => entry.number === seal?.number);
  if (seal === null || compared === undefined || !unbrokenStatuses.includes(seal.status)) return seal;
  return { ...seal, status: compared.status, event: act.eventId };
}

function remarksOfReserve({ eventId, actor, body: { reserve } }: ActOfFinding): readonly Remark[] {
  if (reserve === null) return [];
  return [{ kind: 'UNDER_RESERVE', event: eventId, officer: actor.officer, text: reserve.text }];
}
