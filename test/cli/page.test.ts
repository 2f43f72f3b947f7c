import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import t from 'tap';
import { root } from '../architecture/source-files.js';
import { scelle } from '../helpers/scelle.js';
import { createTestFolder } from '../helpers/test-folder.js';

const run = promisify(execFile);

t.test(
  'scelle page leaves the page of this build, with the hash to be given apart; over nothing that is there',
  async t => {
    const out = join(await createTestFolder(t), 'scelle-page.html');
    const said = (await scelle(['page', '--out', out, '--json'])).json();
    const page = await readFile(out);
    t.same(said, { file: out, sha256: createHash('sha256').update(page).digest('hex') });
    t.same(page, await readFile(join(root, 'dist/scelle-page.html')));
    const again = await scelle(['page', '--out', out]);
    t.not(again.code, 0);
    t.match(again.stderr, /scelle-page\.html/);
  },
);

t.test(
  'the same sources give the same page, which loads nothing and says that it must come apart',
  async t => {
    const folder = await createTestFolder(t);
    const [one, other] = [join(folder, 'one.html'), join(folder, 'other.html')];
    for (const file of [one, other])
      await run(process.execPath, [join(root, 'scripts/bundle-page.mjs'), file]);
    const page = await readFile(one, 'utf8');
    t.equal(page, await readFile(other, 'utf8'));
    t.ok(page.length < 2_000_000, `${page.length} characters`);
    t.match(page, /default-src 'none'; script-src 'sha256-[\w+/]{43}='; style-src 'sha256-[\w+/]{43}='/);
    const markup = page.replace(/<script>[\s\S]*<\/script>/, '');
    t.notMatch(markup, /<(?:link|img|iframe|object|embed|base)\b|\ssrc=|@import|url\(/i);
    t.match(page, /Only a verifier obtained apart counts\./);
    t.match(page, /Seul compte un v\\xE9rificateur obtenu \\xE0 part\./);
  },
);
