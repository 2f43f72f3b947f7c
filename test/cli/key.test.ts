import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { type Ask, readNewPassphrase } from '../../src/cli/passphrase.js';
import type { Language } from '../../src/custody/text.js';
import { CommandRunner } from '../helpers/command-walk.js';
import { createTestFolder } from '../helpers/test-folder.js';

/** Somebody at a terminal who types these answers, one after the other. */
function typing(...answers: (string | null)[]) {
  const asked: string[] = [];
  const asking: Ask = async question => {
    asked.push(question);
    return answers.shift() ?? null;
  };
  return { asked, asking };
}

function output(language: Language) {
  const notes: string[] = [];
  return { language, notes, note: (line: string) => void notes.push(line) };
}

t.test('a new passphrase is typed twice, until it is twice the same', async t => {
  const told = output('en');
  const { asked, asking } = typing(
    'correct horse battery',
    'correct hrose battery',
    'four words or more',
    'four words or more',
  );
  t.equal(await readNewPassphrase('DEMO-WIT-1', told, asking), 'four words or more');
  t.same(asked, ['Passphrase of DEMO-WIT-1: ', 'Once more: ', 'Passphrase of DEMO-WIT-1: ', 'Once more: ']);
  t.same(told.notes, ['The two differ: begin again.']);
  t.equal(
    await readNewPassphrase('DEMO-WIT-1', told, typing(null).asking),
    null,
    'none is not asked for twice',
  );
});

t.test('a short passphrase is remarked upon, in both languages, and taken', async t => {
  for (const language of ['en', 'fr'] as const) {
    const told = output(language);
    t.equal(await readNewPassphrase('DEMO-WIT-1', told, typing('x', 'x').asking), 'x');
    t.match(told.notes, [language === 'fr' ? /est courte \(1 caractères\)/ : /is short \(1 characters\)/]);
  }
});

t.test('a public card is written apart, never over what lies there, and can be printed again', async t => {
  const folder = await createTestFolder(t);
  const runner = CommandRunner.start(t, folder);
  const made = [
    'key',
    'new',
    'my.key.json',
    '--label',
    'DEMO-WIT-1',
    '--no-passphrase',
    '--card',
    'my.card.json',
  ];
  t.match(await runner.run(made), { code: 0, stdout: 'my.card.json\n' });
  const card = await readFile(join(folder, 'my.card.json'), 'utf8');
  t.match(JSON.parse(card), { kind: 'scelle-public-card', label: 'DEMO-WIT-1' });
  t.notMatch(card, /"d"|secret/);

  t.match(await runner.run(made), { code: 2, stdout: '', stderr: 'scelle key card my.key.json' });
  t.equal(await readFile(join(folder, 'my.card.json'), 'utf8'), card, 'a failing command empties nothing');
  await writeFile(join(folder, 'taken.json'), 'of somebody else');
  const over = ['key', 'new', 'other.key.json', '--label', 'x', '--no-passphrase', '--card', 'taken.json'];
  t.match(await runner.run(over), { code: 2, stderr: 'taken.json exists already' });
  t.equal(await readFile(join(folder, 'taken.json'), 'utf8'), 'of somebody else');
  await t.rejects(readFile(join(folder, 'other.key.json')), { code: 'ENOENT' }, 'no key without its card');

  t.equal((await runner.run(['key', 'card', 'my.key.json'])).stdout, card, 'the same card again');
  t.match(await runner.run(['key', 'card', 'my.card.json']), {
    code: 2,
    stderr: 'not the file that is wanted',
  });
});
