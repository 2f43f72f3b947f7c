import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  beginFounding,
  type FounderCard,
  type FoundingFile,
  foundingSubmission,
  originOfFounding,
  readFoundingFile,
  readPublicCard,
} from '../../client/index.js';
import { readConfig } from '../../config.js';
import { reconstruction } from '../../custody/sop/reconstruction.js';
import { sopReference } from '../../custody/sop/sop-bytes.js';
import { explain } from '../../custody/violation.js';
import { writeFileDurably } from '../../disk/write-durably.js';
import { formatTime, formatVerifierKey, isJsonObject, newId, parsePublicJwk } from '../../log/index.js';
import { type FoundingOutcome, foundLog } from '../../store/appender/found-log.js';
import { makeDatabaseAvailable } from '../../store/available-database.js';
import { openDatabase } from '../../store/database.js';
import { makeLogKey, readLogKey, verifierKeyOf, writeLogKey } from '../../store/log-key-file.js';
import type { Database } from '../../store/schema/index.js';
import { FileVault } from '../../store/vault.js';
import { describeFounding, nextOfFounding } from '../describe-founding.js';
import { exampleHelp } from '../example-help.js';
import { readJsonFile } from '../home.js';
import { keepFoundingSop } from '../keep-founding-sop.js';
import { exitStatus, type Output } from '../output.js';
import { readLogKeyPassphrase, readNewLogKeyPassphrase } from '../passphrase.js';
import { readOlderNote } from '../read-older-note.js';
import type { AddCommand } from '../surroundings.js';
import { systemRandom } from '../system-random.js';
import { UsageError } from '../usage-error.js';

interface InitOptions {
  readonly name?: string;
  readonly founder: readonly string[];
  readonly out: string;
  readonly complete?: string;
  readonly continues?: string;
}

const help = {
  en: `
A log is founded by two registrars or more, each with a key made on a machine of his own:

  each founder    scelle key new my.key.json --label mine --card my.card.json
  the operator    scelle init --name custody.example.org \\
                    --founder one.card.json:"Name, grade" --founder two.card.json:"Name, grade"
  the founders    scelle sign founding.json --as my.key.json:REG
                  one after the other: a first time to prove that they have their keys, and,
                  once all have, a last time to sign; the file says who is next
  the operator    scelle init --complete founding.json
                  scelle serve

Three founders are advised: with two, one lost key is a deadlock.`,
  fr: `
Un journal est fondé par deux greffiers ou plus, chacun avec une clé créée sur sa propre machine :

  chaque fondateur  scelle key new ma.cle.json --label mienne --card ma.carte.json
  l'exploitant      scelle init --name custody.example.org \\
                      --founder un.carte.json:"Nom, grade" --founder deux.carte.json:"Nom, grade"
  les fondateurs    scelle sign founding.json --as ma.cle.json:REG
                    l'un après l'autre : une première fois pour prouver qu'ils détiennent leur clé et,
                    une fois que tous l'ont fait, une dernière fois pour signer ; le fichier dit à qui le tour
  l'exploitant      scelle init --complete founding.json
                    scelle serve

Trois fondateurs sont conseillés : à deux, une seule clé perdue bloque tout.`,
};

/** `scelle init`: a log from its founders' public keys, proofs and signatures; no machine holds two of their keys. */
export const addInitCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program
    .command('init')
    .description(say('Found a log with its founders', 'Fonder un journal avec ses fondateurs'))
    .option(
      '--name <host>',
      say('name of the log, like that of a host', "nom du journal, comme celui d'un hôte"),
    )
    .option(
      '--founder <card:name>',
      say('public card and name of a founder; repeat', "carte publique et nom d'un fondateur ; à répéter"),
      (value: string, previous: readonly string[]) => [...previous, value],
      [],
    )
    .option(
      '--out <file>',
      say('file to make for the founders', 'fichier à créer pour les fondateurs'),
      'founding.json',
    )
    .option(
      '--complete <file>',
      say('found the log that all founders signed', 'fonder le journal que tous ont signé'),
    )
    .option(
      '--continues <note>',
      say(
        'signed note of an older log that ended, which this one goes on from (see `scelle log recover`)',
        'note signée d’un journal antérieur qui a pris fin et que celui-ci prolonge (voir `scelle log recover`)',
      ),
    )
    .addHelpText('after', help[language])
    .addHelpText(
      'after',
      exampleHelp(
        language,
        "scelle init --name custody.example.org --founder 'one.card.json:DEMO-REG-1' --founder 'two.card.json:DEMO-REG-2'",
        'scelle init --complete founding.json',
      ),
    )
    .action(async (options: InitOptions) => {
      const { output, home } = surroundings();
      if (options.complete !== undefined) return complete(home, options.complete, output);
      return begin(home, options, output);
    });
};

/** First step: the log's key, its origin, and the file that the founders pass on. */
async function begin(
  home: string,
  { name, founder, out, continues }: InitOptions,
  output: Output,
): Promise<void> {
  if (name === undefined || founder.length === 0) {
    throw new UsageError({
      en: 'give --name and a --founder for each founder, or --complete FILE; see `scelle help init`',
      fr: 'donnez --name et un --founder par fondateur, ou --complete FICHIER ; voir `scelle help init`',
    });
  }
  await requireNothingFounded(home, out);
  const founders = await Promise.all(founder.map(readFounder));
  const subject = `log/${newId(Date.now(), systemRandom(16))}`;
  const origin = originOfFounding({ name, founders, subject });
  const privateJwk = await makeLogKey();
  const logKey = formatVerifierKey(verifierKeyOf(origin, privateJwk));
  const sop = sopReference(reconstruction);
  const older = continues === undefined ? {} : { continues: await readOlderNote(continues) };
  const plan = { name, subject, logKey, founders, sop, ...older, at: formatTime(Date.now()) };
  // What is wrong with the founders is found before anything is written.
  const file = beginFounding(plan, systemRandom);
  const passphrase = await readNewLogKeyPassphrase(output);
  await mkdir(home, { recursive: true, mode: 0o700 });
  const path = join(home, 'log.key');
  await writeLogKey(path, origin, privateJwk, passphrase, systemRandom);
  await writeFounding(out, file).catch(async (error: unknown) => {
    // Nobody has seen this key: without its founding it is of no use.
    await rm(path);
    throw error;
  });
  for (const line of describeFounding(file, output.language)) output.note(line);
  if (passphrase === null) {
    output.note(
      output.language === 'fr'
        ? `${path} n'est protégé que par ses droits d'accès (SCELLE_LOG_KEY_PASSPHRASE en ferait un fichier chiffré)`
        : `${path} is protected by its file mode alone (SCELLE_LOG_KEY_PASSPHRASE would encrypt it)`,
    );
  }
  output.result({ origin, logKey, founding: out }, nextOfFounding(file, out, output.language));
}

async function requireNothingFounded(home: string, out: string): Promise<void> {
  const key = join(home, 'log.key');
  if (existsSync(key)) {
    throw new UsageError({
      en: `${key} is there already: a log was founded here, or its founding was begun. Go on with \`scelle init --complete\`; if that founding was lost before it was complete, move the key away and begin again`,
      fr: `${key} existe déjà : un journal a été fondé ici, ou sa fondation a commencé. Continuez avec \`scelle init --complete\` ; si cette fondation a été perdue avant la fin, mettez la clé de côté et recommencez`,
    });
  }
  if (await FileVault.exists(join(home, 'vault'))) {
    throw new UsageError({
      en: `${join(home, 'vault')} holds the checkpoint of a log whose key is missing: bring the key back, or give another --home`,
      fr: `${join(home, 'vault')} contient le point de contrôle d'un journal dont la clé manque : remettez la clé, ou donnez un autre --home`,
    });
  }
  if (existsSync(out)) {
    throw new UsageError({
      en: `${out} exists already: give another --out`,
      fr: `${out} existe déjà : donnez un autre --out`,
    });
  }
}

/** `FILE:NAME`: a founder's public card, and his name and grade. */
async function readFounder(text: string): Promise<FounderCard> {
  const at = text.lastIndexOf(':');
  if (at < 1 || at === text.length - 1) {
    throw new UsageError({
      en: `expected CARD:NAME, received ${text}`,
      fr: `attendu CARTE:NOM, reçu ${text}`,
    });
  }
  const path = text.slice(0, at);
  const stored = await readJsonFile(path);
  if (isJsonObject(stored) && stored.kind === 'scelle-officer-key') {
    throw new UsageError({
      en: `${path} is the founder's key itself: it must never leave his machine. Ask for the card that \`scelle key card\` prints`,
      fr: `${path} est la clé même du fondateur : elle ne doit jamais quitter sa machine. Demandez la carte affichée par \`scelle key card\``,
    });
  }
  const { officer, jwk } = readPublicCard(stored);
  return { officer, name: text.slice(at + 1).trim(), jwk: { ...parsePublicJwk(jwk).jwk } };
}

function writeFounding(path: string, file: FoundingFile): Promise<void> {
  return writeFileDurably(path, `${JSON.stringify(file, null, 2)}\n`);
}

/** Last step: everything is checked again, and the log, its vault and its database are made. Safe to repeat. */
async function complete(home: string, path: string, output: Output): Promise<void> {
  const file = await readFoundingFile(await readJsonFile(path));
  const submitted = foundingSubmission(file);
  const config = readConfig({ ...process.env, SCELLE_HOME: home }, false);
  const logKey = await readLogKey(
    join(home, 'log.key'),
    config.logKeyPassphrase ?? (await readLogKeyPassphrase(output.language)),
  );
  if (formatVerifierKey(logKey.key) !== file.logKey) {
    throw new UsageError({
      en: `${join(home, 'log.key')} is the key of another log than the founders signed for`,
      fr: `${join(home, 'log.key')} est la clé d'un autre journal que celui signé par les fondateurs`,
    });
  }
  const { databaseUrl, migrationDatabaseUrl: ownerUrl } = config;
  const database = await makeDatabaseAvailable({ home, databaseUrl, ownerUrl });
  const db = openDatabase<Database>(database.serviceUrl, { maxConnections: 1 });
  try {
    const outcome = await foundLog({
      db,
      vaultFolder: join(home, 'vault'),
      origin: logKey.key.name,
      logKey,
      sop: reconstruction,
      submitted,
      now: Date.now,
      random: systemRandom,
    });
    if (outcome.kind !== 'founded') {
      const reasons = describeRefusal(outcome, output.language);
      for (const line of reasons) output.note(line);
      output.result({ error: reasons.join(' '), outcome: outcome.kind }, []);
      process.exitCode = exitStatus.refused;
      return;
    }
    await keepFoundingSop(db, home);
    const { size } = outcome.checkpoint;
    const result = { origin: logKey.key.name, logKey: file.logKey, logSubject: file.subject, size };
    output.result(result, founded(result, output.language));
  } finally {
    await db.destroy();
    await database.stop();
  }
}

function describeRefusal(
  outcome: Exclude<FoundingOutcome, { kind: 'founded' }>,
  language: Output['language'],
): readonly string[] {
  switch (outcome.kind) {
    case 'malformed':
      return outcome.faults.map(({ event, check, message }) => `${event} ${check}: ${message}`);
    case 'stale':
      return [outcome.stale.subject];
    case 'refused':
      return outcome.violations.map(violation => explain(violation, language).message);
  }
}

function founded(
  { origin, logKey }: { readonly origin: string; readonly logKey: string },
  language: Output['language'],
): readonly string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  return [
    say(`The log ${origin} is founded.`, `Le journal ${origin} est fondé.`),
    say(
      'Give its key to every officer on paper: it is what all receipts are checked with.',
      'Remettez sa clé à chaque officier sur papier : tous les récépissés se vérifient avec elle.',
    ),
    `  ${logKey}`,
    say('Next: scelle serve', 'Ensuite : scelle serve'),
  ];
}
