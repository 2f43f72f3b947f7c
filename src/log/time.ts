import { type FormatCheck, FormatError } from './error.js';

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/;

/**
 * Milliseconds since 1970 of `YYYY-MM-DDTHH:MM:SSZ` or the same with `.sss`; a valid date, no leap second
 * (log-format, Conventions).
 * @throws {FormatError} with `check`
 */
export function parseTime(text: string, check: FormatCheck = 'jcs'): number {
  const ms = TIME.test(text) ? Date.parse(text) : Number.NaN;
  // Date.parse rolls 30 February and 24:00 over: only a text that comes back unchanged named a valid date.
  if (Number.isNaN(ms) || formatTime(ms).slice(0, 19) !== text.slice(0, 19)) {
    throw new FormatError(
      check,
      `expected a time like 2021-04-02T06:30:00Z, received ${JSON.stringify(text)}`,
    );
  }
  return ms;
}

/**
 * `YYYY-MM-DDTHH:MM:SS.sssZ`.
 * @throws {RangeError} outside the years 0000 to 9999
 */
export function formatTime(ms: number): string {
  const text = new Date(ms).toISOString();
  if (text.length !== 24) throw new RangeError(`not a time of the years 0000 to 9999: ${ms}`);
  return text;
}
