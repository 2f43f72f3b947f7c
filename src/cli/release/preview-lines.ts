import { objectsOf } from '../../audit/report/report-event.js';
import type { Language } from '../../custody/text.js';
import { riskLevels } from '../../custody/vocabulary/due-diligence.js';
import { inputKinds, inputViews, pieceForms, redactionGrounds } from '../../custody/vocabulary/releases.js';
import { classificationLevels } from '../../custody/vocabulary/sensitivity.js';
import { legalStateWords } from '../../custody/vocabulary/states.js';
import { inWords, inWordsAndCode, type Telling } from '../../custody/vocabulary/told.js';
import { reasonsLeft } from '../../dossier/reading/redactions.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { printableLine } from '../printable.js';
import { OpenLines } from './open-lines.js';

/** Exactly what would leave under a release, for a terminal of 80 columns. */
export function previewLines(preview: JsonObject, language: Language): readonly string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const classification = objectOf(preview.classification);
  const beside = objectOf(preview.beside);
  const { after = null, highest = null } = classification;
  const open = new OpenLines(language);
  return [
    `${preview.number}${say(': ', ' : ')}${
      preview.decided === true ? say('granted', 'accordée') : say('not decided', 'non décidée')
    }`,
    ...objectsOf(preview.pieces).flatMap(piece => [...pieceLines(piece, language), ...open.ofPiece(piece)]),
    say('Beside the pieces, to prove them:', 'Hors des pièces, pour les prouver :'),
    say(
      `   ${beside.acts} acts; ${beside.claimsWithheld} claims withheld`,
      `   ${beside.acts} actes ; ${beside.claimsWithheld} éléments réservés`,
    ),
    ...open.beside(objectsOf(beside.subjects), beside.subjectsNotShown),
    ...objectsOf(preview.recipientQuestions).flatMap(({ en, fr }) => [
      say('To be answered by who grants:', 'À répondre par qui accorde :'),
      `   ${say(String(en), String(fr))}`,
    ]),
    say('Classification: ', 'Classification : ') +
      tell(inWordsAndCode(classificationLevels), after ?? highest, language),
  ].map(printableLine);
}

function pieceLines(piece: JsonObject, language: Language): readonly string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const acts = Array.isArray(piece.acts) ? piece.acts.length : 0;
  const facts = [
    tell(inWords(pieceForms), piece.as, language),
    tell(inWords(legalStateWords), piece.status, language),
    tell(inWords(classificationLevels), piece.classification, language),
  ];
  return [
    `${piece.place}. ${piece.number}`,
    `   ${facts.join(', ')}`,
    say(
      `   ${acts} acts; ${piece.claimsWithheld} claims withheld, ${piece.filesLeft} files stay here`,
      `   ${acts} actes ; ${piece.claimsWithheld} éléments réservés, ${piece.filesLeft} fichiers conservés`,
    ),
    ...textsOf(piece.files).flatMap(sha256 => [
      `   + ${sha256}`,
      ...(textsOf(piece.originals).includes(sha256)
        ? [say('     original, with the data of the camera', "     original, avec les données de l'appareil")]
        : []),
    ]),
    ...objectsOf(piece.left).flatMap(left => leftLines(left, language)),
    ...objectsOf(piece.redactions).flatMap(({ what, ground, why }) => [
      `   x ${what}`,
      `     ${tell(inWordsAndCode(redactionGrounds), ground, language)}${say(': ', ' : ')}${why}`,
    ]),
  ];
}

/** Why it stays; of a photograph the act that binds it too, which a decision names that lets the original go. */
function leftLines({ sha256, why, boundBy }: JsonObject, language: Language): readonly string[] {
  const isPhotograph = why === 'CLEANED' || why === 'NO_COPY';
  const bound = language === 'fr' ? 'liée par' : 'bound by';
  return [
    `   - ${sha256}`,
    `     ${tell(inWordsAndCode(reasonsLeft), why, language)}`,
    ...(isPhotograph && typeof boundBy === 'string' ? [`     ${bound} ${boundBy}`] : []),
  ];
}

/** The views that were given on it (E38): a decision names each by its act. */
export function viewLines(views: readonly JsonObject[], language: Language): readonly string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  return [
    views.length === 0
      ? say('Views given: none', 'Avis rendus : aucun')
      : say('Views given:', 'Avis rendus :'),
    ...views.flatMap(({ kind, view, date, event }) => [
      `   ${tell(inWords(inputKinds), kind, language)}`,
      `      ${tell(inWords(inputViews), view, language)}, ${date}`,
      `      ${event}`,
    ]),
  ].map(printableLine);
}

/** The human rights assessment of the unit that receives; null: none is in force. */
export function assessmentLines(assessment: JsonObject | null, language: Language): readonly string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  if (assessment === null)
    return [
      say(
        'Assessment of the unit (scelle unit assess): none',
        "Évaluation de l'unité (scelle unit assess) : aucune",
      ),
    ];
  const { reference, risk, reviewOn, event } = assessment;
  const told = tell(inWordsAndCode(riskLevels), risk, language);
  return [
    say('Assessment of the unit:', "Évaluation de l'unité :"),
    `   ${reference}`,
    say(
      `      risk: ${told}; to be reviewed by ${reviewOn}`,
      `      risque : ${told} ; à revoir avant le ${reviewOn}`,
    ),
    `      ${event}`,
  ].map(printableLine);
}

function tell(telling: Telling, code: JsonValue | undefined, language: Language): string {
  return typeof code === 'string' ? telling(code)[language] : '–';
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return value !== undefined && isJsonObject(value) ? value : {};
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
