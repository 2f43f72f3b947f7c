import { refuseIf, type Violation } from '../../violation.js';
import type { Decision } from '../events/decided.js';

/**
 * GATE-7, F-02: where it is possible for the offence, an assurance or a decision at the level of the Head of Mission; the
 * answer given to the fourth question says the same; and who signs holds the level that is stated.
 */
export function checkDeathPenalty({ body, actor }: Decision): readonly Violation[] {
  const { possible, state, assurance, level } = body.deathPenalty;
  const excluded = body.questions.noDeathPenalty.answer === 'YES';
  const outOfLaw = state === 'ABOLISHED' || state === 'NOT_FOR_OFFENCE';
  return [
    ...refuseIf(
      possible && assurance === null && actor.role !== 'HOM',
      'release.death-penalty-exposure',
      '/body/deathPenalty/assurance',
    ),
    ...refuseIf(
      (excluded && possible && assurance === null) || (!excluded && !possible),
      'release.death-penalty-contradiction',
      '/body/questions/noDeathPenalty',
    ),
    ...refuseIf(possible === outOfLaw, 'release.death-penalty-law', '/body/deathPenalty/state', { state }),
    ...refuseIf(
      level === 'HEAD_OF_MISSION' && actor.role !== 'HOM',
      'release.level-not-held',
      '/body/deathPenalty/level',
      { level, role: actor.role },
    ),
  ];
}
