import type { Command } from 'commander';
import { objectsOf } from '../../audit/report/report-event.js';
import type { Service } from '../../client/index.js';
import type { Language } from '../../custody/text.js';
import { reasonsLeft } from '../../dossier/reading/redactions.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { exampleHelp, exampleId } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import { SubjectNames } from '../subjects/subject-names.js';
import type { Surroundings } from '../surroundings.js';

type Say = (en: string, fr: string) => string;

/** `scelle release preview`: exactly what would leave, piece by piece, before anybody decides. */
export function addReleasePreview(
  group: Command,
  language: Language,
  surroundings: () => Surroundings,
): void {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  group
    .command('preview')
    .argument('<release>', say('number or UUID of the release', "numéro ou UUID de l'autorisation"))
    .description(
      say('Exactly what would leave, piece by piece', 'Exactement ce qui sortirait, pièce par pièce'),
    )
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .addHelpText('after', exampleHelp(language, `scelle release preview ${exampleId} --as my.key.json:LEG`))
    .action(async (release: string, options: { as: string }) => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      const signer = await readNamedOfficer(options.as, language);
      await signIn(session, signer);
      const id = await new SubjectNames(session, signer, false).idOf('release', release);
      const preview = await session.service.get(`/v1/releases/${id}/preview`);
      const { state } = await session.service.get(`/v1/releases/${id}`);
      const views = objectsOf(objectOf(state).inputs);
      const assessment = await assessmentOf(session.service, objectOf(state).recipientUnit);
      output.result({ ...preview, views, assessment }, [
        ...linesOf(preview, language),
        ...viewLines(views, say),
        ...assessmentLines(assessment, say),
      ]);
    });
}

/** The views that were given on it (E38): a decision names each by its act. */
function viewLines(views: readonly JsonObject[], say: Say): readonly string[] {
  return [
    views.length === 0
      ? say('Views given: none', 'Avis rendus : aucun')
      : say('Views given:', 'Avis rendus :'),
    ...views.map(({ kind, view, date, event }) => `   ${kind}  ${view}  ${date}  ${event}`),
  ];
}

/** The human rights assessment of the unit that receives, which a decision names too (RQ-63); null: none is in force. */
async function assessmentOf(service: Service, unit: JsonValue | undefined): Promise<JsonObject | null> {
  const [head] = await service.heads([`unit/${unit}`]);
  const { assessment } = objectOf(head?.state ?? null);
  return assessment !== undefined && isJsonObject(assessment) ? assessment : null;
}

function assessmentLines(assessment: JsonObject | null, say: Say): readonly string[] {
  if (assessment === null)
    return [
      say(
        'Assessment of the unit (scelle unit assess): none',
        "Évaluation de l'unité (scelle unit assess) : aucune",
      ),
    ];
  const { reference, risk, reviewOn, event } = assessment;
  return [
    say('Assessment of the unit:', "Évaluation de l'unité :"),
    `   ${reference}  ${risk}  → ${reviewOn}  ${event}`,
  ];
}

function linesOf(preview: JsonObject, language: Language): readonly string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const classification = objectOf(preview.classification);
  const beside = objectOf(preview.beside);
  return [
    `${preview.number}: ${
      preview.decided === true ? say('granted', 'accordée') : say('not decided', 'non décidée')
    }`,
    ...objectsOf(preview.pieces).flatMap(piece => pieceLines(piece, say)),
    say(
      `Beside the pieces, to prove them: ${beside.acts} acts; ${beside.claimsWithheld} claims withheld.`,
      `Hors des pièces, pour les prouver : ${beside.acts} actes ; ${beside.claimsWithheld} éléments réservés.`,
    ),
    ...objectsOf(preview.recipientQuestions).map(
      ({ en, fr }) =>
        say('To be answered by who grants: ', 'À répondre par qui accorde : ') + say(String(en), String(fr)),
    ),
    say('Classification: ', 'Classification : ') +
      String(classification.after ?? classification.highest ?? '–'),
  ];
}

function pieceLines(piece: JsonObject, say: Say): readonly string[] {
  const acts = Array.isArray(piece.acts) ? piece.acts.length : 0;
  return [
    `${piece.place}. ${piece.number}  ${piece.as ?? ''}  ${piece.status}  ${piece.classification}`,
    say(
      `   ${acts} acts; ${piece.claimsWithheld} claims withheld, ${piece.filesLeft} files stay here`,
      `   ${acts} actes ; ${piece.claimsWithheld} éléments réservés, ${piece.filesLeft} fichiers conservés`,
    ),
    ...textsOf(piece.files).map(sha256 =>
      textsOf(piece.originals).includes(sha256)
        ? say(
            `   + ${sha256}  original, with the data of the camera`,
            `   + ${sha256}  original, avec les données de l'appareil`,
          )
        : `   + ${sha256}`,
    ),
    ...objectsOf(piece.left).flatMap(left => leftLines(left, say)),
    ...objectsOf(piece.redactions).map(({ what, ground, why }) => `   x ${what} (${ground}): ${why}`),
  ];
}

/** Why it stays; of a photograph the act that binds it too, which a decision names that lets the original go. */
function leftLines({ sha256, why, boundBy }: JsonObject, say: Say): readonly string[] {
  const { en, fr } = reasonsLeft[String(why) as keyof typeof reasonsLeft] ?? { en: '', fr: '' };
  const isPhotograph = why === 'CLEANED' || why === 'NO_COPY';
  return [
    `   - ${sha256}  ${why}: ${say(en, fr)}`,
    ...(isPhotograph && typeof boundBy === 'string'
      ? [say(`     bound by ${boundBy}`, `     liée par ${boundBy}`)]
      : []),
  ];
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return value !== undefined && isJsonObject(value) ? value : {};
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
