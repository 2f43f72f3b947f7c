import { join } from 'node:path';
import { writeFileDurably } from '../../disk/write-durably.js';
import { formatVerifierKey } from '../../log/index.js';
import type { RunningServer } from '../../server.js';
import { DeviceHome } from '../home.js';
import type { Output } from '../output.js';
import { checkReceipt } from './check-receipt.js';
import { DemoError, type Narrator } from './narrator.js';
import type { KeptBatch, Play } from './play.js';
import type { PlayedStory } from './story.js';

export interface DemoPlace {
  readonly home: string;
  readonly server: RunningServer;
  readonly keep: boolean;
  readonly story: PlayedStory;
}

/** Ends with the receipt of the last event, checked without the service, and keeps what was made. */
export async function closeDemo(
  play: Play,
  { home, server, keep, story }: DemoPlace,
  output: Output,
): Promise<void> {
  const { narrator, stage, kept } = play;
  const last = kept.at(-1);
  const receipt = last?.receipts.at(-1);
  const submitted = last?.submitted.at(-1);
  if (receipt === undefined || submitted === undefined) throw new DemoError('nothing was sent');
  const logKey = formatVerifierKey(server.logKey);
  const { event, index, checkpoint } = await checkReceipt(submitted, receipt, logKey, kid =>
    stage.keyOf(kid),
  );
  const { size, origin } = checkpoint;
  narrator.heading({ en: 'The receipt of the last event', fr: 'Le récépissé du dernier acte' });
  const signer = stage.labelOf(event.actor.officer);
  narrator.say({
    en: `Checked without asking the service. By the log's key alone: event ${event.eventId} is leaf ${index} of the tree of ${size} of ${origin}. By the signer's key: ${signer} signed it.`,
    fr: `Vérifié sans interroger le service. Par la seule clé du journal : l'acte ${event.eventId} est la feuille ${index} de l'arbre de taille ${size} de ${origin}. Par la clé du signataire : ${signer} l'a signé.`,
  });
  const result = {
    origin,
    steps: narrator.steps,
    files: story.files,
    custody: story.custody,
    receipt: { index, size, origin },
    ...(keep ? { url: server.url } : {}),
  };
  await keepReceipts(home, kept);
  await writeFileDurably(join(home, 'transcript.json'), `${JSON.stringify(result, null, 2)}\n`);
  await new DeviceHome(home).saveDevice({
    service: keep ? server.url : 'http://127.0.0.1:8420',
    origin: stage.origin,
    logSubject: stage.logSubject,
    logKey,
  });
  if (output.json) output.result(result, []);
}

/** The print-out, whatever came of it. */
export function keepTranscript(home: string, { transcript }: Narrator): Promise<void> {
  return writeFileDurably(join(home, 'transcript.txt'), `${transcript.join('\n')}\n`);
}

/** Each batch with its receipts, as its signers keep it: enough to prove every act without the service. */
async function keepReceipts(home: string, kept: readonly KeptBatch[]): Promise<void> {
  for (const { submitted, receipts } of kept) {
    const entries = receipts.map((receipt, position) => ({ event: submitted[position], receipt }));
    const name = `${String(receipts[0]?.index).padStart(6, '0')}.json`;
    await writeFileDurably(join(home, 'receipts', name), `${JSON.stringify(entries)}\n`);
  }
}
