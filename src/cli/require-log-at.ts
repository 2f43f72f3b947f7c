import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './usage-error.js';

/**
 * For commands that read a log that is there: in a mistyped folder an embedded PostgreSQL would be founded, and the
 * answer be of a log that nobody keeps.
 * @param databaseUrl null: the database lies in the home
 * @throws UsageError where neither is named
 */
export function requireLogAt(home: string, databaseUrl: string | null): void {
  if (databaseUrl !== null || existsSync(join(home, 'postgres'))) return;
  throw new UsageError({
    en: `${home} holds no log, and DATABASE_URL names none: is --home right?`,
    fr: `${home} ne contient pas de journal, et DATABASE_URL n'en désigne aucun : --home est-il juste ?`,
  });
}
