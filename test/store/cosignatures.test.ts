import { sql } from 'kysely';
import t, { type Test } from 'tap';
import { readPaperCheckpoint } from '../../src/http/papers/paper-checkpoint.js';
import {
  cosignNote,
  createSigner,
  createVerifierKey,
  formatSignatureLine,
  formatVerifierKey,
  generatePrivateJwk,
  parseNote,
  parsePolicy,
  parsePublicJwk,
} from '../../src/log/index.js';
import { keepCosignature, readLastWitnessed } from '../../src/store/cosignatures.js';
import { openDatabase } from '../../src/store/database.js';
import { LogKeys } from '../../src/store/log-keys.js';
import { openLog } from '../../src/store/open-log.js';
import type { Database } from '../../src/store/schema/index.js';
import { newLogKey, rotation } from '../helpers/log-rotation.js';
import { append, createTestLog } from '../helpers/test-log.js';

/** A log that goes through two rotations under the policy it was opened with, and the witness of that policy. */
async function createWitnessedLog(t: Test) {
  const made = await createTestLog(t);
  const { cast, places, db, database } = made;
  const { d, ...publicJwk } = await generatePrivateJwk('Ed25519');
  const key = createVerifierKey('witness.test.example', 'cosignature', parsePublicJwk(publicJwk));
  const signer = await createSigner({ ...publicJwk, d });
  const policy = parsePolicy(
    `log ${formatVerifierKey(cast.logKey.key)}\nwitness one ${formatVerifierKey(key)}\nquorum one\n`,
  );
  const later = [await newLogKey(cast.origin), await newLogKey(cast.origin)];
  const log = await openLog({ ...places, policy, logKeys: new LogKeys([cast.logKey, ...later]) });
  t.teardown(() => log.close());
  await append(log.appender, await cast.enlist('DEMO-OPS-1', ['OPS']));
  return {
    cast,
    database,
    log,
    async rotateTwice() {
      for (const next of later) await append(log.appender, await rotation(made, next));
    },
    async cosign() {
      const { note, size } = await log.vault.read();
      const line = formatSignatureLine(
        await cosignNote(parseNote(note).text, key, signer, Math.floor(cast.now / 1000)),
      );
      await keepCosignature(db, key, { size, note }, { line, time: cast.now });
    },
  };
}

t.test('RQ-22: a paper is printed after a second rotation, under the policy of the start', async t => {
  const { log, rotateTwice, cosign } = await createWitnessedLog(t);
  await rotateTwice();
  const { note, size } = await log.vault.read();
  t.match(await readPaperCheckpoint(log, size - 1), { note, size, cosignatures: [], quorum: false });
  await cosign();
  t.match(await readPaperCheckpoint(log, size - 1), {
    size,
    cosignatures: [{ witness: 'one' }],
    quorum: true,
  });
});

t.test('a checkpoint whose line of the log was damaged is passed over', async t => {
  const { log, cast, database, cosign } = await createWitnessedLog(t);
  await cosign();
  const good = await readLastWitnessed(log.db, log.policy, log.origin);
  await append(log.appender, await cast.enlist('DEMO-WIT-1', ['WIT']));
  await cosign();
  const { size, note } = await log.vault.read();
  const newest = await readLastWitnessed(log.db, log.policy, log.origin);
  t.equal(newest?.size, size);
  const superuser = openDatabase<Database>(asReplica(database.adminUrl), { maxConnections: 1 });
  t.teardown(() => superuser.destroy());
  const line = note.slice(note.indexOf('\n\n') + 2);
  const damaged = note.replace(line, line.replace(/.{8}(?=\n$)/, 'AAAAAAA='));
  t.not(damaged, note);
  await sql`update checkpoint set note = ${damaged} where size = ${size}`.execute(superuser);
  t.equal((await readLastWitnessed(log.db, log.policy, log.origin))?.note, good?.note);
});

function asReplica(adminUrl: string): string {
  const url = new URL(adminUrl);
  url.searchParams.set('options', '-c session_replication_role=replica');
  return url.href;
}
