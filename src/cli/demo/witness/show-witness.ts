import { setTimeout as sleep } from 'node:timers/promises';
import {
  formatNote,
  formatTime,
  type Policy,
  type VerifiedCheckpoint,
  verifyCheckpoint,
} from '../../../log/index.js';
import type { RunningServer } from '../../../server.js';
import { formatAddCheckpoint } from '../../../witness/add-checkpoint.js';
import { DemoError } from '../narrator.js';
import type { Play } from '../play.js';
import type { DemoWitness } from './demo-witness.js';

export interface WitnessedService {
  readonly witness: DemoWitness;
  readonly policy: Policy;
  readonly server: RunningServer;
  /** Stops the service of the log and starts it again at the same address. */
  restart(): Promise<RunningServer>;
}

/**
 * Tells what the witness saw: the last checkpoint under its cosignature; and, after the service of the log was stopped
 * and started again, that it remembers it, asked directly.
 * @returns the service that runs now
 */
export async function showWitness(play: Play, service: WitnessedService): Promise<RunningServer> {
  const { narrator } = play;
  narrator.heading({ en: 'What the witness saw', fr: 'Ce que le témoin a vu' });
  const before = await untilWitnessed(play, service.policy, service.server.url);
  narrator.say({
    en: `A witness, a process of its own with a key of its own, has cosigned the tree of ${before.size} of this log at ${timeOf(before)}. It cosigns nothing that does not contain all it has seen.`,
    fr: `Un témoin, processus séparé avec sa propre clé, a cosigné l'arbre de taille ${before.size} de ce journal à ${timeOf(before)}. Il ne cosigne rien qui ne contienne tout ce qu'il a vu.`,
  });
  const server = await service.restart();
  const remembered = (await askWhatItSaw(service.witness, before)).trim();
  if (!(Number(remembered) >= before.size)) throw new DemoError(`the witness answered ${remembered}`);
  narrator.say({
    en: `The service of the log was stopped and started again; the witness went on. Asked to begin anew from nothing, it answers: 409, ${remembered}.`,
    fr: `Le service du journal a été arrêté puis relancé ; le témoin a continué. Prié de recommencer à zéro, il répond : 409, ${remembered}.`,
  });
  play.clock.pass(24 * 60);
  const after = await untilWitnessed(
    play,
    service.policy,
    server.url,
    found => timeOf(found) !== timeOf(before),
  );
  narrator.say({
    en: `A day later it is asked again, whatever happened: it has cosigned the tree of ${after.size} at ${timeOf(after)}.`,
    fr: `Un jour plus tard il est sollicité de nouveau, quoi qu'il arrive : il a cosigné l'arbre de taille ${after.size} à ${timeOf(after)}.`,
  });
  return server;
}

const patienceMs = 60_000;

/** The last checkpoint once it has its quorum. The story's clock moves on meanwhile: witnesses are asked every 10 s of it. */
export async function untilWitnessed(
  play: Play,
  policy: Policy,
  url: string,
  wanted: (checkpoint: VerifiedCheckpoint) => boolean = () => true,
): Promise<VerifiedCheckpoint> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    play.goOn();
    const note = await (await fetch(`${url}/v1/log/checkpoint`)).text();
    const checkpoint = await verifyCheckpoint(note, policy);
    if (checkpoint.quorum && wanted(checkpoint)) return checkpoint;
    play.clock.pass(1);
    await sleep(100);
  }
  throw new DemoError('the witness did not cosign the last checkpoint');
}

/** Asks the witness itself, as somebody would who wants it to forget. */
async function askWhatItSaw({ url }: DemoWitness, { note }: VerifiedCheckpoint): Promise<string> {
  const body = formatAddCheckpoint({ oldSize: 0, proof: [], note: formatNote(note) });
  return (await fetch(`${url}/add-checkpoint`, { method: 'POST', body })).text();
}

function timeOf({ cosignatures }: VerifiedCheckpoint): string {
  return formatTime(Math.max(...cosignatures.map(({ time }) => time)));
}
