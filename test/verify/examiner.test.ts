import t from 'tap';
import { examineAll } from '../../src/verify/events/examiner.js';

const megabyte = 1024 ** 2;

t.test('parts are closed by what is in them, and what is under way is bounded', async t => {
  let [inAll, most, largest] = [0, 0, 0];
  const examiner = {
    linesAtOnce: 256,
    partsAtOnce: 64,
    learn() {},
    async examine(lines: readonly string[]) {
      const characters = lines.reduce((sum, { length }) => sum + length, 0);
      largest = Math.max(largest, characters);
      inAll += characters;
      most = Math.max(most, inAll);
      await new Promise(resolve => setImmediate(resolve));
      inAll -= characters;
      return [];
    },
  };
  async function* lines() {
    for (let i = 0; i < 300; i++) yield 'x'.repeat(megabyte);
  }
  for await (const examined of examineAll(lines(), examiner)) t.fail(`${examined.index}`);
  t.equal(largest, 4 * megabyte);
  t.ok(most <= 68 * megabyte, `${most} characters under way`);
});
