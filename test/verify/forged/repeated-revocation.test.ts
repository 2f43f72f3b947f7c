import t from 'tap';
import type { Account } from '../../../src/verify/index.js';
import { verifyForged } from '../../helpers/forged-export.js';
import { actOn, foundedLog } from '../../helpers/forged-story.js';
import { note } from '../../helpers/forgeries.js';

t.test('section 8: a key that is revoked again and again disputes each of its events once', async t => {
  const { log, cast } = await foundedLog();
  const { officer, key } = cast.collector;
  const since = log.events.length;
  for (let i = 0; i < 3; i++) await note(log, cast);
  const revoke = (body: object) =>
    actOn(log, cast.registrars, officer, {
      type: 'officer.key-revoked',
      body: { kid: key.signer.kid, ...body },
    });
  const lost = await revoke({ reason: 'lost' });
  for (const from of [since + 1, since, since + 2]) {
    await revoke({ reason: 'compromised', compromisedSince: from });
    await revoke({ reason: 'lost' });
  }
  let account: Account | undefined;
  const { verdict, failed, notProven } = await verifyForged(log, {}, { onAccount: told => (account = told) });
  t.equal(verdict, 'ok', JSON.stringify(failed));
  const disputed = notProven.filter(text => text.startsWith('disputed event'));
  t.same(
    disputed.map(text =>
      /at leaf (\d+) .*since leaf (\d+); the key was reported lost at leaf (\d+)/.exec(text)?.slice(1),
    ),
    [0, 1, 2].map(i => [since + i, since, lost.index].map(String)),
    'from the earliest leaf that any of them says, to the first of them',
  );
  t.match(account?.disputed, [{ since, events: 3 }]);
  t.equal(account?.disputed.length, 1);
  t.match(account?.lostKeys, [{ leaf: lost.index, leaves: [since, since + 1, since + 2] }]);
  t.equal(account?.lostKeys.length, 1);
});
