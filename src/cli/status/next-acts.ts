import { currentRule } from '../../custody/catalogue.js';
import { checkMayMove } from '../../custody/evidence/checks.js';
import { type EvidenceState, type PhysicalState, terminalStates } from '../../custody/evidence/state.js';
import type { Sop } from '../../custody/sop/document.js';
import type { Language } from '../../custody/text.js';
import { explain } from '../../custody/violation.js';
import { unbrokenStatuses } from '../../custody/vocabulary/seals.js';
import { formatTime } from '../../log/index.js';
import { actCommands } from '../verbs.js';

/** An act that the state of an item admits next: by which command, by whom, and what still stands against it. */
export interface NextAct {
  readonly command: string;
  readonly title: string;
  readonly signers: readonly string[];
  readonly countersigners: readonly { readonly as: string; readonly count: number }[];
  /** What a gate would say now; empty: nothing known stands against it. */
  readonly obstacles: readonly string[];
}

interface Step {
  readonly type: string;
  readonly when: (state: EvidenceState) => boolean;
  /** The item moves: it needs its certificates (GATE-2, GATE-3). */
  readonly moves?: true;
}

const is =
  (...physical: readonly PhysicalState[]) =>
  (state: EvidenceState) =>
    physical.includes(state.physical);
const free = ({ transit }: EvidenceState) => transit === null || transit.stage === 'REFUSED';
const sealed = ({ seal }: EvidenceState) => seal !== null && unbrokenStatuses.includes(seal.status);
const held = is('COLLECTED', 'HELD');
const stage = (wanted: NonNullable<EvidenceState['transit']>['stage']) => (state: EvidenceState) =>
  state.transit?.stage === wanted;

/** In the order of an item's life (domain.md C.1). What an act asks of its own form is for its rule. */
const steps: readonly Step[] = [
  { type: 'evidence.collected', when: is('RECORDED') },
  { type: 'evidence.left-in-situ', when: is('RECORDED') },
  { type: 'evidence.destroyed-in-situ', when: is('RECORDED') },
  { type: 'evidence.received-from-outside', when: is('RECORDED') },
  {
    type: 'evidence.safety-assessed',
    when: state => is('RECORDED', 'COLLECTED', 'HELD')(state) && state.safety.status === 'UNASSESSED',
  },
  { type: 'evidence.certified', when: state => held(state) && state.explosivePossible },
  { type: 'evidence.weapon-cleared', when: state => state.firearm && !state.safety.weaponCleared },
  {
    type: 'package.sealed',
    when: state => is('COLLECTED', 'HELD', 'CHECKED_OUT')(state) && free(state) && !sealed(state),
  },
  { type: 'package.opened', when: state => sealed(state) && free(state) },
  { type: 'evidence.placed', when: state => held(state) && free(state), moves: true },
  {
    type: 'transfer.offered',
    when: state => is('COLLECTED', 'HELD', 'IN_TRANSIT')(state) && free(state),
    moves: true,
  },
  { type: 'transfer.departed', when: stage('OFFERED'), moves: true },
  { type: 'transfer.recalled', when: stage('OFFERED') },
  {
    type: 'transfer.received',
    when: state => stage('OFFERED')(state) || stage('DEPARTED')(state),
    moves: true,
  },
  { type: 'transfer.passed-on', when: stage('DEPARTED'), moves: true },
  { type: 'evidence.checked-out', when: state => is('HELD')(state) && free(state), moves: true },
  { type: 'evidence.returned', when: is('CHECKED_OUT') },
  { type: 'examination.requested', when: held },
  { type: 'release.requested', when: held },
  { type: 'discrepancy.opened', when: () => true },
];

/** What may be done next and by whom, from the item's state and the procedure in force. It decides nothing. */
export function nextActs(
  state: EvidenceState,
  sop: Sop,
  now: number,
  language: Language,
): readonly NextAct[] {
  if (terminalStates.includes(state.physical)) return [];
  const commands = new Map(actCommands().map(({ type, group, verb }) => [type, `${group} ${verb}`]));
  const occurred = { at: formatTime(now), precision: 'SECOND' as const };
  const against = checkMayMove(state, occurred).map(
    violation => explain({ ...violation, event: 0 }, language).message,
  );
  return steps
    .filter(({ when, type }) => when(state) && Object.hasOwn(sop.acts, type))
    .map(({ type, moves }) => ({
      command: commands.get(type) ?? type,
      title: currentRule(type)?.title[language] ?? type,
      signers: sop.acts[type]?.signers ?? [],
      countersigners: (sop.acts[type]?.countersignatures ?? [])
        .filter(({ count }) => count > 0)
        .map(({ as, count }) => ({ as, count })),
      obstacles: moves === true ? against : [],
    }));
}
