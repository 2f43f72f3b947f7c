import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import t from 'tap';
import type { Sop } from '../../src/custody/sop/document.js';
import { reconstruction } from '../../src/custody/sop/reconstruction.js';
import { sopBytes, sopReference } from '../../src/custody/sop/sop-bytes.js';
import { buildApp } from '../../src/http/app.js';
import { acceptUpload } from '../../src/store/files/uploads.js';
import { handInSop } from '../../src/store/keep-sop-documents.js';
import { openLog } from '../../src/store/open-log.js';
import { checkLog } from '../helpers/check-log.js';
import { makeExport, nothingNamed } from '../helpers/made-export.js';
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

t.test(
  'log-format section 11: what a log was founded under and adopted is kept: a later release has it',
  async t => {
    const { appender, cast, db, log, places } = await createTestLog(t);
    const { sha256 } = await log.sop();
    const bytes = sopBytes(reconstruction);
    t.same(
      await buffer(log.files.read(sha256)),
      Buffer.from(bytes),
      'founded: among the files since it is open',
    );
    t.match(await db.selectFrom('file').selectAll().where('sha256', '=', sha256).execute(), [
      { size: bytes.length, media_type: 'application/json', uploaded_by: null },
    ]);
    const another = changedSop(changed => {
      changed.version = reconstruction.version + 1;
    });
    const laterRelease = async (sops: readonly Sop[] = [another]) => {
      const opened = await openLog({ ...places, sops });
      t.teardown(() => opened.close());
      return opened;
    };
    const later = await laterRelease();
    t.equal(
      (await later.sop()).sha256,
      sha256,
      'a release that brings another one along has the one in force',
    );
    await append(later.appender, await cast.enlist('DEMO-WIT-1', ['WIT']));
    await checkLog(t, later);
    const { bag } = await makeExport(later, { ...nothingNamed, kind: 'LOG' });
    t.ok(bag.files.has(`data/file/${sha256}`), 'exports carry it');

    const { submitted } = await cast.sign({
      subject: cast.logSubject,
      type: 'log.sop-adopted',
      by: 'DEMO-REG-1/REG',
      countersigned: ['DEMO-REG-2/REG as registrar'],
      body: { sop: { ...sopReference(another) } },
    });
    t.match(await appender.submit(submitted), { kind: 'refused', violations: [{ rule: 'log.sop-unknown' }] });
    await append(later.appender, submitted);
    const adopted = sopReference(another).sha256;
    t.equal(await log.files.sizeOf(adopted), sopBytes(another).length, 'adopted: kept before the answer');
    t.equal((await (await laterRelease([])).sop()).document.version, another.version);

    await log.files.remove(adopted);
    const without = await laterRelease([]);
    await t.rejects(without.sop(), {
      name: 'SopDocumentError',
      message: new RegExp(`--sop FILE.*${adopted}`),
    });
    const app = await buildApp({ log: without, logger: false });
    t.teardown(() => app.close());
    const unavailable = { code: 'unavailable', reason: 'sop-missing' };
    t.match((await app.inject({ url: '/v1/sop' })).json(), unavailable, 'reads are told why');
    const handedIn = [
      bytes,
      Buffer.from('{}'),
      sopBytes(
        changedSop(changed => {
          changed.version = reconstruction.version + 2;
        }),
      ),
    ];
    await handInSop(without, handedIn[0] ?? bytes);
    for (const wrong of handedIn.slice(1)) {
      await t.rejects(handInSop(without, wrong), { name: 'SopDocumentError', message: adopted });
    }
    await t.rejects(without.sop(), { name: 'SopDocumentError' }, 'another document is not the one in force');
    await handInSop(without, sopBytes(another));
    t.equal((await without.sop()).document.version, another.version);
    t.equal(await log.files.sizeOf(adopted), sopBytes(another).length);
  },
);

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
