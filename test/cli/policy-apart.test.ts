import { join } from 'node:path';
import t from 'tap';
import { remarkPolicy } from '../../src/cli/verify/policy-apart.js';
import { bytesOf } from '../helpers/bag-files.js';

/** The policy inside, in parts of this many bytes, and whether it was read beyond what must be compared. */
async function remarkOn(parts: readonly Uint8Array[], given: string) {
  let read = 0;
  const folder = t.testdir({ export: {}, policy: given });
  const bag = {
    async *list() {},
    async *open() {
      for (const part of parts) {
        read += part.length;
        yield part;
      }
    },
  };
  const paths = { path: join(folder, 'export'), policy: join(folder, 'policy') };
  const remarks = await remarkPolicy({ ...paths, given: bytesOf(given), bag }, 'en');
  return { remarks, read };
}

t.test('a policy that is the one inside is told, in whatever parts it comes', async t => {
  for (const parts of [['abcdef'], ['ab', 'cd', 'ef'], ['', 'abcde', 'f']]) {
    const { remarks } = await remarkOn(parts.map(bytesOf), 'abcdef');
    t.match(remarks, [/^the policy is byte for byte the one inside/], parts.join('|'));
  }
  for (const parts of [['abcdeg'], ['abc'], ['abcdef', 'g'], []]) {
    t.same((await remarkOn(parts.map(bytesOf), 'abcdef')).remarks, [], parts.join('|'));
  }
});

t.test('a policy inside is not read beyond the first part that differs', async t => {
  const part = new Uint8Array(65_536);
  const { remarks, read } = await remarkOn(Array(1000).fill(part), 'abcdef');
  t.same(remarks, []);
  t.equal(read, part.length);
});
