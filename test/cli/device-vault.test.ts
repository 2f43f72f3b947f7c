import { readFile } from 'node:fs/promises';
import t from 'tap';
import { openVault } from '../../src/cli/device-session.js';
import { DeviceHome } from '../../src/cli/home.js';
import type { Ask } from '../../src/cli/passphrase.js';
import { createTestFolder } from '../helpers/test-folder.js';

/** A terminal at which these answers are typed, and what was asked and remarked there. */
function terminal(language: 'en' | 'fr', ...answers: string[]) {
  const asked: string[] = [];
  const notes: string[] = [];
  const asking: Ask = async question => {
    asked.push(question);
    return answers.shift() ?? null;
  };
  return { asked, notes, output: { language, note: (line: string) => void notes.push(line) }, asking };
}

t.test('the outbox asks for its passphrase at the first use, and then for it alone', async t => {
  const home = new DeviceHome(await createTestFolder(t));
  const first = terminal('en', 'DEMO device secret', 'DEMO device secret');
  const vault = await openVault(home, first.output, first.asking);
  t.equal(first.asked.length, 2, 'typed twice');
  t.match(first.asked[0], /^First use/);
  t.same(first.notes, []);
  t.notMatch(await readFile(home.path('outbox.key'), 'utf8'), /"sealed": ?false/);
  await vault.write(home.path('kept'), { act: 'DEMO' });

  const later = terminal('fr', 'DEMO device secret');
  const opened = await openVault(home, later.output, later.asking);
  t.same(await opened.read(home.path('kept')), { act: 'DEMO' });
  t.match(later.asked, [/^Phrase secrète des envois de cet appareil : $/]);

  const wrong = terminal('en', 'DEMO another');
  await t.rejects(openVault(home, wrong.output, wrong.asking), {
    name: 'UsageError',
    message: /passphrase of this device's outbox is wrong/,
  });
  const none = terminal('en');
  await t.rejects(openVault(home, none.output, none.asking), {
    name: 'UsageError',
    message: /SCELLE_OUTBOX_PASSPHRASE/,
  });
});

t.test('where none is given it is said once, in both languages', async t => {
  for (const language of ['en', 'fr'] as const) {
    const home = new DeviceHome(await createTestFolder(t));
    const first = terminal(language);
    await openVault(home, first.output, first.asking);
    t.match(first.notes, [language === 'fr' ? /sans phrase secrète/ : /under no passphrase/]);
    const later = terminal(language);
    await openVault(home, later.output, later.asking);
    t.same([later.asked, later.notes], [[], []]);
  }
});
