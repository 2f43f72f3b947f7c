import { UsageError } from './usage-error.js';

/** @throws UsageError where nobody told who owns the tables */
export function requireOwner(ownerUrl: string | null): string {
  if (ownerUrl !== null) return ownerUrl;
  throw new UsageError({
    en: "this needs the tables' owner: set MIGRATION_DATABASE_URL",
    fr: 'il faut le propriétaire des tables : indiquez MIGRATION_DATABASE_URL',
  });
}
