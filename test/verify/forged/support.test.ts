import t from 'tap';
import { cosignNote, formatNote, formatVerifierKey, parseNote } from '../../../src/log/index.js';
import type { Account } from '../../../src/verify/index.js';
import { tellVerdict } from '../../../src/verify/words/tell-verdict.js';
import { verifyForged } from '../../helpers/forged-export.js';
import { ForgedLog, type Person, uuid } from '../../helpers/forged-log.js';
import { actOn, anchor, type Cast, collectItem, foundedLog } from '../../helpers/forged-story.js';
import { note } from '../../helpers/forgeries.js';

const disputedOf = (notProven: readonly string[]) =>
  notProven.filter(text => text.startsWith('disputed event'));

function revoke(log: ForgedLog, { registrars }: Cast, { officer, key }: Person, body: object) {
  const revoked = { kid: key.signer.kid, ...body };
  return actOn(log, registrars, officer, { type: 'officer.key-revoked', body: revoked });
}

t.test('section 10: a countersignature that stands in another history supports nothing', async t => {
  const { log, cast } = await foundedLog();
  const since = log.events.length;
  const item = `evidence/${uuid()}`;
  await note(log, cast, { subject: item });
  const act = log.events.at(-1);
  const foreign = await log.append({
    by: cast.witness,
    role: 'EOD',
    subject: `evidence/${uuid()}`,
    type: 'evidence.countersigned',
    body: { as: 'witness', eventId: act?.eventId ?? '' },
    refs: [],
  });
  await note(log, cast, { subject: item, refs: [foreign.eventId] });
  await revoke(log, cast, cast.collector, { reason: 'compromised', compromisedSince: since });
  const { failed } = await verifyForged(log, { wanted: [item] });
  t.match(failed, { check: 'group', where: String(foreign.index) });
});

t.test('section 8: of a disputed event it is told that a key was reported lost later', async t => {
  const { log, cast } = await foundedLog();
  const since = log.events.length;
  await collectItem(log, cast);
  await revoke(log, cast, cast.witness, { reason: 'lost' });
  const lostAt = log.events.length - 2;
  await revoke(log, cast, cast.collector, { reason: 'lost' });
  await revoke(log, cast, cast.collector, { reason: 'compromised', compromisedSince: since });
  let account: Account | null = null;
  const verdict = await verifyForged(log, {}, { onAccount: given => (account = given) });
  t.equal(verdict.verdict, 'ok', JSON.stringify(verdict.failed));
  const [, collected = ''] = disputedOf(verdict.notProven);
  t.match(collected, `the key was reported lost at leaf ${lostAt + 2}`);
  t.match(collected, 'countersignatures by others: 1 (1 of them by a key that was reported lost later)');
  const told = { account, policy: 'policy.txt', noExport: null, remarks: [] };
  const words = tellVerdict(verdict, told, 'en').join('\n');
  t.match(
    words,
    `A key of officer ${cast.witness.officer} was reported lost at leaf ${lostAt}: it signed 1 of the events before, at leaves ${lostAt - 1}, and`,
  );
});

t.test('section 12: a time is proven by as many witnesses as the policy asks for', async t => {
  const { log, cast } = await foundedLog();
  const other = await ForgedLog.prepare();
  const third = await ForgedLog.prepare();
  const [one, two, three] = [log.witness, other.witness, third.witness].map(({ key }) =>
    formatVerifierKey(key),
  );
  const policy = `log ${formatVerifierKey(log.logKey.key)}
witness one ${one}\nwitness two ${two}\nwitness three ${three}\ngroup most 2 one two three\nquorum most\n`;
  const since = log.events.length;
  await note(log, cast);
  const at = log.timeOf(log.events.length);
  const text = await log.note(log.events.length, { seenAt: at });
  const parsed = parseNote(text);
  const cosigned = async ({ witness: { key, signer } }: ForgedLog, seconds: number) =>
    cosignNote(parsed.text, key, signer, Math.floor(at / 1000) + seconds);
  const later = [await cosigned(other, 20), await cosigned(third, 40)];
  await anchor(
    log,
    cast.operator,
    formatNote({ text: parsed.text, signatures: [...parsed.signatures, ...later] }),
  );
  await revoke(log, cast, cast.collector, { reason: 'compromised', compromisedSince: since });
  let account: Account | undefined;
  const verdict = await verifyForged(log, {}, { policy, onAccount: given => (account = given) });
  t.equal(verdict.verdict, 'ok', JSON.stringify(verdict.failed));
  const second = new Date(at + 20_000).toISOString();
  t.match(
    disputedOf(verdict.notProven)[0],
    `existed at the latest at ${second} (cosigned by log witnesses one, two`,
  );
  t.match(account?.anchors.at(-1)?.seen, { time: at + 20_000, witnesses: ['one', 'two'] });
  t.match(
    account?.lastCosigned,
    { time: at + 20_000, witnesses: ['three', 'two'] },
    'two were there at it or later',
  );
});
