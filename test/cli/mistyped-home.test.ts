import { existsSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { exitStatus } from '../../src/cli/output.js';
import { scelle } from '../helpers/scelle.js';
import { createTestFolder } from '../helpers/test-folder.js';

t.test(
  'a command that reads a log founds nothing in a mistyped home, and says that there is no log',
  async t => {
    const home = join(await createTestFolder(t), 'mistyped');
    for (const [language, told] of [
      ['en', 'holds no log'],
      ['fr', 'ne contient pas de journal'],
    ] as const) {
      for (const command of [
        ['audit', 'access-log', '--out', join(home, '../access.ndjson')],
        ['backup', join(home, '../backup')],
        ['fsck'],
        ['rebuild', '--compare'],
      ]) {
        const ran = await scelle(['--lang', language, '--home', home, ...command]);
        t.equal(ran.code, exitStatus.usage, command.join(' '));
        t.match(ran.stderr, told, command.join(' '));
        t.notOk(existsSync(home), 'nothing was founded');
      }
    }
  },
);
