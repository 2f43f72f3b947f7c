import type { Command } from 'commander';
import { objectsOf } from '../../audit/report/report-event.js';
import type { Service } from '../../client/index.js';
import type { Language } from '../../custody/text.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { exampleHelp, exampleId } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import { assessmentLines, previewLines, viewLines } from '../release/preview-lines.js';
import { SubjectNames } from '../subjects/subject-names.js';
import type { Surroundings } from '../surroundings.js';

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
        ...previewLines(preview, language),
        ...viewLines(views, language),
        ...assessmentLines(assessment, language),
      ]);
    });
}

/** The human rights assessment of the unit that receives, which a decision names too (RQ-63); null: none is in force. */
async function assessmentOf(service: Service, unit: JsonValue | undefined): Promise<JsonObject | null> {
  const [head] = await service.heads([`unit/${unit}`]);
  const { assessment } = objectOf(head?.state ?? null);
  return assessment !== undefined && isJsonObject(assessment) ? assessment : null;
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return value !== undefined && isJsonObject(value) ? value : {};
}
