import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import {
  base64Bytes,
  consistencyProofFromTiles,
  formatVerifierKey,
  parsePolicy,
  type VerifiedReceipt,
  verifyConsistency,
  verifyReceipt,
} from '../../src/log/index.js';
import type { AppendOutcome, Receipt } from '../../src/store/appender/outcome.js';
import { storedTiles } from '../../src/store/tiles.js';
import { checkLog } from '../helpers/check-log.js';
import { append, createTestLog, type TestLog } from '../helpers/test-log.js';

const program = join(import.meta.dirname, '../helpers/append-until-killed.js');

interface Held {
  readonly batch: readonly string[];
  readonly receipts: readonly Receipt[];
}

/** A service in a process of its own. `held` is what it has answered, as its clients keep it. */
async function startService({ places, cast }: TestLog, held: Held[]) {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.on('error', () => {});
  const { serviceUrl, vaultFolder, filesFolder } = places;
  const send = (line: unknown) => child.stdin.write(`${JSON.stringify(line)}\n`);
  send({
    serviceUrl,
    vaultFolder,
    filesFolder,
    origin: cast.origin,
    privateJwk: cast.logPrivateJwk,
    now: cast.now,
  });
  const answers = createInterface({ input: child.stdout });
  const ready = new Promise<void>(resolve => {
    answers.on('line', line => {
      const answer: 'ready' | { batch: readonly string[]; outcome: AppendOutcome } = JSON.parse(line);
      if (answer === 'ready') resolve();
      else if (answer.outcome.kind === 'appended') {
        held.push({ batch: answer.batch, receipts: answer.outcome.receipts });
      }
    });
  });
  await ready;
  return { child, submit: (batch: readonly string[]) => send({ batch }) };
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    child.once('close', () => resolve());
    child.kill('SIGKILL');
  });
}

t.test(
  'kill -9 under load: every receipt a client holds is proven by the log that was restarted',
  async t => {
    const test = await createTestLog(t);
    const { cast, log } = test;
    const held: Held[] = [];
    const waiting: (readonly string[])[] = [];
    for (let round = 0; round < 4; round++) {
      const service = await startService(test, held);
      const before = held.length;
      for (let n = 0; n < 12; n++) waiting.push(await cast.enlist(`DEMO-WIT-${round}-${n}`, ['WIT']));
      for (const batch of waiting) service.submit(batch);
      // At another moment in each round, in the midst of the answers.
      while (held.length === before) await sleep(1);
      await sleep(round * 25);
      await killed(service.child);
      const answered = new Set(held.map(({ batch }) => batch[0]));
      waiting.splice(0, waiting.length, ...waiting.filter(batch => !answered.has(batch[0])));
    }
    t.ok(held.length >= 4, `${held.length} batches were answered, ${waiting.length} were not`);
    for (const batch of waiting) await append(log.appender, batch);
    const { size, signed } = await checkLog(t, log);
    t.equal(signed, size);
    t.equal(size, 6 + 4 * 12 * (waiting[0]?.length ?? held[0]?.batch.length ?? 0));
    for (const { batch, receipts } of held) {
      const again = await append(log.appender, batch);
      t.same(again.map(placeOf), receipts.map(placeOf));
      for (const [n, receipt] of receipts.entries()) {
        await checkConsistent(test, await verify(test, batch[n] ?? '', receipt));
      }
    }
  },
);

function placeOf({ index, leaf, eventId }: Receipt) {
  return { index, leaf, eventId };
}

function verify({ cast, parts }: TestLog, submitted: string, receipt: Receipt): Promise<VerifiedReceipt> {
  const [jws = ''] = submitted.split('~');
  const subjectSalt = base64Bytes(receipt.subjectSalt, 'leaf');
  const policy = parsePolicy(`log ${formatVerifierKey(cast.logKey.key)}\nquorum none\n`);
  return verifyReceipt({ jws, proof: receipt.proof, subjectSalt }, policy, parts.findKey);
}

/** The tree of the receipt's checkpoint is the beginning of the tree there is now. */
async function checkConsistent({ db, log }: TestLog, { checkpoint }: VerifiedReceipt): Promise<void> {
  const { size, root } = await log.vault.read();
  const proof = await consistencyProofFromTiles(checkpoint.size, size, storedTiles(db));
  verifyConsistency({ oldSize: checkpoint.size, oldRoot: checkpoint.root, size, root, proof });
}
