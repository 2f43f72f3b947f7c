import { randomBytes } from 'node:crypto';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { buildApp } from '../../src/http/app.js';
import type { OpenLog } from '../../src/store/open-log.js';
import { base64, base64url } from '../helpers/forged/bytes.js';
import { eventIdOf, payloadOf } from '../helpers/forged/forged-log.js';
import { newForgedKey, signJws, verifierKeyOf } from '../helpers/forged/keys.js';
import { consistencyProofOf, hashLeaf } from '../helpers/forged/tree.js';
import { scelleJson, startScelle } from '../helpers/scelle-program.js';
import { createTestFolder } from '../helpers/test-folder.js';
import type { Attack, Audit, Handed } from './attack.js';
import { type AttackedLog, exportWhole, playAttackedLog } from './attacked-log.js';
import { goingOn, onTheWire } from './going-on.js';
import { judgeAttacks } from './judge-attacks.js';
import { reportFound } from './report.js';
import { sizeOf, unseen } from './rewritten-log.js';
import { asSuperuser, steal } from './stolen.js';
import { type CopiedService, copyOf } from './tampered-tables.js';

t.setTimeout(1_800_000);

/*
 * Issue 4, section 5: attacks that go on with running services. A backup of yesterday is restored beside or over the log
 * that went on; two services then tell two histories.
 */

const family = 'services that go on';
const more = 20;

let log: AttackedLog;
/** Database and folder as they were yesterday. */
let yesterday: CopiedService;
let another: CopiedService;
/** What the log told until today, and what it says to whoever asks. */
let honest: { readonly whole: Handed; readonly note: string };

t.before(async () => {
  log = await playAttackedLog(t);
  yesterday = await copyOf(log, t);
  another = await copyOf(log, t);
  const { url } = log.testStage;
  await post(url, goingOn(log, more).map(onTheWire));
  honest = { whole: await exportWhole(log.testStage.log), note: await checkpointOf(url) };
  t.equal(sizeOf(honest.note), log.events.length + more);
});

t.test('the database of yesterday is restored: the service serves no export and appends nothing', async t => {
  const restored = await copyOf(log, t);
  await rm(join(restored.home, 'vault'), { recursive: true });
  await cp(join(log.testStage.home, 'vault'), join(restored.home, 'vault'), { recursive: true });
  const { opened, url } = await serve(t, restored);
  const answer = await send(url, goingOn(log, 2).map(onTheWire));
  const { reason } = JSON.parse(answer.text);
  t.equal(answer.status, 503);
  t.equal(reason, 'old-backup-restored');
  const ready = await fetch(`${url}/health/ready`);
  t.match(await ready.json(), { reason: 'old-backup-restored' });
  await t.rejects(exportWhole(opened), /does not reach/);
  const title = 'the database of yesterday is restored';
  const found = { named: 'refused: old-backup-restored', said: `${answer.status} ${reason}` };
  reportFound({ family, title, has: 'the tables', of: 'the service', held: 'the vault', ...found });
});

t.test('the vault is thrown back too, and the log goes on', async t => {
  const { opened, url } = await serve(t, yesterday);
  await post(url, goingOn(log, more).map(onTheWire));
  const forked = { whole: await exportWhole(opened), note: await checkpointOf(url) };
  t.equal(sizeOf(forked.note), sizeOf(honest.note), 'it is as long as the other');
  const where = `consistency/${sizeOf(honest.note)}`;
  const audits = (
    given: Handed,
    known: readonly { held: string; note: string }[],
    untampered: Handed,
  ): Audit[] =>
    known.map(({ held, note }) => {
      const found = { check: 'consistency', where } as const;
      return { of: 'the whole log', given, held, known: [note], policy: log.policy, found, untampered };
    });
  const common = { of: 'the whole log', given: forked.whole, policy: log.policy, untampered: honest.whole };
  const attacks: readonly Attack[] = [
    {
      title: 'database and vault of yesterday are restored, and the log goes on',
      has: 'the machine',
      tamper: () => [
        { ...common, held: 'a policy without a witness', policy: log.plainPolicy, found: unseen },
        ...audits(forked.whole, [{ held: 'a receipt of today', note: honest.note }], honest.whole),
      ],
    },
    {
      title: 'two auditors are shown two histories',
      has: 'the machine',
      tamper: () => [
        ...audits(forked.whole, [{ held: 'the checkpoint of the one', note: honest.note }], honest.whole),
        ...audits(honest.whole, [{ held: 'the checkpoint of the other', note: forked.note }], forked.whole),
      ],
    },
  ];
  await judgeAttacks(t, family, attacks, log);
  await t.test('a witness signs one of the two', t => isRefusedByWitness(t, forked.note, opened));
});

t.test('an officer is given a key in the tables, and signs with it', async t => {
  const anchored = log.events[log.anchor.index];
  const { actor, ...payload } = payloadOf(anchored?.jws ?? '');
  const key = newForgedKey('ES256');
  await asSuperuser(another.database.adminUrl, async client => {
    const subject = `officer/${(actor as { officer: string }).officer}`;
    const entry = { [key.kid]: { jwk: key.jwk, registered: 10, revoked: null } };
    await client.query(`insert into claim (claim_set, claim_key, subject) values ('key', $1, $2)`, [
      key.kid,
      subject,
    ]);
    await client.query(
      `update subject set state = jsonb_set(state, '{keys}', state->'keys' || $1::jsonb) where subject = $2`,
      [JSON.stringify(entry), subject],
    );
  });
  const { url } = await serve(t, another);
  const next = { actor: actor ?? null, seq: Number(payload.seq) + 1, prev: eventIdOf(anchored?.jws ?? '') };
  const nonce = base64url(randomBytes(16));
  const answer = await send(url, [signJws('custody-event+jws', { ...payload, ...next, nonce }, key)]);
  const { reason } = JSON.parse(answer.text);
  t.equal(answer.status, 503);
  t.equal(reason, 'state-changed');
  const ready = await fetch(`${url}/health/ready`);
  t.match(await ready.json(), { reason: 'state-changed' });
  const title = 'an officer is given a key in the tables, and an act is signed with it';
  const found = { named: 'refused: state-changed', said: `${answer.status} ${reason}` };
  reportFound({ family, title, has: 'the tables', of: 'the service', held: 'the events', ...found });
});

/** The witness as a process of its own: it cosigned what the log told, and no other history from then on. */
async function isRefusedByWitness(t: Test, forked: string, fork: OpenLog): Promise<void> {
  const cwd = await createTestFolder(t);
  const env = { SCELLE_PASSPHRASE: 'DEMO witness' };
  const words = (...args: string[]) => ['--home', 'witness', 'witness', ...args];
  const key = verifierKeyOf(log.origin, log.logKey, 1);
  await scelleJson(words('init', '--name', 'witness.test.example/other', '--log', key), { cwd, env });
  const { started } = await startScelle(t, words('serve', '--port', '0'), { cwd, env });
  const size = sizeOf(honest.note);
  const ask = (old: number, proof: readonly Uint8Array[], note: string) =>
    fetch(`${started.url}/add-checkpoint`, {
      method: 'POST',
      body: [`old ${old}`, ...proof.map(base64), '', note].join('\n'),
    });
  t.equal((await ask(0, [], honest.note)).status, 200, 'what was told first is cosigned');
  const sameSize = await ask(size, [], forked);
  t.equal(sameSize.status, 409, 'another tree of one size is not');
  const { url } = await serveOpened(t, fork);
  await post(url, goingOn(log, 4).map(onTheWire));
  const { events } = await steal(yesterday.database.adminUrl, yesterday.home);
  const proof = consistencyProofOf(
    events.map(({ leaf }) => hashLeaf(leaf)),
    size,
  );
  const larger = await ask(size, proof, await checkpointOf(url));
  t.equal(larger.status, 422, 'nor one that grew from it');
  const common = { family, title: 'two auditors are shown two histories', has: 'the machine' };
  const said = `${sameSize.status}, then ${larger.status}`;
  reportFound({ ...common, of: 'a witness', held: 'its last checkpoint', named: '409, then 422', said });
}

async function serve(t: Test, copied: CopiedService): Promise<{ opened: OpenLog; url: string }> {
  return serveOpened(t, await copied.service());
}

async function serveOpened(t: Test, opened: OpenLog): Promise<{ opened: OpenLog; url: string }> {
  const app = await buildApp({ log: opened, logger: false });
  t.teardown(() => app.close());
  return { opened, url: await app.listen({ host: '127.0.0.1', port: 0 }) };
}

async function send(url: string, events: readonly string[]) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/v1/events`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ events }),
  });
  return { status: answer.status, text: await answer.text() };
}

async function post(url: string, events: readonly string[]): Promise<void> {
  const { status, text } = await send(url, events);
  if (status !== 201) throw new Error(`${status} ${text}`);
}

async function checkpointOf(url: string): Promise<string> {
  return (await fetch(`${url}/v1/log/checkpoint`)).text();
}
