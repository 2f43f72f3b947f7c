import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { foundingBatch, readFoundingFile } from '../../src/client/index.js';
import { formatVerifierKey, signCheckpoint } from '../../src/log/index.js';
import { Cast } from '../helpers/cast.js';
import { runScelle } from '../helpers/scelle-program.js';
import { createTestFolder } from '../helpers/test-folder.js';

t.setTimeout(600_000);

t.test(
  'issue 4, section 2: a new log begins by naming the last checkpoint of the one that was lost',
  async t => {
    const cwd = await createTestFolder(t);
    const { key, signer } = (await Cast.found()).logKey;
    const note = await signCheckpoint(
      { origin: key.name, size: 120, root: new Uint8Array(32) },
      { key, signer },
    );
    await writeFile(join(cwd, 'last-note'), note);
    await writeFile(join(cwd, 'no-note'), formatVerifierKey(key));
    const founders: string[] = [];
    for (const name of ['one', 'two']) {
      const made = [
        'key',
        'new',
        `${name}.key`,
        '--label',
        name,
        '--no-passphrase',
        '--card',
        `${name}.card`,
      ];
      t.equal((await runScelle(made, { cwd })).status, 0);
      founders.push('--founder', `${name}.card:DEMO-${name}`);
    }
    const init = ['--home', 'new', 'init', '--name', 'demo.test.example', ...founders];
    const refused = await runScelle([...init, '--continues', 'no-note'], { cwd });
    t.match(refused, { status: 2, stderr: /no-note is no signed checkpoint/ });
    const begun = await runScelle([...init, '--continues', 'last-note'], { cwd });
    t.equal(begun.status, 0, begun.stderr);
    t.match(
      begun.stderr,
      new RegExp(`continues {2}${key.name}`),
      'the founders are told what they go on from',
    );
    t.match(begun.stderr, /120 events/);
    const file = JSON.parse(await readFile(join(cwd, 'founding.json'), 'utf8'));
    t.equal(Buffer.from(file.continues, 'base64').toString('utf8'), note);
    for (const name of ['one', 'two']) {
      t.equal(
        (await runScelle(['sign', 'founding.json', '--as', `${name}.key:REG`, '--yes'], { cwd })).status,
        0,
      );
    }
    const proven = await readFoundingFile(JSON.parse(await readFile(join(cwd, 'founding.json'), 'utf8')));
    const opened = foundingBatch(proven)?.events[0]?.payload;
    t.match(opened, { type: 'log.opened', body: { continues: file.continues } }, 'they sign it in leaf 0');
  },
);
