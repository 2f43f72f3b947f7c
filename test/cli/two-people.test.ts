import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { systemRandom } from '../../src/cli/system-random.js';
import { makeOfficerKey, unlockOfficerKey } from '../../src/client/index.js';
import { evidenceNumber } from '../../src/custody/evidence/number.js';
import {
  formatTime,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  makeProofOfPossession,
} from '../../src/log/index.js';
import { collectedBody, quantity, registeredBody } from '../helpers/bodies/evidence.js';
import { createFieldCase, type FieldCase, minutesAgo } from '../helpers/field-case.js';
import { Laptop, scelle } from '../helpers/scelle.js';

t.setTimeout(600_000);

const bareUuid = /(?<![a-z]\/)\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** What a half-signed batch says of one event; only what is changed here. */
interface HalfSigned {
  readonly jws: string | null;
  readonly payload: { log: string; readonly body: Record<string, JsonValue> };
}

/** An officer of the register whose key is under a passphrase. Returns key file and role as typed. */
async function enlistWithPassphrase(
  field: FieldCase,
  laptop: Laptop,
  label: string,
  passphrase: string,
): Promise<string> {
  const { stage } = field;
  const officer = stage.newId();
  const made = await makeOfficerKey({ officer, label, alg: 'ES256' }, passphrase, systemRandom);
  const file: JsonValue = JSON.parse(JSON.stringify(made));
  const path = await laptop.file(`${label}.key.json`, file);
  const unlocked = await unlockOfficerKey(file, passphrase);
  const pop = await makeProofOfPossession({ log: stage.origin, officer }, unlocked.signer);
  const registrars = { by: 'DEMO-REG-1/REG', countersigned: ['DEMO-REG-2/REG as registrar'] };
  const subject = `officer/${officer}`;
  const until = formatTime(Date.now() + 86_400_000);
  await stage.require([
    {
      ...registrars,
      subject,
      type: 'officer.registered',
      body: { name: label, unit: null, kind: 'PERSON', national: false },
    },
    { ...registrars, subject, type: 'officer.key-registered', body: { jwk: { ...unlocked.key.jwk }, pop } },
    {
      ...registrars,
      subject,
      type: 'officer.role-granted',
      body: { grant: stage.newId(), role: 'WIT', from: formatTime(Date.now()), until },
    },
  ]);
  return `${path}:WIT`;
}

/** An item registered by who will collect it: others of the field do not see it before it is somebody's. */
async function registeredItem(
  { incident, scene, clearance, idOf }: FieldCase,
  laptop: Laptop,
  as: string,
): Promise<string> {
  const form = await laptop.file(
    'registered.json',
    registeredBody(minutesAgo(60), {
      incident,
      scene,
      photographs: [],
      withoutPhotograph: 'DEMO: no camera',
      quantity: { ...quantity('143'), countedBy: idOf('DEMO-WIT-1') },
    }),
  );
  const ran = await laptop.run(
    ['--passphrase-stdin', 'evidence', 'register', '--as', as, '--body', form, '--ref', clearance],
    { input: 'DEMO first secret\n' },
  );
  return ran.json<{ subject: string }>().subject.slice('evidence/'.length);
}

t.test('two people: on one laptop each with an own passphrase; on two devices through a file', async t => {
  const field = await createFieldCase(t);
  const laptop = await Laptop.connect(t, field.url);
  const other = await Laptop.connect(t, field.url);
  const first = await enlistWithPassphrase(field, laptop, 'DEMO-WIT-3', 'DEMO first secret');
  const second = await enlistWithPassphrase(field, other, 'DEMO-WIT-4', 'DEMO second secret');
  const { scene, clearance } = field;
  const collected = await laptop.file('collected.json', collectedBody(minutesAgo(50), { scene }));
  const collect = (item: string) => [
    'evidence',
    'collect',
    item,
    '--as',
    first,
    '--body',
    collected,
    '--ref',
    clearance,
  ];
  const both = { input: 'DEMO first secret\nDEMO second secret\n' };

  await t.test('one laptop: each unlocks his own key', async t => {
    const item = await registeredItem(field, laptop, first);
    const shown = ['--passphrase-stdin', ...collect(item), '--with', `${second}:witness`];
    const unasked = await laptop.run(shown, { input: 'DEMO first secret\n' });
    t.equal(unasked.code, 2, 'the second signs nothing without a yes, and his passphrase is not asked for');
    t.match(unasked.stderr, /Item collected — .*\n[\s\S]*Gloves changed[\s\S]*nothing was signed/i);
    t.match(
      unasked.stderr,
      /^ {2}Weapons Intelligence collector \(WIT\) \(officer\/[^)]*\), .*: to be signed$/m,
      'who signs, as the register knows him',
    );
    t.notMatch(unasked.stderr, 'by the label of the key', 'not by what he wrote on his own key');
    t.notMatch(unasked.stderr, bareUuid);
    const args = [...shown, '--yes'];
    const wrong = await laptop.run(args, { input: 'DEMO first secret\nDEMO first secret\n' });
    t.equal(wrong.code, 2, 'the first secret does not open the second key');
    t.match(wrong.stderr, /passphrase of DEMO-WIT-4 is wrong/);
    t.match(wrong.stderr, /Item collected/, 'scripts show it too');
    const missing = await laptop.run(args, { input: 'DEMO first secret\n' });
    t.equal(missing.code, 2);
    const done = await laptop.run(args, both);
    t.equal(done.code, 0, done.stderr);
    t.match(done.json(), { outcome: 'appended', subject: `evidence/${item}` });
  });

  await t.test('two devices: shown in words, asked, completed, pushed', async t => {
    const item = await registeredItem(field, laptop, first);
    const batch = join(laptop.home, 'half.json');
    const card = await publicCardOf(second, laptop);
    const half = await laptop.run(
      ['--passphrase-stdin', ...collect(item), '--with', `${card}:WIT:witness`, '--out', batch],
      both,
    );
    t.match(half.json(), { missing: [{}] });
    const sign = ['--passphrase-stdin', 'sign', batch, '--as', second, '--push'];
    const asked = await other.run(sign, { input: 'DEMO second secret\n' });
    t.equal(asked.code, 2, 'nothing is signed without a yes');
    t.match(asked.stderr, /Item collected/);
    t.match(asked.stderr, evidenceNumber(item));
    t.match(
      asked.stderr,
      /Precautions against contamination 1\/1: Gloves changed for this item \[GLOVES_CHANGED\]/,
    );
    const french = await scelle(['--home', other.home, '--lang', 'fr', ...sign], {
      input: 'DEMO second secret\n',
    });
    t.match(french.stderr, /Pièce collectée/);
    t.match(french.stderr, /Gants changés pour cette pièce/);
    t.match(french.stderr, /Déclaration contresignée: /);
    for (const shown of [asked.stderr, french.stderr]) {
      t.notMatch(shown, /\bnull\b/, 'what a form says to who fills it in');
      t.notMatch(shown, bareUuid, 'an identifier stands with its kind, and behind a name where there is one');
      t.match(shown, 'DEMO camp (scene/');
    }
    await t.test('F-28, log-format section 1: nobody signs what he was not shown', async t => {
      const kept = await readFile(batch, 'utf8');
      const changed = async (change: (event: HalfSigned) => void, as = second) => {
        const file = JSON.parse(kept) as { events: HalfSigned[] };
        for (const event of file.events) if (event.jws === null) change(event);
        const path = await laptop.file('changed.json', file as unknown as JsonObject);
        const ran = await other.run(['--passphrase-stdin', 'sign', path, '--as', as, '--yes'], {
          input: 'DEMO second secret\n',
        });
        t.not(ran.code, 0, ran.stderr);
        t.equal(await readFile(path, 'utf8'), JSON.stringify(file), 'nothing was signed');
        return ran.stderr;
      };
      const elsewhere = await changed(({ payload }) => {
        payload.log = 'other.example/AAAAAAAAAAAAAAAAAAAAAA';
      });
      t.match(elsewhere, /for the log other\.example/);
      const role = await changed(() => undefined, second.replace(/:WIT$/, ':COU'));
      t.match(role, /in the role WIT, you gave COU/);
    });
    const done = await other.run([...sign, '--yes'], { input: 'DEMO second secret\n' });
    t.equal(done.code, 0, done.stderr);
    t.match(done.json(), { outcome: 'appended' });
    const status = await other.run(['--passphrase-stdin', 'status', evidenceNumber(item), '--as', second], {
      input: 'DEMO second secret\n',
    });
    t.equal(status.code, 2, 'a witness does not thereby see the item');
  });

  await t.test('an item one may not see has no place one could know', async t => {
    const item = await registeredItem(field, laptop, first);
    const blind = await other.run(
      ['--passphrase-stdin', 'evidence', 'collect', item, '--as', second, '--body', collected],
      { input: 'DEMO second secret\n' },
    );
    t.equal(blind.code, 2);
    t.match(blind.stderr, /may not see it/);
  });

  await t.test('what was changed on the way is noticed before anybody signs', async t => {
    const item = await registeredItem(field, laptop, first);
    const path = join(laptop.home, 'tampered.json');
    const card = await publicCardOf(second, laptop);
    await laptop.run(
      ['--passphrase-stdin', ...collect(item), '--with', `${card}:WIT:witness`, '--out', path],
      both,
    );
    const honest: JsonObject = JSON.parse(await readFile(path, 'utf8'));
    const spoil = async (change: (event: Record<string, JsonValue>) => void) => {
      const copy: { events: Record<string, JsonValue>[] } = JSON.parse(JSON.stringify(honest));
      change(copy.events[0] ?? {});
      await writeFile(path, JSON.stringify(copy));
      const signed = await other.run(['--passphrase-stdin', 'sign', path, '--as', second, '--yes'], {
        input: 'DEMO second secret\n',
      });
      t.not(signed.code, 0);
      t.match(signed.stderr, /was changed/);
    };
    await spoil(event => {
      const { payload } = event;
      if (isJsonObject(payload ?? null))
        event.payload = { ...(payload as JsonObject), at: '2021-01-01T00:00:00Z' };
    });
    await spoil(event => {
      const jws = String(event.jws);
      event.jws = `${jws.slice(0, -8)}${jws.endsWith('AAAAAAAA') ? 'BBBBBBBB' : 'AAAAAAAA'}`;
    });
  });

  await t.test('a device under a passphrase: nothing opens without it', async t => {
    const sealed = join(other.home, 'sealed');
    await mkdir(sealed);
    await writeFile(join(sealed, 'device.json'), await readFile(join(other.home, 'device.json')));
    const list = (secret: string) =>
      scelle(['--home', sealed, '--json', 'outbox', 'list'], { env: { SCELLE_OUTBOX_PASSPHRASE: secret } });
    t.same((await list('DEMO device secret')).json(), { entries: [], unreadable: [] });
    t.equal((await list('DEMO another')).code, 2);
    t.same((await list('DEMO device secret')).json(), { entries: [], unreadable: [] });
  });

  await t.test('status by the number on the label: custody, safety, what comes next and by whom', async t => {
    const item = await registeredItem(field, laptop, first);
    const ran = await laptop.run(
      ['--passphrase-stdin', 'status', evidenceNumber(item).toLowerCase(), '--as', first],
      { input: 'DEMO first secret\n' },
    );
    const status = ran.json<{
      summary: { number: string };
      next: readonly { command: string; signers: readonly string[]; countersigners: readonly string[] }[];
      history: readonly unknown[];
    }>();
    t.equal(status.summary.number, evidenceNumber(item));
    t.equal(status.history.length, 1);
    const collecting = status.next.find(({ command }) => command === 'evidence collect');
    t.ok(collecting?.signers.includes('WIT'));
    t.same(collecting?.countersigners, [{ as: 'witness', count: 1 }]);
    t.notOk(
      status.next.some(({ command }) => command === 'transfer offer'),
      'it is still in place',
    );
  });
});

async function publicCardOf(key: string, laptop: Laptop): Promise<string> {
  const stored: JsonObject = JSON.parse(await readFile(key.slice(0, key.lastIndexOf(':')), 'utf8'));
  const { secret: _secret, ...rest } = stored;
  return laptop.file('card.json', { ...rest, kind: 'scelle-public-card' });
}
