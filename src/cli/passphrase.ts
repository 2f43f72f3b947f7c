import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Language } from '../custody/text.js';

/**
 * A passphrase from `SCELLE_PASSPHRASE`, or asked for without echo. Without a terminal to ask at there is none.
 * Each key has its own: on one laptop two people unlock one after the other.
 */
export async function readPassphrase(label: string, language: Language): Promise<string | null> {
  const given = process.env.SCELLE_PASSPHRASE;
  if (given !== undefined) return given === '' ? null : given;
  if (!process.stdin.isTTY) return null;
  process.stderr.write(language === 'fr' ? `Phrase secrète de ${label} : ` : `Passphrase of ${label}: `);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const asking = createInterface({ input: process.stdin, output: silent, terminal: true });
  const typed = await asking.question('');
  asking.close();
  process.stderr.write('\n');
  return typed === '' ? null : typed;
}
