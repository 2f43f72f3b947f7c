import { readFile } from 'node:fs/promises';
import { readConfig } from '../../config.js';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '../../log/index.js';
import { makeWitnessHome } from '../../witness/witness-home.js';
import { addWitnessedLog } from '../../witness/witnessed-logs.js';
import { exampleHelp } from '../example-help.js';
import { readNewPassphrase, readPassphrase } from '../passphrase.js';
import type { AddCommand } from '../surroundings.js';
import { systemRandom } from '../system-random.js';
import { UsageError } from '../usage-error.js';
import { explainingWitness } from '../witness/explain-witness.js';
import { serveWitness } from '../witness/serve-witness.js';

const exampleKey = 'evidence.example/xxxxxxxxxxxxxxxxxxxxxx+00000000+AQ…';

/** `scelle witness …`: a witness of other people's logs, a service of its own (C2SP tlog-witness). */
export const addWitnessCommands: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const group = program
    .command('witness')
    .description(
      say(
        'Be a witness: cosign the checkpoints of a log that never contradicts itself',
        "Être témoin : cosigner les points de contrôle d'un journal qui ne se contredit jamais",
      ),
    );
  group
    .command('init')
    .description(say('Make a witness with a key of its own', 'Créer un témoin avec sa propre clé'))
    .requiredOption(
      '--name <name>',
      say('name of the key, e.g. a host and a role', 'nom de la clé, p. ex. hôte et rôle'),
    )
    .option(
      '--log <key>',
      say('key of a log to witness; several times', "clé d'un journal à suivre ; plusieurs fois"),
      collect,
      [],
    )
    .addHelpText(
      'after',
      exampleHelp(
        language,
        `scelle --home witness-home witness init --name witness.example/laboratory --log '${exampleKey}'`,
      ),
    )
    .action(async ({ name, log }: { name: string; log: readonly string[] }) => {
      const { output, home } = surroundings();
      const logs = log.map(readLogKey);
      const passphrase = await readNewPassphrase(name, output);
      const key = await explainingWitness(() =>
        makeWitnessHome(home, { name, logs, passphrase, random: systemRandom }),
      );
      const vkey = formatVerifierKey(key);
      output.result({ home, key: vkey, logs: logs.map(({ name: origin }) => origin) }, [
        say(
          `A witness is made in ${home}. Its key, for the policies:`,
          `Témoin créé dans ${home}. Sa clé, pour les politiques :`,
        ),
        `  witness ${labelOf(name)} ${vkey}`,
        say('Next: scelle witness serve', 'Ensuite : scelle witness serve'),
      ]);
    });
  group
    .command('add-log')
    .argument(
      '<key>',
      say('key of the log, as it is handed over apart', 'clé du journal, telle que remise à part'),
    )
    .description(
      say(
        'Witness one more log, or the new key of one',
        "Suivre un journal de plus, ou la nouvelle clé d'un journal",
      ),
    )
    .option(
      '--from <note>',
      say(
        'file with a signed checkpoint: witness from there on, not from the first',
        'fichier avec un point de contrôle signé : suivre depuis là, non depuis le premier',
      ),
    )
    .option(
      '--reason <text>',
      say(
        'why a log whose record was lost is begun again, with --from',
        'pourquoi recommencer un journal dont le registre est perdu, avec --from',
      ),
    )
    .addHelpText('after', exampleHelp(language, `scelle --home witness-home witness add-log '${exampleKey}'`))
    .action(async (text: string, options: { from?: string; reason?: string }) => {
      const { output, home } = surroundings();
      const key = readLogKey(text);
      const beginning = await readBeginning(options);
      const size = await explainingWitness(() => addWitnessedLog(home, key, beginning));
      output.result({ home, added: key.name, size }, [
        say(
          `${key.name} is witnessed from the next start on, from ${size} leaves on`,
          `${key.name} sera suivi dès le prochain démarrage, à partir de ${size} feuilles`,
        ),
      ]);
    });
  group
    .command('serve')
    .description(say('Start the witness', 'Démarrer le témoin'))
    .option('--host <address>', say('address to listen on', "adresse d'écoute"), '127.0.0.1')
    .option('--port <number>', say('port to listen on', "port d'écoute"), '8421')
    .addHelpText('after', exampleHelp(language, 'scelle --home witness-home witness serve --port 8421'))
    .action(async ({ host, port }: { host: string; port: string }) => {
      const { output, home } = surroundings();
      const config = readConfig({ ...process.env, HOST: host, PORT: port }, process.stderr.isTTY);
      const passphrase = await readPassphrase(say('the witness', 'ce témoin'), language);
      await serveWitness({ home, passphrase, host: config.host, port: config.port, log: config.log }, output);
    });
};

/** @throws UsageError for a reason without the checkpoint to begin at */
async function readBeginning({ from, reason }: { from?: string; reason?: string }) {
  if (reason !== undefined && (from === undefined || reason.trim() === '')) {
    throw new UsageError({
      en: 'a log is begun again with both --from NOTE, the newest checkpoint that anybody has, and --reason "…"',
      fr: 'un journal est recommencé avec --from NOTE, le point de contrôle le plus récent, et --reason "…"',
    });
  }
  const note = from === undefined ? null : await readFile(from, 'utf8');
  return { note, reason: reason ?? null, now: Date.now() };
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** @throws UsageError */
function readLogKey(text: string): VerifierKey {
  try {
    const key = parseVerifierKey(text, 'key');
    if (key.type === 'note') return key;
  } catch (cause) {
    throw notALogKey(text, cause);
  }
  throw notALogKey(text, undefined);
}

function notALogKey(text: string, cause: unknown): UsageError {
  return new UsageError(
    {
      en: `${text} is not the key of a log: expected <origin>+<id>+<key>, as \`scelle connect\` and \`scelle serve\` show it`,
      fr: `${text} n'est pas la clé d'un journal : attendu <origine>+<id>+<clé>, telle que la montrent \`scelle connect\` et \`scelle serve\``,
    },
    { cause },
  );
}

/** What a policy may call it: its last word. */
function labelOf(name: string): string {
  return name.split('/').at(-1) ?? name;
}
