import t from 'tap';
import type { Step } from '../../../src/custody/judge/world.js';
import { disclosureDigest, type JsonObject, makeDisclosure } from '../../../src/log/index.js';
import { openDatabase, transact } from '../../../src/store/database.js';
import { fileReferenceProjection } from '../../../src/store/projections/file-reference.js';
import type { Database } from '../../../src/store/schema/index.js';
import { createTestDatabase } from '../../helpers/test-database.js';

const fileOf = (digit: string): JsonObject => ({
  sha256: digit.repeat(64),
  size: 7,
  mediaType: 'image/jpeg',
});

function stepOf(eventId: string, body: JsonObject, type = 'evidence.registered'): Step {
  const [kind = ''] = type.split('.');
  const act = {
    eventId,
    subject: `${kind}/x`,
    id: 'x',
    seq: 1,
    type,
    form: 1,
    actor: { officer: 'x', role: 'WIT' },
    kid: '',
    at: '',
    refs: [],
    body,
    index: 3,
    receivedAt: 0,
  };
  return { act, before: undefined, after: {} };
}

t.test('log-format section 1: a file is bound anywhere in a body, disclosed values included', async t => {
  const { serviceUrl } = await createTestDatabase(t);
  const db = openDatabase<Database>(serviceUrl, { maxConnections: 1 });
  t.teardown(() => db.destroy());
  const disclosure = makeDisclosure(new Uint8Array(16), { scan: fileOf('b') });
  const digest = disclosureDigest(disclosure);
  const write = (steps: readonly Step[], disclosures = new Map<string, readonly string[]>()) =>
    transact(db, ({ db: trx }) => fileReferenceProjection.write(trx, { steps, disclosures }));
  const named = async () => {
    const rows = await db.selectFrom('file_reference').selectAll().orderBy('sha256').execute();
    return rows.map(row => [row.sha256.slice(0, 1), row.event_id, row.digest, row.size]);
  };
  await write(
    [
      stepOf('one', { photographs: [{ file: fileOf('a') }, { file: fileOf('a') }], paper: { _sd: digest } }),
      stepOf('two', { near: { ...fileOf('c'), more: null } }),
      stepOf('three', { sop: { id: 'DEMO', version: 1, sha256: 'd'.repeat(64) } }, 'log.sop-adopted'),
    ],
    new Map([['one', [disclosure]]]),
  );
  t.same(await named(), [
    ['a', 'one', '', 7],
    ['b', 'one', digest, 7],
    ['d', 'three', '', null],
  ]);
  await write([stepOf('four', { eventId: 'one', digest }, 'evidence.disclosure-erased')]);
  t.same(
    (await named()).map(([sha256]) => sha256),
    ['a', 'd'],
    'what an erased claim named is gone',
  );
});
