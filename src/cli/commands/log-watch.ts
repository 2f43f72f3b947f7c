import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceUnreachable } from '../../client/index.js';
import { FormatError, type Policy, parsePolicy } from '../../log/index.js';
import { exampleHelp } from '../example-help.js';
import { explainError } from '../explain-error.js';
import { tellLooked } from '../log-watch/tell.js';
import { type Looked, lookOnce, type WatchedLog } from '../log-watch/watch.js';
import { exitStatus, type Output } from '../output.js';
import type { AddCommand } from '../surroundings.js';
import { UsageError } from '../usage-error.js';

interface WatchOptions {
  readonly policy?: string;
  readonly logKey?: readonly string[];
  readonly state?: string;
  readonly once?: boolean;
  readonly every: string;
}

const help = {
  en: `
Keeps the last checkpoint it saw, and each time checks by the log's own tiles that everything is still in it. Policy or
key are what you were handed apart: what the service itself gives counts for nothing here. When the log was given a new
key, name both, the old one too: what was kept is signed by it.

Exit status: 7 where the log has contradicted itself, and both notes are kept; 5 with --once where it was not
reached, or its tiles are not those of its own checkpoint (both notes are kept, and it shows nothing).`,
  fr: `
Garde le dernier point de contrôle vu et vérifie chaque fois, par les tuiles du journal, que tout y est encore. Politique
ou clé sont celles qui vous furent remises à part : ce que donne le service lui-même ne compte pas ici. Quand le journal
a reçu une nouvelle clé, nommez les deux, l'ancienne aussi : ce qui fut gardé est signé d'elle.

Code de sortie : 7 si le journal s'est contredit, et les deux notes sont gardées ; 5 avec --once s'il est
injoignable, ou si ses tuiles ne sont pas celles de son point de contrôle (les deux notes sont gardées, sans rien prouver).`,
};

/** `scelle log watch`: that a log never forks and never shrinks, seen from outside. */
export const addLogWatchCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program.commands
    .find(command => command.name() === 'log')
    ?.command('watch')
    .argument(
      '<url>',
      say('address of the service, or of a tiled log', "adresse du service, ou d'un journal en tuiles"),
    )
    .description(
      say('Watch that a log never contradicts itself', "Veiller à ce qu'un journal ne se contredise jamais"),
    )
    .option(
      '--policy <file>',
      say('policy of the log, obtained apart', 'politique du journal, obtenue à part'),
    )
    .option(
      '--log-key <key>',
      say(
        'key of the log, instead of a policy; several times after it was changed',
        'clé du journal, au lieu d’une politique ; plusieurs fois après un renouvellement',
      ),
      (value: string, previous: readonly string[] = []) => [...previous, value],
    )
    .option(
      '--state <file>',
      say('where the last checkpoint is kept', 'où garder le dernier point de contrôle'),
    )
    .option('--once', say('look once and end', 'regarder une fois et finir'))
    .option('--every <minutes>', say('minutes between two looks', 'minutes entre deux lectures'), '10')
    .addHelpText('after', help[language])
    .addHelpText(
      'after',
      exampleHelp(
        language,
        'scelle log watch https://evidence.example --policy policy.txt --state last-checkpoint --once',
      ),
    )
    .action(async (address: string, options: WatchOptions) => {
      const { output, home } = surroundings();
      const watched: WatchedLog = {
        url: readAddress(address),
        policy: await readPolicy(options),
        state: options.state ?? join(home, 'watched-checkpoint'),
      };
      if (options.once === true) finish(await lookOnce(watched), output);
      else await keepWatching(watched, readMinutes(options.every), output);
    });
};

function finish(looked: Looked, output: Output): void {
  const { result, lines } = tellLooked(looked, output);
  output.result(result, lines);
  if (contradicts(looked)) process.exitCode = exitStatus.contradicted;
  else if (looked.proof !== null) process.exitCode = exitStatus.unreachable;
}

function contradicts({ comparison: { kind } }: Looked): boolean {
  return kind === 'forked' || kind === 'shrunk';
}

/** Until the log contradicts itself, or somebody interrupts. A log that is away, or gives nonsense, is looked at again. */
async function keepWatching(watched: WatchedLog, minutes: number, output: Output): Promise<void> {
  for (;;) {
    try {
      const looked = await lookOnce(watched);
      if (contradicts(looked)) return finish(looked, output);
      for (const line of tellLooked(looked, output).lines) output.note(line);
    } catch (error) {
      if (!(error instanceof ServiceUnreachable)) throw error;
      output.note(explainError(error)[output.language]);
    }
    await sleep(minutes * 60_000);
  }
}

function readAddress(text: string): URL {
  if (URL.canParse(text) && /^https?:/.test(text)) return new URL(text);
  throw new UsageError({ en: `${text} is no address`, fr: `${text} n'est pas une adresse` });
}

async function readPolicy({ policy, logKey }: WatchOptions): Promise<Policy> {
  if ((policy === undefined) === (logKey === undefined)) {
    throw new UsageError({
      en: 'give either --policy FILE or --log-key KEY, as it was handed to you apart from the service',
      fr: 'donnez --policy FICHIER ou --log-key CLÉ, tels que remis à part du service',
    });
  }
  try {
    return parsePolicy(
      policy === undefined
        ? `${(logKey ?? []).map(key => `log ${key}\n`).join('')}quorum none\n`
        : await readFile(policy),
    );
  } catch (cause) {
    if (!(cause instanceof FormatError)) throw cause;
    throw new UsageError(
      {
        en: `that is no policy or key of a log: ${cause.message}`,
        fr: `ce n'est ni une politique ni la clé d'un journal : ${cause.message}`,
      },
      { cause },
    );
  }
}

function readMinutes(text: string): number {
  const minutes = Number(text);
  if (minutes > 0 && minutes <= 10_000) return minutes;
  throw new UsageError({
    en: `--every takes minutes, not ${text}`,
    fr: `--every prend des minutes, pas ${text}`,
  });
}
