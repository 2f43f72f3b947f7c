import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatVerifierKey } from '../../log/index.js';
import { startServer } from '../../server.js';
import { makeDatabaseAvailable } from '../../store/available-database.js';
import { readLogKey } from '../../store/log-key-file.js';
import { foundDemoLog } from '../cast/found-demo-log.js';
import { officersFolder, Stage } from '../cast/stage.js';
import { DeviceHome, writeFileDurably } from '../home.js';
import type { Output } from '../output.js';
import { collectAguelhok } from './aguelhok-collection.js';
import { openAguelhok } from './aguelhok-scenes.js';
import { checkReceipt } from './check-receipt.js';
import { showCustody } from './custody-table.js';
import { playHandover, playHeadquartersLeg } from './headquarters-leg.js';
import { Narrator } from './narrator.js';
import { DemoClock, Play } from './play.js';
import { sealAguelhok } from './sealing.js';
import { playSeals } from './seals.js';
import { playSectorLeg } from './sector-leg.js';
import { prepareSetting } from './setting.js';

export interface DemoOptions {
  /** Keep everything that was made in this folder; null: in a temporary one that is removed. */
  readonly out: string | null;
  /** Resolves when the service may stop; null: stop at once. */
  readonly keepUntil: (() => Promise<void>) | null;
  readonly port: number;
}

/** Plays the demonstration over HTTP on a real PostgreSQL, and leaves nothing running unless asked to. */
export async function runDemo(options: DemoOptions, output: Output): Promise<void> {
  const home = options.out ?? (await mkdtemp(join(tmpdir(), 'scelle-demo-')));
  const clock = new DemoClock('2021-04-02T04:00:00Z');
  const now = () => clock.now;
  try {
    const database = await makeDatabaseAvailable({ home, databaseUrl: null, ownerUrl: null });
    try {
      const log = await foundDemoLog(home, database.serviceUrl, now);
      const server = await startServer({
        home,
        serviceUrl: database.serviceUrl,
        host: '127.0.0.1',
        port: options.port,
        logKeyPassphrase: null,
        now,
        logger: false,
      });
      try {
        const stage = new Stage(log, server.url, officersFolder(home), now);
        const play = new Play(stage, new Narrator(output, now), clock);
        await playStory(play);
        await closeDemo(play, home, output);
        if (options.keepUntil !== null) {
          output.note(server.url);
          await options.keepUntil();
        }
      } finally {
        await server.stop();
      }
    } finally {
      await database.stop();
    }
  } finally {
    if (options.out === null) await rm(home, { recursive: true, force: true });
  }
}

/** The whole story, act by act. */
export async function playStory(play: Play): Promise<void> {
  const { narrator } = play;
  narrator.say({
    en: 'DEMONSTRATION. Attacks, items and marks from a public brief (UNIDIR 2023); custody path, officers and everything else invented (DEMO-…).',
    fr: "DÉMONSTRATION. Attaques, pièces et marquages tirés d'une note publique (UNIDIR 2023) ; circuit de garde, officiers et tout le reste inventés (DEMO-…).",
  });
  const setting = await prepareSetting(play);
  const stock = await playSeals(play);
  const aguelhok = await openAguelhok(play, setting);
  const items = await collectAguelhok(play, aguelhok);
  const packages = await sealAguelhok(play, items, stock);
  await playSectorLeg(play, setting, items, packages);
  const arms = packages.slice(0, 1);
  await playHeadquartersLeg(play, setting, arms);
  await playHandover(play, setting, arms);
  await showCustody(play, items);
}

/** Ends with the receipt of the last event, checked with the log's key alone. */
async function closeDemo({ narrator, stage, last }: Play, home: string, output: Output): Promise<void> {
  if (last === undefined) return;
  const { key } = await readLogKey(join(home, 'log.key'), null);
  const logKey = formatVerifierKey(key);
  const verified = await checkReceipt(last.submitted, last.receipt, logKey, kid => stage.keyOf(kid));
  const { index, checkpoint } = verified;
  narrator.heading({ en: 'The receipt of the last event', fr: 'Le récépissé du dernier acte' });
  narrator.say({
    en: `Event ${verified.event.eventId} is proven to be leaf ${index} in the tree of ${checkpoint.size}, signed by ${checkpoint.origin}.`,
    fr: `L'acte ${verified.event.eventId} est prouvé : feuille ${index} de l'arbre de taille ${checkpoint.size}, signé par ${checkpoint.origin}.`,
  });
  await writeFileDurably(join(home, 'receipts', `${index}.tlog-proof`), last.receipt.proof);
  await new DeviceHome(home).saveDevice({
    service: 'http://127.0.0.1:8420',
    origin: stage.origin,
    logSubject: stage.logSubject,
    logKey,
  });
  if (output.json) {
    output.result(
      { steps: narrator.steps, receipt: { index, size: checkpoint.size, origin: checkpoint.origin } },
      [],
    );
  }
}
