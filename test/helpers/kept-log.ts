import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { judgeBatch } from '../../src/custody/judge/judge-batch.js';
import { Overlay } from '../../src/custody/judge/world.js';
import type { Sop } from '../../src/custody/sop/document.js';
import { readSop } from '../../src/custody/sop/sop-bytes.js';
import {
  type Act,
  base64Bytes,
  decodeLeaf,
  hexText,
  type PublicKey,
  readActs,
  readEvent,
  type SignedEvent,
  sha256,
  utf8Bytes,
} from '../../src/log/index.js';
import { keysIn } from './keys-in.js';
import { emptyWorld } from './procedure.js';

/** Seen from dist/test/helpers: the fixtures are read where they lie in the sources. */
export const keptLogFolder = fileURLToPath(new URL('../../../test/fixtures/log-1/', import.meta.url));

/** One line of `events.ndjson` (log-format section 11). */
export interface KeptEvent {
  readonly index: number;
  /** `leaf_data`, b64. */
  readonly leaf: string;
  readonly jws: string;
  readonly disclosures: readonly string[];
}

export interface KeptLog {
  readonly events: readonly KeptEvent[];
  readonly salts: ReadonlyMap<string, Uint8Array>;
  /** Signed note over all of it. */
  readonly checkpoint: string;
  /** Verifier key of the log; its name is the origin. */
  readonly logKey: string;
  readonly sop: Sop;
  readonly sopSha256: string;
}

async function lines<Line>(name: string): Promise<readonly Line[]> {
  const text = await readFile(`${keptLogFolder}${name}`, 'utf8');
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Line);
}

export async function readKeptLog(): Promise<KeptLog> {
  const subjects = await lines<{ subject: string; salt: string }>('subjects.ndjson');
  const sopText = await readFile(`${keptLogFolder}sop.json`, 'utf8');
  const sop = readSop(JSON.parse(sopText));
  if (sop === undefined) throw new Error('the SOP document that was kept is none any more');
  return {
    events: await lines<KeptEvent>('events.ndjson'),
    salts: new Map(subjects.map(({ subject, salt }) => [subject, base64Bytes(salt, 'leaf')])),
    checkpoint: await readFile(`${keptLogFolder}checkpoint`, 'utf8'),
    logKey: (await readFile(`${keptLogFolder}log-key`, 'utf8')).trim(),
    sop,
    sopSha256: hexText(sha256(utf8Bytes(sopText))),
  };
}

/** The events with their signatures verified by the keys that the log itself registers, one by one. */
export async function verifyKeptEvents({ events }: KeptLog): Promise<readonly SignedEvent[]> {
  const keys = new Map<string, PublicKey>();
  const verified: SignedEvent[] = [];
  for (const { jws } of events) {
    for (const key of keysIn(jws)) keys.set(key.kid, key);
    verified.push(await readEvent(jws, kid => keys.get(kid)));
  }
  return verified;
}

/** Judges every act of the log again, each at the time it was received, under the SOP that was in force. */
export function judgeKeptLog(log: KeptLog, events: readonly SignedEvent[]): Overlay {
  const world = new Overlay({
    ...emptyWorld,
    sopDocument: named => (named === log.sopSha256 ? log.sop : undefined),
  });
  const { acts, faults } = readActs(events);
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('; '));
  for (const act of acts) judge(world, log, act);
  return world;
}

function judge(world: Overlay, { events, sop }: KeptLog, act: Act): void {
  const leaf = events[act.position]?.leaf ?? '';
  const { receivedAt } = decodeLeaf(base64Bytes(leaf, 'leaf'));
  const verdict = judgeBatch(world, [act], { receivedAt, firstIndex: 0, sop });
  if (verdict.kind !== 'accepted') {
    throw new Error(`leaf ${act.position}, ${act.event.type}: ${JSON.stringify(verdict)}`);
  }
  world.absorb(verdict.overlay);
}

/** The states that the log comes to, one line a subject. */
export function statesOf(world: Overlay): readonly string[] {
  return [...world.standings]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([subject, { seq, head, state }]) => JSON.stringify({ subject, seq, head, state }));
}
