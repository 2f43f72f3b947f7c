import { type OutboxEntry, problemOf, submissionOf } from '../../client/index.js';
import type { Language } from '../../custody/text.js';
import { writeFileDurably } from '../../disk/write-durably.js';
import { formatTime } from '../../log/index.js';
import { describeProblem } from '../describe-problem.js';
import { openDeviceSession, tryToSignIn } from '../device-session.js';
import { exampleHelp, exampleId } from '../example-help.js';
import { type NamedOfficer, readCountersigners, readNamedOfficer } from '../officers.js';
import { type PrepareOptions, prepare } from '../outbox/prepare.js';
import { noteUnreadable, pushAndTell } from '../outbox/push-and-tell.js';
import { signAgain } from '../outbox/sign-again.js';
import { titleOfEntry } from '../outbox/tell-outcome.js';
import type { AddCommand } from '../surroundings.js';
import { UsageError } from '../usage-error.js';

const collect = (value: string, previous: readonly string[] = []) => [...previous, value];

/** `scelle outbox …`: before leaving, what was signed on this device, and what became of it. */
export const addOutboxCommands: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const outbox = program
    .command('outbox')
    .description(say('Acts signed on this device', 'Actes signés sur cet appareil'));
  const open = async (as: string | undefined) => {
    const { output, home } = surroundings();
    const session = await openDeviceSession(home, output);
    const signer: NamedOfficer | null = as === undefined ? null : await readNamedOfficer(as, language);
    // With a session refusals name what stands behind them; without one a batch is delivered all the same.
    if (signer !== null) await tryToSignIn(session, signer);
    return { output, session, signer };
  };
  const asHelp = say(
    'your key file and role: opens a session, so that refusals name what stands behind them',
    'votre clé et votre rôle : ouvre une session, pour que les refus nomment leurs raisons',
  );

  outbox
    .command('prepare')
    .description(
      say(
        'Before leaving: take along what the rules will ask for, encrypted',
        'Avant le départ : emporter, chiffré, ce que les règles demanderont',
      ),
    )
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .option(
      '--incident <name>',
      say(
        'an incident, its scenes and items; by case file or UUID',
        'un incident, ses lieux, ses pièces ; par dossier ou UUID',
      ),
      collect,
    )
    .option(
      '--scene <name>',
      say('a scene and its items; by name or UUID', 'des lieux et leurs pièces ; par nom ou UUID'),
      collect,
    )
    .option(
      '--store <name>',
      say(
        'what a site holds; by name, its UUID or that of a store',
        'le contenu d’un site ; par nom, son UUID ou celui d’un local',
      ),
      collect,
    )
    .option('--item <number>', say('an item, by number or UUID', 'une pièce, par numéro ou UUID'), collect)
    .addHelpText(
      'after',
      exampleHelp(language, 'scelle outbox prepare --scene DEMO-SCENE --as my.key.json:WIT'),
    )
    .action(async (options: PrepareOptions) => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      await prepare(session, await readNamedOfficer(options.as, language), options, output);
    });

  outbox
    .command('list')
    .description(say('What waits, and what was appended', 'Ce qui attend, ce qui a été inscrit'))
    .addHelpText('after', exampleHelp(language, 'scelle outbox list'))
    .action(async () => {
      const { output, session } = await open(undefined);
      const { entries, unreadable } = await session.outbox.list();
      noteUnreadable(unreadable, output);
      output.result(
        { entries: entries.map(listed), unreadable },
        entries.flatMap(entry => listedLines(entry, language)),
      );
    });

  outbox
    .command('push')
    .description(say('Send what waits, in order', 'Envoyer ce qui attend, dans l’ordre'))
    .option('--as <file:role>', asHelp)
    .addHelpText('after', exampleHelp(language, 'scelle outbox push --as my.key.json:WIT'))
    .action(async ({ as }: { as?: string }) => {
      const { output, session } = await open(as);
      await pushAndTell(session, output, null, {});
    });

  outbox
    .command('retry')
    .argument('<id>', say('refused or overtaken batch', 'lot refusé ou devancé'))
    .description(
      say('Let a refused batch wait again, and push', 'Remettre en attente un lot refusé, et envoyer'),
    )
    .option('--as <file:role>', asHelp)
    .addHelpText('after', exampleHelp(language, `scelle outbox retry ${exampleId} --as my.key.json:WIT`))
    .action(async (id: string, { as }: { as?: string }) => {
      const { output, session } = await open(as);
      const entry = await session.outbox.find(id);
      if (entry.receipts !== null || entry.ended !== null) {
        throw new UsageError({
          en: `${id} is in the log already, or was ended`,
          fr: `${id} est déjà au journal, ou a été clos`,
        });
      }
      await session.outbox.put({ ...entry, problem: null });
      await pushAndTell(session, output, id, {});
    });

  outbox
    .command('sign-again')
    .argument('<id>', say('batch that was overtaken', 'lot devancé par un autre acte'))
    .description(
      say(
        'Put an act on the heads as they are now, read it, and sign it anew',
        "Replacer un acte à la suite de l'historique actuel, le relire et le signer à nouveau",
      ),
    )
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .option('--with <file:role:as>', say('key file of who countersigns', 'clé de qui contresigne'), collect)
    .option('--all', say('also every later act that hangs on it', 'aussi tout acte qui en dépend'))
    .option('--yes', say('sign without asking', 'signer sans demander'))
    .option('--offline', say('keep; push later', 'garder ; envoyer plus tard'))
    .addHelpText(
      'after',
      exampleHelp(language, `scelle outbox sign-again ${exampleId} --as my.key.json:WIT --all`),
    )
    .action(
      async (
        id: string,
        options: { as: string; with?: readonly string[]; all?: boolean; yes?: boolean; offline?: boolean },
      ) => {
        const { output, home } = surroundings();
        const session = await openDeviceSession(home, output);
        const signer = await readNamedOfficer(options.as, language);
        const countersigners = await readCountersigners(options.with, language);
        const { all = false, yes = false, offline = false } = options;
        const fresh = await session.outbox.exclusively(() =>
          signAgain(session, id, { signer, countersigners }, { all, yes, offline }, output),
        );
        const [first] = fresh;
        if (!offline && first !== undefined) {
          return pushAndTell(session, output, first.id, {
            replaces: id,
            signed: fresh.map(entry => entry.id),
          });
        }
        output.result(
          { replaces: id, signed: fresh.map(entry => entry.id) },
          fresh.map(entry => titleOfEntry(entry, language)),
        );
      },
    );

  outbox
    .command('drop')
    .argument('<id>', say('batch that will not be sent', 'lot qui ne sera pas envoyé'))
    .description(
      say(
        'Give up a signed act; it is kept, with the reason',
        'Abandonner un acte signé ; il est conservé, avec la raison',
      ),
    )
    .requiredOption('--reason <text>', say('why', 'raison'))
    .addHelpText(
      'after',
      exampleHelp(language, `scelle outbox drop ${exampleId} --reason 'DEMO: entered twice'`),
    )
    .action(async (id: string, { reason }: { reason: string }) => {
      const { output, session } = await open(undefined);
      const entry = await session.outbox.find(id);
      if (entry.receipts !== null || entry.ended !== null) {
        throw new UsageError({
          en: `${id} is in the log already, or was ended before`,
          fr: `${id} est déjà au journal, ou a déjà été clos`,
        });
      }
      const ended = { kind: 'dropped', reason, at: formatTime(Date.now()) } as const;
      await session.outbox.put({ ...entry, ended });
      output.result({ outbox: id, ended }, [titleOfEntry(entry, language)]);
    });

  outbox
    .command('export')
    .argument('<id>', say('batch', 'lot'))
    .argument('<file>', say('file to write', 'fichier à écrire'))
    .description(
      say(
        'Write a batch as it is submitted, for a courier with a memory stick',
        'Écrire un lot tel qu’il est soumis, pour un porteur muni d’une clé USB',
      ),
    )
    .addHelpText('after', exampleHelp(language, `scelle outbox export ${exampleId} batch.json`))
    .action(async (id: string, file: string) => {
      const { output, session } = await open(undefined);
      const { batch } = await session.outbox.find(id);
      await writeFileDurably(file, `${JSON.stringify({ events: submissionOf(batch) })}\n`);
      output.result({ outbox: id, file }, [file]);
    });
};

function listed(entry: OutboxEntry) {
  const { id, position, batch, receipts, problem, ended, files, doubts } = entry;
  return {
    id,
    position,
    standing: standingOf(entry),
    acts: batch.events.map(({ payload }) => payload.type),
    subjects: [...new Set(batch.events.map(({ payload }) => payload.subject))],
    index: receipts?.[0]?.index ?? null,
    owedFiles: files.filter(({ uploaded }) => !uploaded).length,
    doubts,
    problem,
    ended,
  };
}

function standingOf({ receipts, problem, ended }: OutboxEntry): string {
  if (receipts !== null) return `#${receipts[0]?.index ?? '-'}`;
  if (ended !== null) return ended.kind;
  if (problem === null) return 'waiting';
  return problemOf(problem).status === 409 ? 'overtaken' : 'refused';
}

const standingWords: Readonly<Record<string, string>> = {
  waiting: 'en attente',
  refused: 'refusé',
  overtaken: 'devancé',
  replaced: 'signé à nouveau',
  dropped: 'abandonné',
};

/** Where an entry stands, and of what is not in the log why. */
function listedLines(entry: OutboxEntry, language: Language): readonly string[] {
  const { problem, ended } = entry;
  const standing = standingOf(entry);
  const told = language === 'fr' ? (standingWords[standing] ?? standing) : standing;
  const open = problem !== null && entry.receipts === null && ended === null;
  return [
    `${told}  ${titleOfEntry(entry, language)}`,
    ...(open ? describeProblem(problemOf(problem), language).map(line => `    ${line}`) : []),
    ...(ended?.kind === 'dropped' ? [`    ${ended.reason}`] : []),
  ];
}
