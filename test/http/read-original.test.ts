import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { readOriginal } from '../../src/http/dossiers/read-original.js';
import type { OpenLog } from '../../src/store/open-log.js';
import { sha256Of } from '../helpers/memory-bag.js';

const bytes = Buffer.from('DEMO');
const sha256 = sha256Of(bytes);

/** A store of one file, which holds it or does not. */
function storeOf(path: string, held: { now: boolean }, size = bytes.length): Pick<OpenLog, 'files'> {
  const files = { pathOf: async () => (held.now ? path : null), sizeOf: async () => size };
  return { files } as unknown as Pick<OpenLog, 'files'>;
}

t.test('a photograph that arrives while a dossier is made is missing in all of it', async t => {
  const path = join(t.testdir({}), 'file');
  await writeFile(path, bytes);
  const held = { now: false };
  const missing = new Set<string>();
  const read = readOriginal(storeOf(path, held), missing);
  t.equal(await read(sha256), null);
  held.now = true;
  t.equal(await read(sha256), null, 'of one piece as of the other');
  t.same([...missing], [sha256], 'and it is named');
  t.ok((await readOriginal(storeOf(path, held))(sha256))?.equals(bytes), 'the next one has it');
});

t.test('one that is altered is missing; one that is too large to be read whole is there', async t => {
  const path = join(t.testdir({}), 'file');
  await writeFile(path, 'DEMO-ALTERED');
  const held = { now: true };
  const altered = new Set<string>();
  t.equal(await readOriginal(storeOf(path, held), altered)(sha256), null);
  t.same([...altered], [sha256]);
  const large = new Set<string>();
  t.equal(await readOriginal(storeOf(path, held, 65 * 1_048_576), large)(sha256), null);
  t.same([...large], []);
});
