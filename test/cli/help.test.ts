import t from 'tap';
import { buildBody } from '../../src/cli/act/body.js';
import { exampleOf } from '../../src/cli/act/example.js';
import { fieldsOf } from '../../src/cli/act/fields.js';
import { circumstancesOf, givenFields } from '../../src/cli/act/form.js';
import { vocabularies, vocabularyOf } from '../../src/cli/act/vocabularies.js';
import { nearNames } from '../../src/cli/near-names.js';
import { createProgram } from '../../src/cli/program.js';
import { systemRandom } from '../../src/cli/system-random.js';
import { actCommands } from '../../src/cli/verbs.js';
import { checkForm, composeBatch } from '../../src/client/index.js';
import { currentRule } from '../../src/custody/catalogue.js';
import { Heads } from '../../src/custody/compose/compose-act.js';
import { checkSchema } from '../../src/custody/judge/admit-body.js';
import { explain } from '../../src/custody/violation.js';
import { generatePrivateJwk, type JsonObject, parsePublicJwk } from '../../src/log/index.js';
import { issuedBody } from '../helpers/bodies/sealstock.js';
import { uuidOf } from '../helpers/procedure.js';

const log = 'demo.test.example/AAAAAAAAAAAAAAAAAAAAAA';
const photo = { sha256: 'a'.repeat(64), size: 1, mediaType: 'image/jpeg', path: 'photo.jpg' };

t.test('every act has a worked example whose form passes, and help that names every field', async t => {
  const { d: _secret, ...jwk } = await generatePrivateJwk('ES256');
  const by = { officer: uuidOf('DEMO-WIT-1'), key: parsePublicJwk(jwk), role: 'WIT' };
  for (const act of actCommands()) {
    const rule = currentRule(act.type);
    if (rule === undefined) throw new Error(act.type);
    const { args, items } = exampleOf(act, rule);
    const set = args.filter((_, at) => args[at - 1] === '--set');
    const occurred = args.includes('--at');
    const circumstances = circumstancesOf({
      at: '2021-04-02T08:00:00Z',
      precision: 'MINUTE',
      zone: 'Africa/Bamako',
      place: 'DEMO-PLACE',
    });
    const { body } = await buildBody({
      schema: rule.body,
      base: occurred ? circumstances : {},
      given: givenFields(set),
      bindFile: async () => photo,
      resolve: async (_kind, name) => name,
    });
    const kind = act.type.slice(0, act.type.indexOf('.'));
    const same = { occurred: circumstances.occurred ?? null, place: circumstances.place ?? null };
    const batch = composeBatch(
      log,
      [
        {
          subject: `${kind}/${uuidOf(act.type)}`,
          type: act.type,
          by,
          at: '2021-04-02T08:00:00Z',
          body,
          items: (items ?? []).map(({ subject, ...item }) => ({
            subject: String(subject),
            type: rule.itemTypes?.[0] ?? '',
            body: { ...same, ...item } as JsonObject,
          })),
        },
      ],
      new Heads(() => undefined),
      systemRandom,
    );
    t.same(
      checkForm(batch).map(({ rule: code, pointer }) => `${code} ${pointer}`),
      [],
      `scelle ${act.group} ${act.verb}`,
    );
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
    for (const { path, words } of fieldsOf(currentRule('evidence.collected')?.body ?? {})) {
      t.ok(shown.includes(`${path}`) && shown.includes(words[language]), path);
    }
    let first = '';
    program.configureOutput({
      writeOut: text => {
        first += text;
      },
    });
    program.outputHelp();
    t.match(first, language === 'fr' ? /Code de sortie : 0 fait/ : /Exit status: 0 done/);
  }
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
