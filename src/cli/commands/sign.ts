import { type BatchFile, missingSignatures, readBatchFile, signBatch } from '../../client/index.js';
import { eventRule } from '../../custody/catalogue.js';
import type { Language } from '../../custody/text.js';
import { newId } from '../../log/index.js';
import { systemRandom } from '../cast/found-demo-log.js';
import { openDeviceSession } from '../device-session.js';
import { readJsonFile, writeFileDurably } from '../home.js';
import { readNamedOfficer } from '../officers.js';
import type { AddCommand } from '../program.js';
import { UsageError } from '../usage-error.js';
import { pushAndTell } from './outbox.js';

/** `scelle sign FILE --as KEY:ROLE`: shows an act in words and adds one's own signature. */
export const addSignCommand: AddCommand = (program, language, surroundings) => {
  const french = language === 'fr';
  program
    .command('sign')
    .argument('<file>', french ? 'lot à moitié signé' : 'half-signed batch')
    .description(french ? 'Lire un acte et y ajouter sa signature' : 'Read an act and add your signature')
    .requiredOption('--as <file:role>', french ? 'votre clé et votre rôle' : 'your key file and role')
    .option('--push', french ? 'envoyer une fois complet' : 'send it once complete')
    .action(async (file: string, options: { as: string; push?: boolean }) => {
      const { output, home } = surroundings();
      const batch = readBatchFile(await readJsonFile(file));
      for (const line of describeBatch(batch, language)) output.note(line);
      const { unlocked } = await readNamedOfficer(options.as, language);
      if (unlocked === null) throw new UsageError(`${options.as} is a public card: the key itself is needed`);
      const signed = await signBatch(batch, unlocked);
      await writeFileDurably(file, `${JSON.stringify(signed, null, 2)}\n`);
      const missing = missingSignatures(signed);
      if (missing.length > 0 || options.push !== true) {
        output.result(
          { file, missing },
          missing.length === 0 ? [file] : missing.map(({ officer }) => `- ${officer}`),
        );
        return;
      }
      const session = await openDeviceSession(home, output);
      const id = newId(Date.now(), systemRandom(16));
      const position = await session.outbox.nextPosition();
      await session.outbox.put({ id, position, batch: signed, files: [], receipts: null, problem: null });
      await pushAndTell(session, output, id, { file });
    });
};

/** The acts of a batch in words: what one puts one's name to. */
export function describeBatch({ events }: BatchFile, language: Language): readonly string[] {
  return events.flatMap(({ payload, jws }) => {
    const title = eventRule(payload.type, payload.form)?.title[language] ?? payload.type;
    const { officer, role } = payload.actor;
    return [
      `${title} — ${payload.subject} #${payload.seq}`,
      `  ${role} ${officer} ${payload.at}${jws === null ? '' : ' ✓'}`,
      ...JSON.stringify(payload.body, null, 2)
        .split('\n')
        .map(line => `  ${line}`),
    ];
  });
}
