import type { Migration } from 'kysely';
import * as log from './0001-log.js';

/**
 * Every migration, oldest first. The names are what a database remembers: never renamed, never reordered,
 * never edited once on `main`; a change is a new file with the next number.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-log': log,
};
