import { parseTime } from '../../../log/index.js';
import { endOf, type MomentKnown } from '../../common/time-order.js';
import { type Act, following, type LogWideFacts } from '../../rule.js';
import { checkClearanceStands, checkSceneClearance } from '../../scene/check-clearance.js';
import type { SceneState } from '../../scene/state.js';
import { Code, Exactly, List, Nullable, Prose, type Static } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf, type Violation } from '../../violation.js';
import { Coded } from '../../vocabulary/coded.js';
import { precautions } from '../../vocabulary/examination.js';
import { collectionMethods, necessities, personalObservations } from '../../vocabulary/recovery.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkNotHazardous, checkPhysical } from '../checks.js';
import { custodyOfSigner } from '../custody.js';
import type { EvidenceState } from '../state.js';

const body = Exactly({
  ...actMembers,
  scene: Nullable(IdOf('scene', 'Scene the item was registered at', "Lieux d'enregistrement de la pièce")),
  method: Coded(collectionMethods, 'Method', 'Méthode'),
  precautions: List(
    Coded(precautions, 'Precaution', 'Précaution'),
    'Precautions against contamination',
    'Précautions contre la contamination',
    { min: 1, max: 12 },
  ),
  observed: Code(
    codesOf(personalObservations),
    'How the collector himself came to see it',
    'Comment le collecteur l’a personnellement vue',
  ),
  necessity: Nullable(Coded(necessities, 'Necessity', 'Nécessité')),
  remark: Nullable(Prose('Remark', 'Observation')),
});

type Body = Static<typeof body>;

/**
 * `evidence.collected` (E08): custody begins with the collector, who is the actor and found or saw the item
 * himself (RQ-07); the witness countersigns.
 */
export const evidenceCollected = following<EvidenceState, typeof body>({
  type: 'evidence.collected',
  form: 1,
  source: 'E08, GATE-1, GATE-2, RQ-07',
  title: { en: 'Item collected', fr: 'Pièce collectée' },
  body,
  decide(state, act, circumstances) {
    const byFirstResponder = act.actor.role === 'FR';
    const { scene } = act.body;
    return [
      ...refuseIf(scene !== state.scene, 'evidence.scene-differs', '/body/scene', { number: state.number }),
      ...checkPhysical(state, act.type, ['RECORDED']),
      ...checkRecoveredByUs(state),
      ...checkNotHazardous(state),
      ...refuseIf(
        byFirstResponder && act.body.necessity === null,
        'evidence.first-responder-necessity',
        '/body/necessity',
      ),
      ...(scene === null ? checkTakenFromItem(state) : checkSceneClearance(scene, act, circumstances)),
    ];
  },
  looksUp(_act, before) {
    const item = before === undefined ? null : itemItCameFrom(before);
    return item === null ? {} : { subjects: [`evidence/${item}`] };
  },
  decideLogWide(state, act, facts) {
    const { scene } = act.body;
    if (scene === null) return checkItemWasHeld(state, act, facts);
    const atScene = facts.state(`scene/${scene}`) as SceneState | undefined;
    return atScene === undefined ? [] : checkClearanceStands(atScene, act);
  },
  evolve(state, act) {
    return {
      ...state,
      physical: 'COLLECTED',
      collectedBy: act.actor.officer,
      custody: custodyOfSigner(act, 'COLLECTED'),
    };
  },
});

/**
 * GATE-1: whatever is found is found at a scene, which is named, or the gate would be passed by leaving it out. Not
 * at a scene is what is taken from another item, as a swab in the laboratory; the rest comes from outside.
 */
function checkTakenFromItem(state: EvidenceState): readonly Violation[] {
  return refuseIf(itemItCameFrom(state) === null, 'evidence.collected-without-scene', '/body/scene', {
    number: state.number,
  });
}

/** GATE-1: an item that was not in our custody then lay where it was found, and so did what was taken from it. */
function checkItemWasHeld(state: EvidenceState, act: Act<Body>, facts: LogWideFacts): readonly Violation[] {
  const { occurred } = act.body;
  const item = facts.state(`evidence/${itemItCameFrom(state)}`) as EvidenceState | undefined;
  if (item === undefined) return [];
  return [
    ...refuseIf(!wasHeld(item, occurred), 'evidence.taken-from-item-not-held', '/body/occurred/at', {
      number: state.number,
      item: item.number,
      at: occurred.at,
    }),
    ...refuseIf(!tookPart(item, act, facts), 'evidence.custodian-took-no-part', '/actor/officer', {
      number: state.number,
      item: item.number,
      custodian: item.custody?.officer ?? '',
    }),
  ];
}

/** Nothing is taken from an item behind its custodian's back. Whose custody it was before this one, the item does not say. */
function tookPart({ custody }: EvidenceState, { actor, body }: Act<Body>, facts: LogWideFacts): boolean {
  if (custody === null || endOf(body.occurred) <= parseTime(custody.since)) return true;
  const signers = [actor.officer, ...facts.countersigners.map(({ officer }) => officer)];
  return signers.includes(custody.officer);
}

/** In our custody at some time that the act may have occurred at. */
function wasHeld(
  { heldSince, custody, physical, handover, lastOccurred }: EvidenceState,
  occurred: MomentKnown,
): boolean {
  if (heldSince === undefined || endOf(occurred) <= parseTime(heldSince)) return false;
  const left = handover?.at ?? lastOccurred.at;
  return (custody !== null && physical !== 'UNACCOUNTED') || parseTime(occurred.at) <= parseTime(left);
}

function itemItCameFrom({ parent, foundIn }: EvidenceState): string | null {
  return parent ?? foundIn;
}

/** D2: what others recovered has a chain before ours; it comes by a receipt, with their paper, and stands "as told". */
function checkRecoveredByUs({ number, recoveringParty }: EvidenceState): readonly Violation[] {
  return refuseIf(recoveringParty !== 'MISSION', 'evidence.recovered-by-others', '/type', {
    number,
    party: recoveringParty,
  });
}
