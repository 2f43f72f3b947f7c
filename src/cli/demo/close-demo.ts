import { join } from 'node:path';
import { formatVerifierKey } from '../../log/index.js';
import type { RunningServer } from '../../server.js';
import { DeviceHome, writeFileDurably } from '../home.js';
import type { Output } from '../output.js';
import { checkReceipt } from './check-receipt.js';
import type { KeptBatch, Play } from './play.js';
import type { PlayedStory } from './story.js';

export interface DemoPlace {
  readonly home: string;
  readonly server: RunningServer;
  readonly keep: boolean;
  readonly story: PlayedStory;
}

/** Ends with the receipt of the last event, checked with the log's key alone, and keeps what was made. */
export async function closeDemo(
  play: Play,
  { home, server, keep, story }: DemoPlace,
  output: Output,
): Promise<void> {
  const { narrator, stage, kept } = play;
  const last = kept.at(-1);
  const receipt = last?.receipts.at(-1);
  const submitted = last?.submitted.at(-1);
  if (receipt === undefined || submitted === undefined) return;
  const logKey = formatVerifierKey(server.logKey);
  const { event, index, checkpoint } = await checkReceipt(submitted, receipt, logKey, kid =>
    stage.keyOf(kid),
  );
  const { size, origin } = checkpoint;
  narrator.heading({ en: 'The receipt of the last event', fr: 'Le récépissé du dernier acte' });
  narrator.say({
    en: `Checked with the log's key alone: event ${event.eventId} is leaf ${index} of the tree of ${size}, signed by ${origin}.`,
    fr: `Vérifié avec la seule clé du journal : l'acte ${event.eventId} est la feuille ${index} de l'arbre de ${size}, signé par ${origin}.`,
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
  await writeFileDurably(join(home, 'transcript.txt'), `${narrator.transcript.join('\n')}\n`);
  await writeFileDurably(join(home, 'transcript.json'), `${JSON.stringify(result, null, 2)}\n`);
  await new DeviceHome(home).saveDevice({
    service: keep ? server.url : 'http://127.0.0.1:8420',
    origin: stage.origin,
    logSubject: stage.logSubject,
    logKey,
  });
  if (output.json) output.result(result, []);
}

/** Each batch with its receipts, as its signers keep it: enough to prove every act without the service. */
async function keepReceipts(home: string, kept: readonly KeptBatch[]): Promise<void> {
  for (const { submitted, receipts } of kept) {
    const entries = receipts.map((receipt, position) => ({ event: submitted[position], receipt }));
    const name = `${String(receipts[0]?.index).padStart(6, '0')}.json`;
    await writeFileDurably(join(home, 'receipts', name), `${JSON.stringify(entries)}\n`);
  }
}
