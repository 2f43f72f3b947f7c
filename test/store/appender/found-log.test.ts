import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { foundingSubmission } from '../../../src/client/index.js';
import { reconstruction } from '../../../src/custody/sop/reconstruction.js';
import { type Founding, foundLog } from '../../../src/store/appender/found-log.js';
import { openDatabase } from '../../../src/store/database.js';
import { LogKeys } from '../../../src/store/log-keys.js';
import { openLog } from '../../../src/store/open-log.js';
import type { Database } from '../../../src/store/schema/index.js';
import { checkLog } from '../../helpers/check-log.js';
import { beginTestFounding, random, signByAll } from '../../helpers/founders.js';
import { createTestDatabase } from '../../helpers/test-database.js';
import { createTestFolder } from '../../helpers/test-folder.js';

const now = () => Date.UTC(2021, 0, 2);

async function signedFounding() {
  const { file, founders, logKey } = await beginTestFounding(['one', 'two', 'three']);
  const submitted = foundingSubmission(await signByAll(file, founders));
  return { origin: logKey.key.name, logKey, submitted };
}

t.test('log-format section 8: a log is founded once, and what follows a crash finishes it', async t => {
  const { serviceUrl } = await createTestDatabase(t);
  const folder = await createTestFolder(t);
  const vaultFolder = join(folder, 'vault');
  const checkpoint = join(vaultFolder, 'checkpoint');
  const db = openDatabase<Database>(serviceUrl, { maxConnections: 2 });
  t.teardown(() => db.destroy());
  const signed = await signedFounding();
  const founding: Founding = { db, vaultFolder, sop: reconstruction, now, random, ...signed };
  const count = async () => (await db.selectFrom('event').select('log_index').execute()).length;

  await mkdir(vaultFolder);
  await writeFile(checkpoint, 'of another log');
  await t.rejects(foundLog(founding), { name: 'FoundingError', message: /already holds the checkpoint/ });
  await rm(checkpoint);
  const other = await signedFounding();
  await t.rejects(foundLog({ ...founding, logKey: other.logKey }), { message: /another log key/ });
  t.match(await foundLog({ ...founding, submitted: signed.submitted.slice(1) }).catch(error => error), {
    kind: /malformed|refused/,
  });
  t.match(await foundLog({ ...founding, submitted: signed.submitted.slice(0, -1) }), { kind: 'refused' });
  t.equal(await count(), 0, 'nothing was written');
  await t.rejects(readFile(checkpoint), { code: 'ENOENT' });

  const founded = await foundLog(founding);
  t.match(founded, { kind: 'founded', checkpoint: { size: 9 } });
  const note = await readFile(checkpoint, 'utf8');
  t.same(await foundLog(founding), founded, 'once more changes nothing');
  await rm(checkpoint);
  t.same(await foundLog(founding), founded, 'after a crash between the log and its vault');
  t.equal(await readFile(checkpoint, 'utf8'), note);
  t.equal(await count(), 9);

  await t.rejects(foundLog({ ...founding, ...other }), { message: /already holds the log custody/ });
  await writeFile(checkpoint, note.replace(/\n9\n/, '\n8\n'));
  await t.rejects(foundLog(founding), { message: /does not belong to this log/ });
  await writeFile(checkpoint, note);

  const log = await openLog({
    serviceUrl,
    vaultFolder,
    filesFolder: join(folder, 'files'),
    logKeys: new LogKeys([signed.logKey]),
    now,
  });
  t.teardown(() => log.close());
  t.equal((await checkLog(t, log)).size, 9);
});
