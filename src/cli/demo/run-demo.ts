import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type RunningServer, startServer } from '../../server.js';
import type { LogKey } from '../../store/appender/checkpoint-signer.js';
import { makeDatabaseAvailable } from '../../store/available-database.js';
import { readLogKey } from '../../store/log-key-file.js';
import { appointOperator } from '../cast/appoint-operator.js';
import { type DemoLog, foundDemoLog } from '../cast/found-demo-log.js';
import { officersFolder, Stage } from '../cast/stage.js';
import type { Output } from '../output.js';
import { takeAlong } from './chapters/audit.js';
import { dossiersInto } from './chapters/dossier.js';
import { closeDemo, keepTranscript } from './close-demo.js';
import { DemoInterrupted, Interruption } from './interruption.js';
import { keepRunning } from './keep-running.js';
import { Narrator } from './narrator.js';
import { DemoClock, Play } from './play.js';
import { playStory } from './story.js';
import { type DemoWitness, readDemoPolicy, startDemoWitness } from './witness/demo-witness.js';
import { showWitness, untilWitnessed } from './witness/show-witness.js';

export interface DemoOptions {
  /** Keep everything that was made in this folder, empty or new; null: in a temporary one that is removed. */
  readonly out: string | null;
  /** Leave the service running, with the case in it, until somebody interrupts. */
  readonly keep: boolean;
  readonly port: number;
}

/** Plays the demonstration over HTTP on a real PostgreSQL, and leaves nothing running unless asked to. */
export async function runDemo(options: DemoOptions, output: Output): Promise<void> {
  const interruption = new Interruption();
  const home = options.out ?? (await mkdtemp(join(tmpdir(), 'scelle-demo-')));
  let keepFolder = options.out !== null;
  try {
    await playAt(home, options, output, interruption);
    if (keepFolder) tellKept(home, output);
  } catch (error) {
    // Half a demonstration is of no use to anybody, and would stand in the way of the next one.
    if (error instanceof DemoInterrupted) keepFolder = false;
    throw error;
  } finally {
    if (!keepFolder) await rm(home, { recursive: true, force: true });
    interruption.forget();
  }
}

function tellKept(home: string, { language, note }: Output): void {
  const folder = resolve(home);
  const what = 'transcript.txt, transcript.json, receipts, officers, files, witness, postgres';
  note(language === 'fr' ? `\nGardé dans ${folder} : ${what}.` : `\nKept in ${folder}: ${what}.`);
  note(
    language === 'fr'
      ? '  Pour un auditeur : policy.txt, le journal entier dans audit, une pièce dans audit-item.zip.'
      : '  For an auditor: policy.txt, the whole log in audit, one item in audit-item.zip.',
  );
  note(
    language === 'fr'
      ? '  Pour le procureur : dossier.zip, puis son supplément dossier-supplement.zip, et à côté de chacun (….receipt.json) l’acte qui le consigne.'
      : '  For the prosecutor: dossier.zip, then its supplement dossier-supplement.zip, and beside each (….receipt.json) the event that records it.',
  );
  note(`  npx scelle --home ${folder}/witness witness serve`);
  note(`  npx scelle --home ${folder} serve`);
}

async function playAt(
  home: string,
  { port, keep }: DemoOptions,
  output: Output,
  interruption: Interruption,
): Promise<void> {
  const { signal } = interruption;
  const clock = new DemoClock('2021-04-02T04:00:00Z');
  const now = () => clock.now;
  if (!output.json)
    output.note(output.language === 'fr' ? 'Démarrage de PostgreSQL…' : 'Starting PostgreSQL…');
  const database = await makeDatabaseAvailable({ home, databaseUrl: null, ownerUrl: null });
  try {
    signal.throwIfAborted();
    const log = await foundDemoLog(home, database.serviceUrl, now);
    const logKey = await readLogKey(join(home, 'log.key'), null);
    const witness = await startDemoWitness(home, logKey.key, clock);
    try {
      const place = { home, serviceUrl: database.serviceUrl, port, now };
      await playWitnessed({ log, logKey, witness, clock, place }, keep, output, interruption);
    } finally {
      await witness.stop();
    }
  } finally {
    await database.stop();
  }
}

interface WitnessedDemo {
  readonly log: DemoLog;
  readonly logKey: LogKey;
  readonly witness: DemoWitness;
  readonly clock: DemoClock;
  readonly place: DemoServicePlace;
}

interface DemoServicePlace {
  readonly home: string;
  readonly serviceUrl: string;
  readonly port: number;
  readonly now: () => number;
}

function startDemoServer({ home, serviceUrl, port, now }: DemoServicePlace): Promise<RunningServer> {
  return startServer({
    home,
    serviceUrl,
    host: '127.0.0.1',
    port,
    logKeyPassphrase: null,
    now,
    logger: false,
  });
}

async function playWitnessed(
  { log, logKey, witness, clock, place }: WitnessedDemo,
  keep: boolean,
  output: Output,
  interruption: Interruption,
): Promise<void> {
  const { signal } = interruption;
  const { home, now } = place;
  const policy = await readDemoPolicy(home, logKey.key);
  let server = await startDemoServer(place);
  const narrator = new Narrator(output, now);
  try {
    signal.throwIfAborted();
    const stage = new Stage(log, server.url, officersFolder(home), now, output.language);
    const play = new Play(stage, narrator, clock, signal);
    const witnessed = () => untilWitnessed(play, policy, server.url);
    const story = await playStory(play, dossiersInto(home, witnessed));
    await appointOperator(home, stage, server);
    const restart = async () => {
      await server.stop();
      server = await startDemoServer({ ...place, port: Number(new URL(server.url).port) });
      return server;
    };
    await showWitness(play, { witness, policy, server, restart });
    await appointOperator(home, stage, server);
    const [shown] = story.custody;
    if (shown !== undefined) await takeAlong(play, home, shown, witnessed);
    await closeDemo(play, { home, server, keep, story }, output);
    if (keep) await keepRunning(play, { home, url: server.url, story }, output, interruption);
  } finally {
    await keepTranscript(home, narrator);
    await server.stop();
  }
}
