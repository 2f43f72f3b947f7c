import t from 'tap';
import { buildBody } from '../../src/cli/act/body.js';
import { fieldsOf } from '../../src/cli/act/fields.js';
import { languageOf } from '../../src/cli/language.js';
import { nearNames } from '../../src/cli/near-names.js';
import { exitStatus } from '../../src/cli/output.js';
import { createProgram } from '../../src/cli/program.js';
import { actCommands } from '../../src/cli/verbs.js';
import { currentRule } from '../../src/custody/catalogue.js';
import { checkSchema } from '../../src/custody/judge/admit-body.js';
import { explain } from '../../src/custody/violation.js';
import { vocabularies, vocabularyOf } from '../../src/custody/vocabulary/every-vocabulary.js';
import { issuedBody } from '../helpers/bodies/sealstock.js';
import { helpOf, walk, wholeProgram } from '../helpers/command-walk.js';
import { uuidOf } from '../helpers/procedure.js';

const photo = { sha256: 'a'.repeat(64), size: 1, mediaType: 'image/jpeg', path: 'photo.jpg' };

/** Where a line is broken tells nothing. */
const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

t.test('help fits a terminal of 80 columns, but for the examples, which are typed as they stand', async t => {
  for (const language of ['en', 'fr'] as const) {
    const program = await wholeProgram(language);
    const commands = [program, ...program.commands, ...walk(program).map(({ command }) => command)];
    for (const command of commands) {
      const [words = ''] = helpOf(command).split(language === 'fr' ? '\nExemple :\n' : '\nExample:\n');
      const wide = words.split('\n').filter(line => Array.from(line).length > 80);
      t.same(wide, [], `${language} ${command.name()}`);
    }
  }
});

t.test('help in both languages: fields, example, choices; exit statuses on the first page', async t => {
  for (const language of ['en', 'fr'] as const) {
    const program = await createProgram(language, ['node', 'scelle', 'evidence'], () => {});
    const group = program.commands.find(command => command.name() === 'evidence');
    const command = group?.commands.find(candidate => candidate.name() === 'collect');
    let shown = '';
    command?.configureOutput({
      writeOut: text => {
        shown += text;
      },
    });
    command?.outputHelp();
    t.match(
      shown,
      language === 'fr' ? /Exemple :\n {2}scelle evidence collect/ : /Example:\n {2}scelle evidence collect/,
    );
    t.match(
      flat(shown),
      language === 'fr' ? /Contresigné par .*: \* witness: \w+/ : /Countersigned by .*: \* witness: \w+/,
      'in which capacity others sign',
    );
    for (const { path, words } of fieldsOf(currentRule('evidence.collected')?.body ?? {})) {
      t.ok(shown.includes(`${path}`) && flat(shown).includes(words[language]), path);
    }
    let first = '';
    program.configureOutput({
      writeOut: text => {
        first += text;
      },
    });
    program.outputHelp();
    t.match(first, language === 'fr' ? /Code de sortie : 0 fait/ : /Exit status: 0 done/);
    for (const status of Object.values(exitStatus))
      t.match(flat(first), new RegExp(`(?:: |; )${status} \\p{L}`, 'u'), `exit status ${status}`);
    const log = program.commands.find(group => group.name() === 'log');
    t.match(
      log?.description(),
      language === 'fr' ? /clé, surveillance, reprise/ : /its key, watching and recovering/,
    );
  }
});

t.test('the first lines say what a command is for; its sources stand below the fields', async t => {
  for (const language of ['en', 'fr'] as const) {
    const program = await createProgram(language, ['node', 'scelle', 'evidence'], () => {});
    const groups = new Set(actCommands().map(({ group }) => group));
    for (const group of program.commands.filter(command => groups.has(command.name()))) {
      t.match(group.description(), / /, `${group.name()}: more than its name`);
      t.notMatch(group.description(), /^Act(s|es) ?:/, group.name());
      for (const command of group.commands.filter(
        ({ registeredArguments }) => registeredArguments.length > 0,
      ))
        t.notMatch(command.description(), /\b(RQ|GATE|E)-?\d/, `${group.name()} ${command.name()}`);
    }
    const collect = program.commands
      .find(command => command.name() === 'evidence')
      ?.commands.find(command => command.name() === 'collect');
    const shown = collect === undefined ? '' : helpOf(collect);
    const source = currentRule('evidence.collected')?.source ?? '-';
    t.ok(shown.indexOf(source) > shown.indexOf('--set'), 'the source is told, below');
  }
});

t.test(
  'who signs, and what each item of an act takes down to the entries of its lists, stand in its help',
  async t => {
    const said = {
      en: [
        /Signed by \(--as KEY:ROLE\): Laboratory reception \(LABR\)/,
        /For each item, in the JSON list of --items/,
      ],
      fr: [
        /Signé par \(--as CLÉ:RÔLE\) : Réception du laboratoire \(LABR\)/,
        /Par pièce, dans la liste JSON de --items/,
      ],
    };
    for (const language of ['en', 'fr'] as const) {
      const program = await createProgram(language, ['node', 'scelle', 'examination'], () => {});
      const accept = program.commands
        .find(command => command.name() === 'examination')
        ?.commands.find(command => command.name() === 'accept');
      const shown = flat(accept === undefined ? '' : helpOf(accept));
      for (const words of said[language]) t.match(shown, words);
      const item = currentRule('evidence.examination-accepted')?.body ?? {};
      for (const { path, words } of fieldsOf(item))
        t.ok(shown.includes(`${path}`) && shown.includes(words[language]));
      t.match(shown, /\* seals\[\]\.status: .*\[VERIFIED_INTACT \| /, 'an entry of a list, and its codes');
    }
  },
);

t.test('codes of a list are typed one after the other, or as JSON', async t => {
  const schema = currentRule('evidence.collected')?.body ?? {};
  const typed = async (...values: string[]) =>
    buildBody({
      schema,
      base: {},
      given: new Map([['precautions', values]]),
      bindFile: async () => photo,
      resolve: async (_kind, name) => name,
      eventAt: async number => number,
    }).then(({ body }) => body.precautions);
  const coded = (code: string) => ({ code, text: null });
  t.same(await typed('GLOVES_CHANGED', 'MASK'), [coded('GLOVES_CHANGED'), coded('MASK')]);
  t.same(await typed('[{"code":"OTHER","text":"DEMO"}]'), [{ code: 'OTHER', text: 'DEMO' }]);
  await t.rejects(typed('GLOVES_CHANGE'), /takes codes \[.*not GLOVES_CHANGE.*GLOVES_CHANGED/);
});

t.test('the language is that typed, else that of the terminal; an empty variable says nothing', async t => {
  const spoken = (args: readonly string[], environment: NodeJS.ProcessEnv) =>
    languageOf(['node', 'scelle', ...args], environment);
  t.equal(spoken(['--lang=fr', 'help'], { LANG: 'en_GB.UTF-8' }), 'fr');
  t.equal(spoken(['help', '--lang', 'en'], { LANG: 'fr_FR.UTF-8' }), 'en');
  t.equal(spoken([], { LC_ALL: '', LANG: 'fr_ML.UTF-8' }), 'fr');
  t.equal(spoken([], { LC_ALL: 'C', LANG: 'fr_ML.UTF-8' }), 'en');
  t.equal(spoken([], {}), 'en');
});

t.test('a choice between forms names all of them, in both languages', async t => {
  const rule = currentRule('sealstock.issued');
  const wrong = issuedBody(uuidOf('DEMO-WIT-1'), { numbers: { prefix: 'DEMO-' } });
  const violations = checkSchema(rule?.body ?? {}, wrong, '/body');
  t.same(
    violations.map(({ pointer }) => pointer),
    ['/body/numbers'],
  );
  for (const language of ['en', 'fr'] as const) {
    const [violation] = violations.map(found => explain({ ...found, event: 0 }, language).message);
    t.match(violation, /\{prefix, first, last\}/);
    t.match(violation, /\{list\}/);
  }
});

t.test('mistyped names: the nearest are suggested; a mistyped field is refused, never dropped', async t => {
  t.equal(
    nearNames('quantity.amout', ['quantity.unit', 'quantity.amount', 'condition'])[0],
    'quantity.amount',
  );
  t.same(nearNames('xyzzy', ['quantity.amount']), []);
  const schema = currentRule('evidence.collected')?.body ?? {};
  const build = buildBody({
    schema,
    base: {},
    given: new Map([['methd.code', ['BY_HAND']]]),
    bindFile: async () => photo,
    resolve: async (_kind, name) => name,
    eventAt: async number => number,
  });
  await t.rejects(build, { message: /no field methd\.code; did you mean method\.code/ });
});

t.test('codes of a form are listed in words by `scelle vocabulary`', async t => {
  const fields = fieldsOf(currentRule('evidence.registered')?.body ?? {});
  for (const { path, codes } of fields.filter(field => field.path.endsWith('.code'))) {
    t.ok(vocabularyOf(codes), path);
  }
  t.ok(vocabularies.get('found-as'));
});
