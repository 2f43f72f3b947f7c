import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Language } from '../custody/text.js';
import { UsageError } from './usage-error.js';

/** The passphrase of the log's key: from `SCELLE_LOG_KEY_PASSPHRASE`, or asked for. Null: none. */
export async function readLogKeyPassphrase(language: Language): Promise<string | null> {
  const given = process.env.SCELLE_LOG_KEY_PASSPHRASE;
  if (given !== undefined) return given === '' ? null : given;
  return ask(language === 'fr' ? 'Phrase secrète de la clé du journal : ' : "Passphrase of the log's key: ");
}

/**
 * A passphrase from `SCELLE_PASSPHRASE`, or asked for without echo. Without a terminal to ask at there is none.
 * Each key has its own: on one laptop two people unlock one after the other. A script gives them with
 * `--passphrase-stdin`, one a line, in the order in which the keys are named.
 */
export async function readPassphrase(label: string, language: Language): Promise<string | null> {
  if (process.argv.includes('--passphrase-stdin')) return nextLine(label);
  const given = process.env.SCELLE_PASSPHRASE;
  if (given !== undefined) return given === '' ? null : given;
  return ask(language === 'fr' ? `Phrase secrète de ${label} : ` : `Passphrase of ${label}: `);
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
