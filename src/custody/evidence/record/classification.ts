import { Code, Exactly, Line, List, Nullable, Prose, type Static, words } from '../../schema/described.js';
import { Day } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import { caveats, classificationLevels } from '../../vocabulary/sensitivity.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import type { Classification } from '../state.js';

const limits = {
  level: Code(codesOf(classificationLevels), 'Level', 'Niveau'),
  originator: Line('Originator', "Autorité d'origine"),
  caveats: List(Coded(caveats, 'Caveat', 'Restriction'), 'Caveats', 'Restrictions', { max: 10 }),
};
const review = Nullable(Day('To be reviewed by', 'À réviser avant le'));
const described = words(
  'Classification, originator, release caveats',
  "Classification, autorité d'origine, restrictions",
);

/** V6, E56: level and limits, who set them, why, and when they are looked at again. */
export const ClassificationOfItem = Exactly(
  { ...limits, reason: Prose('Reason', 'Raison'), review },
  described,
);

/** Of a part, beside the place where it stands: why it is sensitive would tell what it shows (GATE-8). */
export const ClassificationOfPart = Exactly(
  { ...limits, reason: Withholdable(Prose('Reason', 'Raison'), 'Reason', 'Raison'), review },
  described,
);

/** What a classification says, beside why. */
export type StatedClassification = Omit<Static<typeof ClassificationOfItem>, 'reason'>;

export function classificationFrom({
  level,
  originator,
  caveats: limits,
  review,
}: StatedClassification): Classification {
  return { level, originator, caveats: limits.map(codeOrText), review };
}

/** The caveats under which an item leaves with its originator's consent or not at all (GATE-9). */
export function originatorsOwn({ caveats: limits }: Classification): readonly string[] {
  return limits.filter(limit => limit === 'ORIGINATOR_CONTROLLED' || limit === 'NOT_FOR_HOST_STATE');
}
