import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Language, Text } from '../custody/text.js';
import type { Output } from './output.js';
import { UsageError } from './usage-error.js';

/** Asks one question at a terminal, without echo; null where nothing was typed, or there is no terminal. */
export type Ask = (question: string) => Promise<string | null>;

/** Below this a passphrase can be tried out by whoever gets hold of the file. */
const shortPassphrase = 12;

/** The passphrase of the log's key: from `SCELLE_LOG_KEY_PASSPHRASE`, or asked for. Null: none. */
export async function readLogKeyPassphrase(language: Language): Promise<string | null> {
  return fromEnvironment('SCELLE_LOG_KEY_PASSPHRASE', () => ask(logKeyQuestion[language]));
}

/** As `readLogKeyPassphrase`, for a key that is about to be made. */
export async function readNewLogKeyPassphrase(output: PassphraseOutput): Promise<string | null> {
  return remarkOnShort(
    await fromEnvironment('SCELLE_LOG_KEY_PASSPHRASE', () =>
      askTwice(logKeyQuestion[output.language], output, ask),
    ),
    output,
  );
}

/**
 * A passphrase from `SCELLE_PASSPHRASE`, or asked for without echo. Without a terminal to ask at there is none.
 * Each key has its own: on one laptop two people unlock one after the other. A script gives them with
 * `--passphrase-stdin`, one a line, in the order in which the keys are named.
 */
export async function readPassphrase(label: string, language: Language): Promise<string | null> {
  return fromScript(label, () => ask(keyQuestion(label)[language]));
}

/** As `readPassphrase`, for a key that is about to be made. */
export async function readNewPassphrase(
  label: string,
  output: PassphraseOutput,
  asking: Ask = ask,
): Promise<string | null> {
  const typed = await fromScript(label, () => askTwice(keyQuestion(label)[output.language], output, asking));
  return remarkOnShort(typed, output);
}

/**
 * The passphrase of what a device keeps, its outbox and what it took along: from `SCELLE_OUTBOX_PASSPHRASE`, or
 * asked for. At the first use one is chosen, or none, which is said.
 */
export async function readOutboxPassphrase(
  key: 'new' | 'sealed',
  output: PassphraseOutput,
  asking: Ask = ask,
): Promise<string | null> {
  const { language, note } = output;
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  if (key === 'sealed') {
    const question = say(
      "Passphrase of this device's outbox: ",
      'Phrase secrète des envois de cet appareil : ',
    );
    return fromEnvironment('SCELLE_OUTBOX_PASSPHRASE', () => asking(question));
  }
  const question = say(
    'First use: a passphrase for what this device keeps (Enter: none): ',
    'Première utilisation : phrase secrète pour ce que garde cet appareil (Entrée : aucune) : ',
  );
  const chosen = await fromEnvironment('SCELLE_OUTBOX_PASSPHRASE', () => askTwice(question, output, asking));
  if (chosen === null) {
    note(
      say(
        'What this device keeps (outbox, what was taken along) is under no passphrase: whoever has the folder can read it. Scripts give one with SCELLE_OUTBOX_PASSPHRASE.',
        'Ce que garde cet appareil (envois, ce qui a été emporté) est sans phrase secrète : qui a le dossier peut le lire. Un script en donne une avec SCELLE_OUTBOX_PASSPHRASE.',
      ),
    );
  }
  return remarkOnShort(chosen, output);
}

/** Where remarks on a passphrase go. */
export type PassphraseOutput = Pick<Output, 'language' | 'note'>;

const logKeyQuestion: Text = {
  en: "Passphrase of the log's key: ",
  fr: 'Phrase secrète de la clé du journal : ',
};

function keyQuestion(label: string): Text {
  return { en: `Passphrase of ${label}: `, fr: `Phrase secrète de ${label} : ` };
}

async function fromScript(label: string, asking: () => Promise<string | null>): Promise<string | null> {
  if (process.argv.includes('--passphrase-stdin')) return nextLine(label);
  return fromEnvironment('SCELLE_PASSPHRASE', asking);
}

async function fromEnvironment(name: string, asking: () => Promise<string | null>): Promise<string | null> {
  const given = process.env[name];
  if (given === undefined) return asking();
  return given === '' ? null : given;
}

/** Typed until it was the same twice: a slip of the finger would lock for ever what it seals. */
async function askTwice(
  question: string,
  { language, note }: PassphraseOutput,
  asking: Ask,
): Promise<string | null> {
  for (;;) {
    const typed = await asking(question);
    if (typed === null) return null;
    if ((await asking(language === 'fr' ? 'Une seconde fois : ' : 'Once more: ')) === typed) return typed;
    note(language === 'fr' ? 'Les deux diffèrent : recommencez.' : 'The two differ: begin again.');
  }
}

function remarkOnShort(passphrase: string | null, { language, note }: PassphraseOutput): string | null {
  if (passphrase !== null && passphrase.length < shortPassphrase) {
    note(
      language === 'fr'
        ? `Cette phrase secrète est courte (${passphrase.length} caractères) : qui copie le fichier peut toutes les essayer. Quatre mots ou plus tiennent mieux.`
        : `This passphrase is short (${passphrase.length} characters): whoever copies the file can try them all. Four words or more hold better.`,
    );
  }
  return passphrase;
}

let lines: string[] | undefined;

function nextLine(label: string): string {
  lines ??= readFileSync(0, 'utf8').split(/\r?\n/);
  const line = lines.shift();
  if (line !== undefined && line !== '') return line;
  throw new UsageError({
    en: `standard input holds no passphrase for ${label}`,
    fr: `l'entrée standard ne contient pas de phrase secrète pour ${label}`,
  });
}

async function ask(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const asking = createInterface({ input: process.stdin, output: silent, terminal: true });
  const typed = await asking.question('');
  asking.close();
  process.stderr.write('\n');
  return typed === '' ? null : typed;
}
