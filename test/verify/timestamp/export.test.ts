import { join } from 'node:path';
import t, { type Test } from 'tap';
import { openFolderBag } from '../../../src/cli/verify/folder-bag.js';
import { imprintOf, readAuthorities, verifyExport } from '../../../src/verify/index.js';
import { layFoundedLog } from '../../helpers/forged/founded.js';
import { writeForgedBag } from '../../helpers/forged/write-bag.js';
import { createTestFolder } from '../../helpers/test-folder.js';
import { type Faults, TestAuthority } from '../../helpers/time-stamp-authority.js';

async function verifyStamped(t: Test, faults: Faults, given: 'given' | 'not given' | 'none inside') {
  const { log, files, cast } = await layFoundedLog();
  const authority = await TestAuthority.create({
    genTime: new Date(cast.now + 60_000).toISOString(),
    ...faults,
  });
  const token = await authority.token(imprintOf(log.checkpoint()));
  const folder = join(await createTestFolder(t), 'bag');
  await writeForgedBag(folder, log, { files, ...(given === 'none inside' ? {} : { token }) });
  const timestampAuthorities = given === 'given' ? (readAuthorities(authority.root) ?? []) : [];
  return verifyExport(openFolderBag(folder), { policy: log.policy(), timestampAuthorities });
}

const noQuorum = 'no quorum: this policy asks for no witness: nobody but the operator vouches for this tree';
const noAnchor = 'time received not anchored: no log.anchored with a quorum of this policy is inside';

t.test('section 12, timestamp: a token of an authority that is given leaves nothing open', async t => {
  const { verdict, failed, notProven } = await verifyStamped(t, {}, 'given');
  t.same({ verdict, failed, notProven }, { verdict: 'ok', failed: null, notProven: [noQuorum, noAnchor] });
});

t.test('section 12, timestamp: no token, or the certificate not given', async t => {
  const none = await verifyStamped(t, {}, 'none inside');
  t.equal(none.verdict, 'ok');
  t.same(none.notProven, [noQuorum, 'no time-stamp of the checkpoint is inside', noAnchor]);
  const unknown = await verifyStamped(t, {}, 'not given');
  t.equal(unknown.verdict, 'ok');
  t.same(unknown.notProven, [
    noQuorum,
    'time-stamp: the certificate of its authority was not given',
    noAnchor,
  ]);
});

t.test('section 12, timestamp: a token of something else fails, whoever is given', async t => {
  for (const given of ['given', 'not given'] as const) {
    const { verdict, failed } = await verifyStamped(t, { imprint: new Uint8Array(32) }, given);
    t.equal(verdict, 'fail');
    t.match(failed, { check: 'timestamp', where: 'checkpoint.tsr' });
  }
});

t.test('section 4: no leaf was received more than 5 minutes after a trusted time-stamp', async t => {
  const genTime = '2021-04-01T07:00:00Z';
  const { failed } = await verifyStamped(t, { genTime }, 'given');
  t.match(failed, { check: 'leaf', where: '0' });
  t.equal(
    (await verifyStamped(t, { genTime }, 'not given')).verdict,
    'ok',
    'one that is not trusted bounds nothing',
  );
});
