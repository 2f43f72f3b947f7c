import { following, type LogWideFacts } from '../../rule.js';
import { Code, Exactly, Flag, Line, List, Nullable, Prose, type Static } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf, type Violation } from '../../violation.js';
import { chamberStates, magazineStates } from '../../vocabulary/hazard.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkNotUnderSeal, checkPhysical, inHand, openDiscrepancies } from '../checks.js';
import type { EvidenceState } from '../state.js';

const body = Exactly({
  ...actMembers,
  chamber: Code(codesOf(chamberStates), 'Chamber', 'Chambre'),
  magazine: Code(codesOf(magazineStates), 'Magazine or feed', 'Chargeur ou alimentation'),
  secondVisualCheck: Flag(
    'Did the second person look into it?',
    'La seconde personne a-t-elle contrôlé de visu ?',
  ),
  tieThroughBarrel: Flag('Is anything tied through the barrel?', 'Un lien passe-t-il à travers le canon ?'),
  ammunitionFound: Flag('Was ammunition found in it?', 'Contenait-elle des munitions ?'),
  ammunition: List(
    IdOf('evidence', 'Item of the ammunition', 'Pièce qui enregistre la munition'),
    'Ammunition packed apart, each an item of its own',
    'Munitions emballées à part, chacune une pièce distincte',
    { max: 50 },
  ),
  serialAsRead: Nullable(
    Line('Serial number read again; null: none visible', 'Numéro de série relu ; null : aucun visible', 100),
  ),
  remark: Nullable(Prose('Remark', 'Observation')),
});

type Body = Static<typeof body>;

/**
 * `evidence.weapon-cleared` (E13): what two persons saw and felt, the second countersigning as `second-person`.
 * Its ammunition is items of its own (RQ-42); the serial number is read again (RQ-43).
 */
export const evidenceWeaponCleared = following<EvidenceState, typeof body>({
  type: 'evidence.weapon-cleared',
  form: 1,
  source: 'E13, GATE-3, RQ-42, RQ-43',
  title: { en: 'Weapon cleared by two', fr: 'Arme mise en sécurité à deux' },
  body,
  decide(state, act) {
    const { secondVisualCheck, tieThroughBarrel, ammunitionFound, ammunition, serialAsRead } = act.body;
    return [
      ...checkPhysical(state, act.type, inHand),
      ...checkNotUnderSeal(state),
      ...refuseIf(!state.firearm, 'evidence.not-a-firearm', '/subject', { number: state.number }),
      ...refuseIf(!secondVisualCheck, 'evidence.clear-check-incomplete', '/body/secondVisualCheck'),
      ...refuseIf(tieThroughBarrel, 'evidence.tie-through-barrel', '/body/tieThroughBarrel'),
      ...refuseIf(
        ammunitionFound && ammunition.length === 0,
        'evidence.ammunition-not-referenced',
        '/body/ammunition',
      ),
      ...checkSerial(state, serialAsRead),
    ];
  },
  decideLogWide: (_state, act, facts) => checkAmmunition(act.body, facts),
  evolve(state, act) {
    const { safety } = state;
    const settled = state.explosivePossible || safety.status === 'HAZARDOUS_DO_NOT_MOVE';
    return {
      ...state,
      // What may also hold explosive keeps the status its EOD certificate gave it: GATE-2 looks at that.
      safety: settled
        ? { ...safety, weaponCleared: true }
        : { ...safety, status: 'WEAPON_CLEARED', event: act.eventId, weaponCleared: true },
    };
  },
});

/** RQ-43: a number that differs is told by a discrepancy, never passed over. */
function checkSerial(state: EvidenceState, read: string | null): readonly Violation[] {
  const told = openDiscrepancies(state).some(id => state.discrepancies[id]?.kind === 'SERIAL_MISMATCH');
  return refuseIf(
    state.serial !== null && read !== state.serial && !told,
    'evidence.serial-not-verified',
    '/body/serialAsRead',
    { read: read ?? '–', recorded: state.serial ?? '' },
  );
}

function checkAmmunition({ ammunition }: Body, facts: LogWideFacts): readonly Violation[] {
  return ammunition.flatMap((id, position) => {
    const item = facts.state(`evidence/${id}`) as EvidenceState | undefined;
    return refuseIf(
      item !== undefined && item.category !== 'AMMUNITION',
      'evidence.not-ammunition',
      `/body/ammunition/${position}`,
      { item: item?.number ?? '' },
    );
  });
}
