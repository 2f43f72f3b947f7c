import { formatTime } from '../../log/index.js';
import { standingHolds } from '../hold/on-piece.js';
import type { Sop } from '../sop/document.js';
import type { Text } from '../text.js';
import type { UnitState } from '../unit/state.js';
import { isUnitInForce } from '../unit/state.js';
import { inputKinds, preliminaryQuestions } from '../vocabulary/releases.js';
import { codesOf, type Vocabulary } from '../vocabulary/vocabulary.js';
import { lastInputs } from './last-inputs.js';
import { checkOriginatorConsents } from './originator.js';
import type { ReleasedPiece } from './piece.js';
import { questionsForRecipient } from './recipient-rule.js';
import type { ReleaseState } from './state.js';

/** A fact that is not there, and what it is about: a piece, a unit, a kind of view. Nothing follows from it by itself (RQ-61). */
export interface MissingFact {
  readonly what: MissingWhat;
  readonly about: string;
}

export const missingFacts = {
  RELEASE_NOT_REQUESTED: { en: 'Nobody asked for a release yet', fr: "Aucune autorisation n'est demandée" },
  ANSWER_TO_AUTHORITY: { en: 'The authority was not answered', fr: "Il n'a pas été répondu à l'autorité" },
  DECISION: { en: 'A person has not decided', fr: "Personne n'a statué" },
  VIEW: { en: 'A view was not given', fr: "Un avis n'a pas été donné" },
  OBJECTION: { en: 'An objection stands', fr: 'Une objection est formulée' },
  QUESTION: {
    en: 'A question of form D6 was not answered',
    fr: 'Une question de la fiche D6 est sans réponse',
  },
  RECIPIENT_QUESTION: {
    en: 'What the procedure asks with this recipient was not answered',
    fr: 'Une question que la procédure pose pour ce destinataire est sans réponse',
  },
  DEATH_PENALTY_ASSURANCE: {
    en: 'Neither an assurance nor an exclusion of the death penalty is on record',
    fr: "Ni assurance ni exclusion de la peine de mort n'est consignée",
  },
  DUE_DILIGENCE: {
    en: 'No assessment of the unit is in force',
    fr: "Aucune évaluation de l'unité n'est en vigueur",
  },
  UNIT_SUSPENDED: { en: 'The unit is suspended', fr: "L'unité est suspendue" },
  UNIT_NOT_IN_FORCE: {
    en: 'The unit has no authority today',
    fr: "L'unité n'est pas habilitée à ce jour",
  },
  SOURCE_CONSENT: {
    en: 'A source did not consent to this use',
    fr: "Une source n'a pas consenti à cet usage",
  },
  ORIGINATOR_CONSENT: {
    en: "The originator's consent is not on record",
    fr: "L'accord de l'autorité d'origine n'est pas consigné",
  },
  HELD: { en: 'A hold stops it', fr: 'Une mesure de conservation y fait obstacle' },
} as const;

export type MissingWhat = keyof typeof missingFacts;

const told: Partial<Record<MissingWhat, Vocabulary>> = {
  QUESTION: preliminaryQuestions,
  VIEW: inputKinds,
  OBJECTION: inputKinds,
};

/** In words, with the view or question that it is about; a piece or unit stands beside it. */
export function missingWords({ what, about }: MissingFact): Text {
  const { en, fr } = missingFacts[what];
  const of = told[what]?.[about];
  return of === undefined ? { en, fr } : { en: `${en}: ${of.en}`, fr: `${fr} : ${of.fr}` };
}

/** Questions that a decision of form D6 answers (RQ-60, GATE-7). */
const questions = codesOf(preliminaryQuestions);

/**
 * Facts that are not there for a release that is not decided, or suspended: what whoever decides would miss. Consents of
 * sources are known to few and are added by who may see them.
 * @param release UUID
 * @param pieces states of the pieces that are not decided, by `<kind>/<UUID>`
 * @param moment `now` in ms since 1970, and the procedure in force
 */
export function missingForRelease(
  release: string,
  state: ReleaseState,
  unit: UnitState | undefined,
  pieces: ReadonlyMap<string, ReleasedPiece>,
  { now, sop }: { readonly now: number; readonly sop: Sop },
): readonly MissingFact[] {
  return [
    { what: 'DECISION', about: state.number },
    ...missingAnswers(state, questionsForRecipient(sop, unit)),
    ...missingViews(state),
    ...missingOfUnit(state.recipientUnit, unit, now),
    ...[...pieces].flatMap(([piece, of]): MissingFact[] => [
      ...checkOriginatorConsents(of, of.legal?.[release]).map(() => ({
        what: 'ORIGINATOR_CONSENT' as const,
        about: piece,
      })),
      ...(standingHolds(of).some(({ scope }) => scope !== 'DISPOSAL')
        ? [{ what: 'HELD' as const, about: piece }]
        : []),
    ]),
  ];
}

/** Answers stand in a decision: while there is none, nobody has given them, and no assurance is on record. */
function missingAnswers(
  { decisions }: ReleaseState,
  askedWithRecipient: readonly Text[],
): readonly MissingFact[] {
  if (decisions.length > 0) return [];
  return [
    ...questions.map(about => ({ what: 'QUESTION' as const, about })),
    ...askedWithRecipient.map(({ en, fr }) => ({
      what: 'RECIPIENT_QUESTION' as const,
      about: `${fr} / ${en}`,
    })),
    { what: 'DEATH_PENALTY_ASSURANCE', about: 'DEATH_PENALTY' },
  ];
}

function missingViews(state: ReleaseState): readonly MissingFact[] {
  const given = lastInputs(state);
  return [
    ...codesOf(inputKinds)
      .filter(kind => !given.some(input => input.kind === kind))
      .map(about => ({ what: 'VIEW' as const, about })),
    ...given
      .filter(({ view }) => view === 'OBJECTION')
      .map(({ kind }) => ({ what: 'OBJECTION' as const, about: kind })),
  ];
}

function missingOfUnit(id: string, unit: UnitState | undefined, now: number): readonly MissingFact[] {
  if (unit === undefined) return [];
  const about = `unit/${id}`;
  const today = formatTime(now).slice(0, 'YYYY-MM-DD'.length);
  const { assessment, suspension = null } = unit;
  return [
    ...(assessment === undefined || assessment.reviewOn < today
      ? [{ what: 'DUE_DILIGENCE' as const, about }]
      : []),
    ...(suspension === null ? [] : [{ what: 'UNIT_SUSPENDED' as const, about }]),
    ...(isUnitInForce(unit, now) ? [] : [{ what: 'UNIT_NOT_IN_FORCE' as const, about }]),
  ];
}
