import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';

t.test(
  'RQ-61: one file alone gives an item the status CLEARED, and it copies the word of the decision',
  async t => {
    const sources = join(import.meta.dirname, '../../../../src/custody');
    const names = await readdir(sources, { recursive: true });
    const found: string[] = [];
    for (const name of names.filter(name => name.endsWith('.ts'))) {
      const text = await readFile(join(sources, name), 'utf8');
      if (/'CLEARED(_WITH_CONDITIONS)?'/.test(text)) found.push(name);
    }
    t.same(found.sort(), ['evidence/state.ts', 'release/outcome.ts']);
  },
);
