import type { FactsOf } from '../common/restatable.js';
import { Code, Exactly, Line, List, Nullable, Prose, words } from '../schema/described.js';
import { Day } from '../schema/occurrence.js';
import { checkPeriod, type PeriodOf, periodMembers } from '../schema/period.js';
import type { Text } from '../text.js';
import type { Violation } from '../violation.js';
import { requirementPriorities } from '../vocabulary/requirements.js';
import { codesOf } from '../vocabulary/vocabulary.js';

/** What the mission wants to know, for as long as it does: records are tagged to it. */
export const requirementMembers = {
  priority: Code(codesOf(requirementPriorities), 'Priority', 'Priorité'),
  question: Exactly(
    { en: Prose('In English', 'En anglais'), fr: Prose('In French', 'En français') },
    words('What is to be known', "Ce qu'il faut savoir"),
  ),
  areas: List(Line('Administrative unit', 'Circonscription', 100), 'Areas it is about', 'Zones visées', {
    max: 20,
  }),
  period: Exactly({ ...periodMembers }, words('Period it is about', 'Période visée')),
  answerBy: Nullable(Day('To be answered by', 'Réponse attendue pour le')),
} as const;

/** What others call it by: stated once. */
export const requirementNames = {
  number: Line('Number', 'Numéro', 60),
} as const;

export type RequirementFacts = FactsOf<typeof requirementNames & typeof requirementMembers>;

export interface RequirementStated {
  readonly number: string;
  readonly priority: string;
  readonly question: Text;
  readonly areas: readonly string[];
  readonly period: PeriodOf;
  readonly answerBy: string | null;
}

export function checkRequirement({ period }: RequirementFacts): readonly Violation[] {
  return checkPeriod(period, '/body/period');
}

export function requirementOnRecord(facts: RequirementFacts): RequirementStated {
  const { number, priority, question, areas, period, answerBy } = facts;
  return { number, priority, question, areas, period, answerBy };
}
