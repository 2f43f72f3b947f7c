/** Administrative acts on the service that the log has an event of. A code never changes its meaning. */
export const administrativeActs = [
  /** The schema of the database was brought up to date: `migrations`. */
  'MIGRATED',
  /** The effective configuration is another one than before: `settings`, `sha256` of the new one. */
  'CONFIGURED',
  /** A backup was made: `size` of the tree in it, `sha256` of its list of files. */
  'BACKED_UP',
  /** A backup was put in place: `size` of the tree in it, `sha256` of its list of files. */
  'RESTORED',
  /** Events that the database had lost were brought back: `size` of the tree then. */
  'RECOVERED',
  /** The tables for reading were made anew from the log: `size` of the tree then. */
  'REBUILT',
] as const;

export type AdministrativeAct = (typeof administrativeActs)[number];

/** Parts of the configuration, by what they govern; never their values. */
export const settings = [
  'DATABASE',
  'NETWORK',
  'PROXIES',
  'LIMITS',
  'FILES',
  'LOGGING',
  'METRICS',
  'OFFICER',
  'POLICY',
  'WITNESSES',
  'TIMESTAMPS',
  'RELEASE',
] as const;

export type Setting = (typeof settings)[number];

type Detail = 'migrations' | 'settings' | 'size' | 'sha256';

/** What is said of an act; the other details stay empty. */
export const detailsOf: Readonly<Record<AdministrativeAct, readonly Detail[]>> = {
  MIGRATED: ['migrations'],
  CONFIGURED: ['settings', 'sha256'],
  BACKED_UP: ['size', 'sha256'],
  RESTORED: ['size', 'sha256'],
  RECOVERED: ['size'],
  REBUILT: ['size'],
};
