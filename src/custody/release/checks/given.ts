import type { DossierState } from '../../dossier/state.js';
import type { Act, LogWideFacts } from '../../rule.js';
import type { TransferState } from '../../transfer/state.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import type { ReleaseState } from '../state.js';

/**
 * RQ-65: an outcome is one of something that was given under this very release: a handover of which something was
 * received, a dossier that was delivered, or a copy that was disclosed.
 */
export function checkGiven(
  { number, disclosures = [] }: ReleaseState,
  { id, body: { given } }: Act<{ readonly given: readonly string[] }>,
  facts: LogWideFacts,
): readonly Violation[] {
  return [
    ...refuseIf(given.length === 0 && disclosures.length === 0, 'release.nothing-given', '/body/given', {
      number,
    }),
    ...given.flatMap((subject, position) => {
      const state = facts.state(subject);
      const pointer = `/body/given/${position}`;
      if (state === undefined) return [refuse('reference.subject-unknown', pointer, { subject })];
      return refuseIf(!isGivenUnder(id, subject, state), 'release.not-given-under', pointer, {
        number,
        subject,
      });
    }),
  ];
}

/** What is named is a handover or a dossier, as the schema of the body holds. */
function isGivenUnder(release: string, subject: string, state: unknown): boolean {
  if (subject.startsWith('dossier/')) {
    const { release: from, deliveries = [] } = state as DossierState;
    return from === release && deliveries.length > 0;
  }
  const { release: under, lines } = state as TransferState;
  return under === release && Object.values(lines).includes('RECEIVED');
}
