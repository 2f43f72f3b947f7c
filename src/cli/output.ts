import type { Language } from '../custody/text.js';
import { printable } from './printable.js';

/** How a command speaks: results on standard output, everything else on standard error. */
export interface Output {
  readonly language: Language;
  readonly json: boolean;
  /** The result: exactly one line of JSON with `--json`, else the lines for people. */
  result(value: unknown, lines: readonly string[]): void;
  /** Progress and remarks, for people only. */
  note(line: string): void;
}

export function createOutput(language: Language, json: boolean): Output {
  return {
    language,
    json,
    result(value, lines) {
      process.stdout.write(
        json ? `${JSON.stringify(value)}\n` : lines.map(line => `${printable(line)}\n`).join(''),
      );
    },
    note(line) {
      process.stderr.write(`${printable(line)}\n`);
    },
  };
}

/** Exit statuses, the same for every command. */
export const exitStatus = {
  done: 0,
  failed: 1,
  usage: 2,
  /** A rule said no; the violations were printed. */
  refused: 3,
  /** Somebody else acted first. */
  conflict: 4,
  /** The service, or its database, cannot be reached; what was signed waits in the outbox. */
  unreachable: 5,
  /** What was compared differs; the rows were named. */
  differs: 6,
  /** A log has contradicted itself; both of its notes were kept. */
  contradicted: 7,
} as const;
