import type { Static } from 'typebox';
import { examinationOnItem } from '../../examination/on-item.js';
import { type Act, following } from '../../rule.js';
import { Exactly, Nullable, Prose } from '../../schema/described.js';
import { groupMembers } from '../../schema/group.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import {
  checkIsCustodian,
  checkNotHazardous,
  checkNotInTransfer,
  checkNotUnderSeal,
  checkPhysical,
} from '../checks.js';
import { evidenceNumber } from '../number.js';
import { differencesFrom, type InheritanceOfItem } from '../record/inheritance.js';
import type { EvidenceState } from '../state.js';
import type { obtainedBody } from './obtained.js';

const body = Exactly({
  ...actMembers,
  ...groupMembers,
  examination: Nullable(
    IdOf(
      'examination',
      'Examination it is done for; null: in the field',
      'Examen concerné ; null : sur le terrain',
    ),
  ),
  reason: Prose('What for', 'À quelle fin', 2000),
});

type Obtained = Act<Static<typeof obtainedBody>>;

/**
 * `evidence.sampled` (RQ-02): lifts, swabs, images, extracts, test-fired cases and the like are taken from an item that
 * stays what it is. A group on the parent with one `evidence.obtained` per item taken, by whoever has it in hand; a
 * laboratory takes from an item that it accepted for an examination alone.
 */
export const evidenceSampled = following<EvidenceState, typeof body>({
  type: 'evidence.sampled',
  form: 1,
  source: 'RQ-02, RQ-53, RQ-55, domain.md (b), L3',
  title: { en: 'Items taken from it', fr: 'Prélèvements effectués' },
  body,
  itemTypes: ['evidence.obtained'],
  decide(state, act, { items }) {
    const taken = items as unknown as readonly Obtained[];
    return [
      ...checkIsCustodian(state, act.actor.officer),
      ...checkPhysical(state, act.type, ['COLLECTED', 'HELD', 'CHECKED_OUT']),
      ...checkNotInTransfer(state),
      ...checkNotHazardous(state),
      ...checkNotUnderSeal(state),
      ...checkExamination(state, act),
      ...taken.flatMap((item, position) => checkTaken(state, act, item, position)),
    ];
  },
  evolve: state => state,
});

function checkExamination(
  state: EvidenceState,
  { actor, body: { examination } }: Act<Static<typeof body>>,
): readonly Violation[] {
  const { number } = state;
  if (examination === null)
    return refuseIf(actor.role === 'LABX', 'evidence.sampled-without-examination', '/body/examination', {
      number,
    });
  const found = examinationOnItem(state, examination);
  return found?.status === 'ACCEPTED'
    ? []
    : [refuse('evidence.sampled-without-examination', '/body/examination', { number })];
}

function checkTaken(
  state: EvidenceState,
  { body: { examination } }: Act<Static<typeof body>>,
  { id, body: taken }: Obtained,
  position: number,
): readonly Violation[] {
  const pointer = `/body/items/${position}`;
  const number = evidenceNumber(id);
  const differences = differencesFrom(state, taken.inherits as unknown as InheritanceOfItem);
  return [
    ...refuseIf(differences.length > 0, 'evidence.derived-differs', pointer, {
      number,
      members: differences.join(', '),
    }),
    ...refuseIf(taken.examination !== examination, 'evidence.obtained-differs', pointer, { number }),
  ];
}
