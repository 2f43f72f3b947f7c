import { createHash } from 'node:crypto';
import t from 'tap';
import { sopBytes, sopReference } from '../../src/custody/sop/sop-bytes.js';
import { acceptUpload } from '../../src/store/files/uploads.js';
import { openLog } from '../../src/store/open-log.js';
import { checkLog } from '../helpers/check-log.js';
import { changedSop } from '../helpers/procedure.js';
import { append, createTestLog } from '../helpers/test-log.js';

async function* whole(bytes: Uint8Array) {
  yield bytes;
}

t.test('domain.md (a), consequence 2: an SOP document is adopted once it was uploaded', async t => {
  const { appender, cast, db, log, places } = await createTestLog(t);
  const sop = changedSop(changed => {
    changed.version = 4;
    changed.title = { en: 'DEMO SOP', fr: 'PROCÉDURE DEMO' };
  });
  const { sha256 } = sopReference(sop);
  const adopt = () =>
    cast.sign({
      subject: cast.logSubject,
      type: 'log.sop-adopted',
      by: 'DEMO-REG-1/REG',
      countersigned: ['DEMO-REG-2/REG as registrar'],
      body: { sop: { ...sopReference(sop) } },
    });
  const { submitted } = await adopt();
  t.match(await appender.submit(submitted), { kind: 'refused', violations: [{ rule: 'log.sop-unknown' }] });

  const staged = await log.files.stage(sha256, whole(sopBytes(sop)), 4_000_000);
  await acceptUpload(db, log.files, staged, {
    sha256,
    mediaType: 'application/json',
    uploadedBy: null,
    uploadedAt: new Date(cast.now),
  });
  await append(appender, submitted);
  t.equal((await log.sop()).document.version, 4);
  await append(appender, await cast.enlist('DEMO-WIT-1', ['WIT']));
  await checkLog(t, log);

  t.test('without it nothing is judged: under another SOP would be worse', async t => {
    await log.files.remove(sha256);
    const restarted = await openLog(places);
    t.teardown(() => restarted.close());
    const batch = await cast.enlist('DEMO-WIT-2', ['WIT']);
    await t.rejects(restarted.appender.submit(batch), { name: 'AppendUnavailable', reason: 'sop-missing' });
  });
});

t.test('bytes that are no SOP document are none', async t => {
  const { log } = await createTestLog(t);
  for (const text of ['', 'not JSON', '{}', '{"a": 1}']) {
    const bytes = Buffer.from(text);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await (await log.files.stage(sha256, whole(bytes), 100)).commit();
    t.equal(await log.sopDocuments.load(sha256), undefined, text);
  }
  t.equal(await log.sopDocuments.load('0'.repeat(64)), undefined);
});
