import type { LogWideFacts } from '../../rule.js';
import type { Text } from '../../text.js';
import type { UnitState } from '../../unit/state.js';
import { refuse, type Violation } from '../../violation.js';
import type { Decision } from '../events/decided.js';
import { questionsForRecipient } from '../recipient-rule.js';

/**
 * RQ-68: who grants to a court, another State or a panel has answered what the procedure asks with it, each question once, and
 * no other is put into its mouth. What the answers are worth, a person decides (RQ-61); a refusal may be signed without them.
 * @param unit UUID of the recipient
 */
export function checkRecipientQuestions(
  unit: string,
  { body }: Decision,
  facts: LogWideFacts,
): readonly Violation[] {
  // Forms before 5 had no such member.
  const { recipientQuestions } = body as Partial<Decision['body']>;
  if (recipientQuestions === undefined) return [];
  const asked = questionsForRecipient(facts.sop, facts.state(`unit/${unit}`) as UnitState | undefined);
  const answered = recipientQuestions.map(({ question }) => question);
  const unanswered = asked.filter(question => !answered.some(one => isSame(one, question)));
  return [
    ...unanswered.map(({ en, fr }) =>
      refuse('release.recipient-question-not-answered', '/body/recipientQuestions', {
        question: `${fr} / ${en}`,
      }),
    ),
    ...answered.flatMap((question, position) => {
      const isAsked = asked.some(one => isSame(one, question));
      const first = answered.findIndex(one => isSame(one, question));
      if (isAsked && first === position) return [];
      const pointer = `/body/recipientQuestions/${position}/question`;
      return [refuse('release.recipient-question-not-asked', pointer, { question: question.fr })];
    }),
  ];
}

function isSame(one: Text, other: Text): boolean {
  return one.en === other.en && one.fr === other.fr;
}
