import type { Act } from '../../rule.js';
import { Exactly, Nullable, type Static } from '../../schema/described.js';
import { File } from '../../schema/identifiers.js';
import { refuseIf, type Violation } from '../../violation.js';
import { classificationLevels } from '../../vocabulary/sensitivity.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import type { Classification } from '../state.js';
import { ClassificationOfItem, classificationFrom, type StatedClassification } from './classification.js';

/** Members by which anything that is classified is classified anew (E56): item or information. */
export const reclassifyingMembers = {
  classification: ClassificationOfItem,
  originatorConsent: Nullable(File("The originator's consent", "Accord de l'autorité d'origine")),
} as const;

const reclassifying = Exactly({ ...reclassifyingMembers });
type Reclassifying = Omit<Static<typeof reclassifying>, 'classification'> & {
  readonly classification: StatedClassification;
};

/** Roles that classify whoever the author is: records and legal. */
const reviewers: readonly string[] = ['ARC', 'LEG'];

/** E56: a piece, a part of it or a report is classified by its author, or by whoever holds one of these roles. */
export function checkClassifier({ actor }: Pick<Act, 'actor'>, isAuthor: boolean): readonly Violation[] {
  return refuseIf(
    !isAuthor && !reviewers.includes(actor.role),
    'evidence.classification-not-author',
    '/actor/officer',
  );
}

/** What its originator controls, or keeps from the host State, is loosened with his consent only (V6, GATE-9). */
export function checkNotLoosened(
  before: Classification,
  { classification, originatorConsent }: Reclassifying,
): readonly Violation[] {
  const { originator } = before;
  const controlled = before.caveats.includes('ORIGINATOR_CONTROLLED');
  const kept = before.caveats.includes('NOT_FOR_HOST_STATE');
  const loosened = originatorConsent === null && isLooser(classificationFrom(classification), before);
  return [
    ...refuseIf(controlled && loosened, 'evidence.originator-consent', '/body/originatorConsent', {
      originator,
    }),
    ...refuseIf(kept && !controlled && loosened, 'evidence.host-state-consent', '/body/originatorConsent', {
      originator,
    }),
  ];
}

/** The state under its new classification; a consent counts for the classification that brought it. */
export function reclassified<
  State extends { readonly classification: Classification; readonly originatorConsent?: string },
>(state: State, { eventId, body }: Act<Reclassifying>): State {
  const { originatorConsent: _before, ...rest } = state;
  const consented = body.originatorConsent === null ? {} : { originatorConsent: eventId };
  return { ...rest, classification: classificationFrom(body.classification), ...consented } as State;
}

/** A lower level, a caveat gone, or another originator. */
function isLooser(after: Classification, before: Classification): boolean {
  const order = codesOf(classificationLevels);
  return (
    order.indexOf(after.level) < order.indexOf(before.level) ||
    before.caveats.some(caveat => !after.caveats.includes(caveat)) ||
    after.originator !== before.originator
  );
}
