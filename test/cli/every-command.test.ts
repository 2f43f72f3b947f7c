import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import t, { type Test } from 'tap';
import { exampleId } from '../../src/cli/example-help.js';
import { actCommands } from '../../src/cli/verbs.js';
import { currentRule } from '../../src/custody/catalogue.js';
import type { CommandRun } from '../helpers/command-runner.js';
import { byName, CommandRunner, examplesIn, helpOf, walk, wholeProgram } from '../helpers/command-walk.js';
import { jpegOf } from '../helpers/jpeg-of.js';
import { createTestFolder } from '../helpers/test-folder.js';

const languages = ['en', 'fr'] as const;

t.setTimeout(600_000);

/** The one line that standard output has to be with `--json`. */
function oneLine(t: Test, { stdout, stderr }: CommandRun, name: string): Record<string, unknown> {
  const lines = stdout.split('\n');
  t.equal(lines.length, 2, `${name}: one line, received ${stdout}${stderr}`);
  t.equal(lines[1], '', `${name}: the line ends`);
  return JSON.parse(lines[0] ?? '');
}

t.test('every command is explained in English and French, with what is typed', async t => {
  const commands = walk(await wholeProgram('en'));
  const inFrench = byName(await wholeProgram('fr'));
  t.ok(commands.length > actCommands().length + 15, `${commands.length} commands`);
  for (const { path, command } of commands) {
    const name = path.join(' ');
    const other = inFrench(name);
    t.not(command.description(), '', `${name}: description`);
    t.not(other.description(), command.description(), `${name}: description in French`);
    const parts = [...command.registeredArguments, ...command.options].map(part => part.description);
    const others = [...other.registeredArguments, ...other.options].map(part => part.description);
    for (const [at, words] of parts.entries()) {
      t.not(words, '', `${name}: every argument and option is explained`);
      t.not(others[at], words, `${name}: ${words} in French`);
    }
    const shown = helpOf(other);
    t.notMatch(shown, /\b(Usage:|Options:|Arguments:|display help|default:)/, `${name}: headings in French`);
  }
});

t.test('every command has a worked example that its options and arguments admit', async t => {
  for (const language of languages) {
    const program = await wholeProgram(language);
    let reached = '';
    const commands = walk(program);
    for (const { path, command } of commands) {
      command.action(() => {
        reached = path.join(' ');
      });
    }
    for (const { path, command } of commands) {
      const name = path.join(' ');
      const examples = examplesIn(helpOf(command), language);
      const shown: string[] = [];
      for (const { args } of examples) {
        reached = '';
        await program.parseAsync(args, { from: 'user' }).catch((error: Error) => {
          t.fail(`${name}: ${args.join(' ')}: ${error.message}`);
        });
        shown.push(reached);
      }
      t.equal(shown.at(-1), name, `${name}: has an example, after what makes a file that it takes`);
    }
  }
});

t.test('used wrongly: one line of JSON, exit status 2, in the language asked for', async t => {
  const runner = CommandRunner.start(t, await createTestFolder(t));
  for (const { path, command } of walk(await wholeProgram('en'))) {
    const name = path.join(' ');
    const mandatory = mandatoryOptions(command.options);
    const told: unknown[] = [];
    for (const language of languages) {
      const ran = await runner.run(['--json', '--lang', language, ...path, ...mandatory, '--no-such-option']);
      t.equal(ran.code, 2, name);
      told.push(oneLine(t, ran, name).error);
    }
    t.match(told[0], '--no-such-option', name);
    t.not(told[0], told[1], `${name}: in French`);
    if (command.registeredArguments.some(({ required }) => required)) {
      const missing = await runner.run(['--json', ...path, ...mandatory]);
      t.equal(missing.code, 2, name);
      t.match(oneLine(t, missing, name).error, /^the command needs </, name);
    }
    const help = await runner.run(['--json', ...path, '--help']);
    t.equal(help.code, 0, name);
    t.match(oneLine(t, help, name).help, `scelle ${name}`, 'help too is one line');
  }
});

function mandatoryOptions(options: Command['options']) {
  return options
    .filter(({ mandatory }) => mandatory)
    .flatMap(({ long = '', argChoices = [] }) => [long, argChoices[0] ?? 'x']);
}

t.test(
  'mistyped commands, options and values: told in both languages, with what was probably meant',
  async t => {
    const runner = CommandRunner.start(t, await createTestFolder(t));
    const cases: readonly (readonly [readonly string[], string, string])[] = [
      [
        ['evidence', 'colect'],
        'there is no command colect; did you mean collect?',
        "la commande colect n'existe pas ; vouliez-vous dire collect ?",
      ],
      [
        ['statu'],
        'there is no command statu; did you mean status?',
        "la commande statu n'existe pas ; vouliez-vous dire status ?",
      ],
      [
        ['sign', 'f', '--as', 'k:WIT', '--pusch'],
        'there is no option --pusch; did you mean --push?',
        "l'option --pusch n'existe pas ; vouliez-vous dire --push ?",
      ],
      [['status', 'x'], 'the command needs --as <file:role>', 'il manque --as <file:role> à la commande'],
      [['connect'], 'the command needs <url>', 'il manque <url> à la commande'],
      [
        ['sign', 'f', '--as'],
        '--as <file:role>: the value is missing',
        '--as <file:role> : il manque la valeur',
      ],
      [
        ['key', 'new', 'a', 'b', '--label', 'x'],
        'too much was typed: arguments taken 1, received 2 (quote what has blanks in it)',
        'trop de mots : arguments attendus 1, reçus 2 (mettez entre guillemets ce qui contient des espaces)',
      ],
      [
        ['key', 'new', 'a', '--label', 'x', '--alg', 'RS256'],
        '--alg <name> takes one of ES256, ES384, Ed25519, not RS256',
        '--alg <name> prend une valeur parmi ES256, ES384, Ed25519, pas RS256',
      ],
      [
        ['print', 'form', 'letter', '--out', 'x.pdf'],
        'form takes one of seal, transfer-manifest, laboratory-request, handover-record, not letter',
        'form prend une valeur parmi seal, transfer-manifest, laboratory-request, handover-record, pas letter',
      ],
      [['outbox'], 'a command of this list has to follow', 'il faut ajouter une commande de cette liste'],
      [
        ['help', 'nothing'],
        'a command of this list has to follow',
        'il faut ajouter une commande de cette liste',
      ],
    ];
    for (const [args, english, french] of cases) {
      for (const language of languages) {
        const ran = await runner.run(['--json', '--lang', language, ...args]);
        const name = `scelle ${args.join(' ')} (${language})`;
        t.equal(ran.code, 2, name);
        const told = language === 'fr' ? french : english;
        t.equal(oneLine(t, ran, name).error, told, name);
        t.match(ran.stderr, told, `${name}: for people on standard error`);
        t.match(ran.stderr, /--help$/m, `${name}: and where it is explained`);
      }
    }
  },
);

t.test(
  'every act: its example as printed is signed and kept; without its form every field is named; one line each',
  async t => {
    const folder = await createTestFolder(t);
    const runner = CommandRunner.start(t, folder);
    const run = (args: readonly string[]) => runner.run(['--json', ...args]);
    await makeDevice(folder, run);
    const command = byName(await wholeProgram('en'));
    const acts = actCommands().flatMap(act => {
      const examples = examplesIn(helpOf(command(`${act.group} ${act.verb}`)), 'en');
      const signed = examples.filter(({ args }) => args.includes('--set') || !args.includes('--from'));
      const [example] = signed.filter(({ args }) => args.includes('--as'));
      if (example === undefined) throw new Error(`${act.type} has no example`);
      return [{ ...act, ...example, begins: currentRule(act.type)?.begins === true }];
    });
    // What an act is about has to be there before it: begun under the UUID that all examples name.
    for (const { group, verb, args, items, type } of acts.filter(({ begins }) => begins)) {
      if (items !== null) await writeFile(join(folder, 'items.json'), items);
      const begun = await run([...args.slice(0, 2), exampleId, ...args.slice(2), '--offline', '--yes']);
      t.equal(begun.code, 0, `${group} ${verb}: ${begun.stderr}`);
      t.match(oneLine(t, begun, type).subject, exampleId);
    }
    for (const { group, verb, type, args, items, begins } of acts) {
      const name = `scelle ${group} ${verb}`;
      if (items !== null) await writeFile(join(folder, 'items.json'), items);
      const ran = await run([...args, '--offline', '--yes']);
      const line = oneLine(t, ran, name);
      // A log and an import are begun by no command for an act: this device knows of none.
      const known = begins || !/^(log|import)\./.test(type);
      t.equal(ran.code, known ? 0 : 2, `${name}: ${ran.stderr}`);
      t.match(
        line,
        known ? { subject: String, outbox: String } : { error: /Nothing is known here of (log|import)/ },
        name,
      );
      const bare = args.filter((word, at) => word !== '--set' && args[at - 1] !== '--set');
      if (!known || bare.length === args.length) continue;
      const refused = await run([...bare, '--offline', '--yes']);
      t.equal(refused.code, 2, `${name} without its form: ${refused.stderr}`);
      t.match(oneLine(t, refused, name).error, /^--set \S+=… is needed: /, name);
    }
  },
);

/** A device with two keys, that knows its log and cannot reach it. */
async function makeDevice(
  folder: string,
  run: (args: readonly string[]) => Promise<CommandRun>,
): Promise<void> {
  for (const name of ['my', 'other', 'third'])
    await run(['key', 'new', join(folder, `${name}.key.json`), '--label', `DEMO-${name}`, '--no-passphrase']);
  await writeFile(join(folder, 'photo.jpg'), jpegOf('DEMO'));
  await mkdir(join(folder, '.scelle'));
  const device = {
    service: 'http://127.0.0.1:9',
    origin: 'demo.test.example/AAAAAAAAAAAAAAAAAAAAAA',
    logSubject: `log/${exampleId}`,
    logKey: 'demo',
  };
  await writeFile(join(folder, '.scelle/device.json'), JSON.stringify(device));
  const proof = await run(['key', 'prove', join(folder, 'my.key.json'), '--log', device.origin]);
  await writeFile(join(folder, 'my.proof.json'), proof.stdout);
}
