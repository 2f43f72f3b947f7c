import { type OutboxEntry, verifyReceiptAnswer } from '../../client/index.js';
import { writeFileDurably } from '../../disk/write-durably.js';
import { formatTime } from '../../log/index.js';
import { nameSubject } from '../act/describe-act.js';
import { openDeviceSession } from '../device-session.js';
import { exampleHelp, exampleId } from '../example-help.js';
import type { AddCommand } from '../surroundings.js';
import { UsageError } from '../usage-error.js';

/** `scelle receipt …`: the proofs this device holds, checked again with the log's key alone. */
export const addReceiptCommands: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program
    .command('receipt')
    .description(say('Receipts kept on this device', 'Récépissés conservés sur cet appareil'))
    .command('show')
    .argument('<name>', say('outbox id, event, subject or leaf index', 'lot, acte, sujet ou rang de feuille'))
    .option('--out <folder>', say('write statement and proof there', 'écrire là la déclaration et la preuve'))
    .description(
      say('Show receipts and check them again', 'Montrer des récépissés et les vérifier à nouveau'),
    )
    .addHelpText('after', exampleHelp(language, `scelle receipt show evidence/${exampleId} --out receipts`))
    .action(async (name: string, { out }: { out?: string }) => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      const found = (await session.outbox.list()).entries.flatMap(entry => receiptsNamed(entry, name));
      if (found.length === 0) {
        throw new UsageError({ en: `No receipt of ${name} here`, fr: `Aucun récépissé de ${name} ici` });
      }
      const { logKey, formerLogKeys = [] } = session.device;
      const logKeys = [logKey, ...formerLogKeys];
      const told = [];
      for (const { jws, receipt, doubts } of found) {
        const { leaf, checkpoint } = await verifyReceiptAnswer(jws, receipt, logKeys);
        const { eventId, subject, index } = receipt;
        told.push({
          eventId,
          subject,
          seq: receipt.seq,
          index,
          size: checkpoint.size,
          origin: checkpoint.origin,
          receivedAt: formatTime(leaf.receivedAt),
          doubts,
          verified: true,
        });
        if (out !== undefined) {
          await writeFileDurably(`${out}/${index}.jws`, jws);
          await writeFileDurably(`${out}/${index}.tlog-proof`, receipt.proof);
          // As `scelle verify --receipt` takes it.
          await writeFileDurably(`${out}/${index}.receipt.json`, `${JSON.stringify({ ...receipt, jws })}\n`);
        }
      }
      output.result(
        told,
        told.flatMap(({ index, size, eventId, subject, seq, receivedAt, doubts }) => [
          `#${index} ${say('of', 'sur')} ${size}  ${nameSubject(subject)} #${seq}`,
          `  ${say('event, as --ref takes it', 'acte, tel que le prend --ref ')}: ${eventId}`,
          `  ${say('received', 'reçu le')} ${receivedAt}; ${say('proof checked', 'preuve vérifiée')}`,
          ...doubts.map(doubt => `  ! ${doubt}`),
        ]),
      );
    });
};

function receiptsNamed({ id, batch, receipts, doubts }: OutboxEntry, name: string) {
  return (receipts ?? []).flatMap((receipt, position) => {
    const jws = batch.events[position]?.jws ?? '';
    const { eventId, subject, index } = receipt;
    const named = [id, eventId, subject, subject.slice(subject.indexOf('/') + 1), String(index), `#${index}`];
    return named.includes(name) ? [{ jws, receipt, doubts }] : [];
  });
}
