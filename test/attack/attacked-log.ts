import type { Test } from 'tap';
import { uploadPictures } from '../../src/cli/demo/chapters/uploads.js';
import type { KeptBatch, Play } from '../../src/cli/demo/play.js';
import type { OpenLog } from '../../src/store/open-log.js';
import { type Closure, closureOf } from '../helpers/closure.js';
import { base64 } from '../helpers/forged/bytes.js';
import { eventIdOf, ForgedLog, type ForgedWitness, payloadOf } from '../helpers/forged/forged-log.js';
import { cosignatureLine, newForgedKey } from '../helpers/forged/keys.js';
import { forgedBag } from '../helpers/forged/write-bag.js';
import { makeExport, nothingNamed } from '../helpers/made-export.js';
import { playedStory } from '../helpers/played-story.js';
import { copyTestDatabase, type TestDatabase } from '../helpers/test-database.js';
import type { TestStage } from '../helpers/test-stage.js';
import type { Handed } from './attack.js';
import { type Stolen, type StolenEvent, steal } from './stolen.js';

/** A log that was run honestly by a listening service, and all that an attacker takes from it. */
export interface AttackedLog extends Stolen {
  readonly testStage: TestStage;
  /** Copy of its database that nobody touches. */
  readonly pristine: TestDatabase;
  /** Somebody else's machine: its key is the one that nobody steals. */
  readonly witness: ForgedWitness;
  /** What the auditor was handed apart: the log's key, and a quorum of the witness. */
  readonly policy: string;
  /** The same without a witness. */
  readonly plainPolicy: string;
  /** Checkpoint of the whole log that the witness cosigned. */
  readonly latest: string;
  /** What others kept from the middle of the story. */
  readonly kept: Kept;
  /** Leaf of `log.anchored`, in the middle of the story, and the size that it anchors. */
  readonly anchor: { readonly index: number; readonly size: number };
  /** What officers were answered with, by leaf index. */
  readonly receipts: ReadonlyMap<number, Receipt>;
  /** UUID of an item with a long history, and of one more. */
  readonly item: string;
  /** What the service hands out, withheld claims included. */
  readonly whole: Handed;
  readonly dossier: Handed;
  /** The same events laid into leaves by the tree-writer. */
  readonly relaid: ForgedLog;
  readonly relaidWhole: Handed;
}

/** An event and its proof (log-format section 7). */
export interface Receipt {
  readonly jws: string;
  readonly proof: string;
}

/** What the operator gave out before he thought of tampering. */
export interface Kept {
  /** A checkpoint that the witness cosigned. */
  readonly witnessed: string;
  /** An officer's receipt (log-format section 7). */
  readonly receipt: string;
  /** An export of the whole log. */
  readonly export: Handed;
}

const operator = 'DEMO-OPS-1';

/** Plays the case from the scenes to the national authority over HTTP; a witness saw the log on the way and at its end. */
export async function playAttackedLog(t: Test): Promise<AttackedLog> {
  const witness = { name: 'witness.test.example', key: newForgedKey('Ed25519') };
  let kept: Kept | undefined;
  let batches: readonly KeptBatch[] = [];
  const testStage = await playedStory(t, async ({ testStage, play }) => {
    await uploadPictures(play, 'DEMO-WIT-1');
    kept = await anchor(testStage, play, witness);
    batches = play.kept;
  });
  if (kept === undefined) throw new Error('the story has no middle');
  const stolen = await steal(testStage.database.adminUrl, testStage.home);
  const { events, origin, logKey } = stolen;
  const relaid = layAgain(new ForgedLog(origin, logKey, [witness], stolen.salts), events);
  const at = events.find(({ type }) => type === 'log.anchored');
  const item = longestHistory(events);
  const whole = await exportWhole(testStage.log);
  return {
    ...stolen,
    testStage,
    pristine: await copyTestDatabase(t, testStage.database),
    witness,
    policy: relaid.policy(),
    plainPolicy: new ForgedLog(origin, logKey).policy(),
    latest: relaid.checkpoint(),
    kept,
    receipts: new Map(batches.flatMap(receiptsIn)),
    anchor: { index: at?.index ?? -1, size: anchoredSize(at) },
    item,
    whole,
    dossier: await exportItem(testStage.log, item),
    relaid,
    relaidWhole: forgedBag(relaid, { files: filesIn(whole) }),
  };
}

/** The operator's officer puts a checkpoint that the witness cosigned into the log. */
async function anchor(
  { stage, url, log }: TestStage,
  { clock }: Play,
  { name, key }: ForgedWitness,
): Promise<Kept> {
  await stage.enlist(operator, ['OPS'], { unit: null });
  clock.pass(10);
  const note = await (await fetch(`${url}/v1/log/checkpoint`)).text();
  const text = note.slice(0, note.indexOf('\n\n') + 1);
  const witnessed = `${note}${cosignatureLine(name, key, text, Math.floor(clock.now / 1000))}`;
  const outcome = await stage.attempt([
    {
      subject: stage.logSubject,
      type: 'log.anchored',
      by: `${operator}/OPS`,
      body: { note: base64(Buffer.from(witnessed)) },
    },
  ]);
  const receipt = outcome.kind === 'accepted' ? outcome.receipts[0]?.proof : undefined;
  if (receipt === undefined) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return { witnessed, receipt, export: await exportWhole(log) };
}

function receiptsIn({ submitted, receipts }: KeptBatch): readonly (readonly [number, Receipt])[] {
  return receipts.map(({ index, proof }, place) => {
    const [jws = ''] = (submitted[place] ?? '').split('~');
    return [index, { jws, proof }];
  });
}

function anchoredSize(event: StolenEvent | undefined): number {
  const { note } = payloadOf(event?.jws ?? '').body as { note: string };
  return Number(Buffer.from(note, 'base64').toString().split('\n')[1]);
}

function longestHistory(events: readonly StolenEvent[]): string {
  const items = events.filter(({ subject }) => subject.startsWith('evidence/'));
  const longest = items.reduce((one, other) => (other.seq > one.seq ? other : one));
  return longest.subject.slice('evidence/'.length);
}

/** The events as they lie: with the salts of their leaves. */
export function layAgain(log: ForgedLog, events: readonly StolenEvent[]): ForgedLog {
  for (const event of events) log.layAgain(event, event.leaf);
  return log;
}

export async function exportWhole(log: OpenLog): Promise<Handed> {
  const { bag } = await makeExport(log, { ...nothingNamed, kind: 'LOG' }, { withheld: true });
  return bag.files;
}

export async function exportItem(log: OpenLog, item: string): Promise<Handed> {
  const { bag } = await makeExport(log, { ...nothingNamed, kind: 'ITEM', item }, { withheld: true });
  return bag.files;
}

export function filesIn(files: Handed): readonly Uint8Array[] {
  return [...files].filter(([path]) => path.startsWith('data/file/')).map(([, bytes]) => bytes);
}

/** What a partial export of one item holds. */
export function partOf(events: readonly { readonly jws: string }[], item: string): Closure {
  type Payload = Parameters<typeof closureOf>[0][number];
  const payloads = events.map(({ jws }) => payloadOf(jws) as unknown as Omit<Payload, 'eventId'>);
  return closureOf(
    payloads.map((payload, index) => ({ ...payload, eventId: eventIdOf(events[index]?.jws ?? '') })),
    [`evidence/${item}`],
  );
}
