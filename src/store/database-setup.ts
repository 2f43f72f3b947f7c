import { type Kysely, type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { LocalizedError, type Text } from '../custody/text.js';
import { isDatabaseUnavailable } from './database.js';
import { serviceRole } from './roles.js';

const oldestMajor = 15;
const neededExtensions = ['btree_gist', 'pg_trgm'] as const;

/** What may be wrong with a database before anything is done with it, and what the operator does about it. */
const faults = {
  unreachable: (found: string) => ({
    en: `The database cannot be reached (${found}). Is the server running, and is the address right?`,
    fr: `La base de données est injoignable (${found}). Le serveur tourne-t-il, l'adresse est-elle bonne ?`,
  }),
  'login-refused': (found: string) => ({
    en: `The database refuses the login (${found}). Check role and password in the address.`,
    fr: `La base de données refuse la connexion (${found}). Vérifiez le rôle et le mot de passe de l'adresse.`,
  }),
  'database-missing': (found: string) => ({
    en: `The server holds no such database (${found}). docker/create-roles.sh shows how it is made.`,
    fr: `Le serveur n'a pas cette base (${found}). docker/create-roles.sh montre comment la créer.`,
  }),
  'postgres-too-old': (found: string) => ({
    en: `PostgreSQL ${found} is too old: ${oldestMajor} or newer is needed.`,
    fr: `PostgreSQL ${found} est trop ancien : la version ${oldestMajor} ou une plus récente est nécessaire.`,
  }),
  'encoding-not-utf8': (found: string) => ({
    en: `The database is encoded in ${found}: create it with encoding UTF8.`,
    fr: `La base est encodée en ${found} : créez-la avec l'encodage UTF8.`,
  }),
  'service-role-missing': () => ({
    en: `The role ${serviceRole} does not exist on this server: the migrations grant to it. docker/create-roles.sh shows how it is made.`,
    fr: `Le rôle ${serviceRole} n'existe pas sur ce serveur : les migrations lui donnent ses droits. docker/create-roles.sh montre comment le créer.`,
  }),
  'extensions-not-offered': (found: string) => ({
    en: `The server does not offer the extension ${found}: install PostgreSQL's additional modules (package postgresql-contrib).`,
    fr: `Le serveur ne propose pas l'extension ${found} : installez les modules complémentaires de PostgreSQL (paquet postgresql-contrib).`,
  }),
  'extensions-forbidden': (found: string) => ({
    en: `The owner's role may not add the extension ${found}: grant it CREATE on the database, or let a superuser run "create extension" once.`,
    fr: `Le rôle propriétaire ne peut pas ajouter l'extension ${found} : donnez-lui CREATE sur la base, ou faites exécuter « create extension » une fois par un superutilisateur.`,
  }),
  'service-is-superuser': (found: string) => ({
    en: `DATABASE_URL connects as ${found}, a superuser. The service must not be able to change what it wrote: connect as ${serviceRole}.`,
    fr: `DATABASE_URL se connecte en tant que ${found}, un superutilisateur. Le service ne doit pas pouvoir changer ce qu'il a écrit : connectez-vous en tant que ${serviceRole}.`,
  }),
  'service-is-owner': (found: string) => ({
    en: `DATABASE_URL connects as ${found}, which owns the tables. That is for MIGRATION_DATABASE_URL; the service connects as ${serviceRole}.`,
    fr: `DATABASE_URL se connecte en tant que ${found}, propriétaire des tables. C'est le rôle de MIGRATION_DATABASE_URL ; le service se connecte en tant que ${serviceRole}.`,
  }),
  'service-may-change-log': (found: string) => ({
    en: `The role of DATABASE_URL may change or delete rows of ${found}. Revoke that: the log is append-only.`,
    fr: `Le rôle de DATABASE_URL peut modifier ou supprimer des lignes de ${found}. Retirez ce droit : le journal n'accepte que des ajouts.`,
  }),
} as const satisfies Record<string, (found: string) => Text>;

export type DatabaseFault = keyof typeof faults;

/** The database is not fit for a log, or not reachable as it was named. Nothing was changed. */
export class DatabaseSetupError extends LocalizedError {
  override readonly name = 'DatabaseSetupError';
  readonly fault: DatabaseFault;

  constructor(fault: DatabaseFault, found = '', options?: ErrorOptions) {
    super(faults[fault](found), options);
    this.fault = fault;
  }
}

/** Version and encoding; also the first query, so a connection that fails is explained here. */
export async function checkServer<Tables>(db: Kysely<Tables>): Promise<void> {
  const { version, encoding } = await one<{ version: string; encoding: string }>(
    db,
    sql`select current_setting('server_version') as version, current_setting('server_encoding') as encoding`,
  ).catch((error: unknown) => {
    throw explainConnection(error);
  });
  if (Number.parseInt(version, 10) < oldestMajor) throw new DatabaseSetupError('postgres-too-old', version);
  if (encoding !== 'UTF8') throw new DatabaseSetupError('encoding-not-utf8', encoding);
}

/** What the migrations need and do not make themselves. For the owner's connection. */
export async function checkBeforeMigration<Tables>(db: Kysely<Tables>): Promise<void> {
  await checkServer(db);
  const { roles, offered, added, mayCreate } = await one<{
    roles: number;
    offered: string[];
    added: string[];
    mayCreate: boolean;
  }>(
    db,
    sql`
      select (select count(*)::integer from pg_roles where rolname = ${serviceRole}) as roles,
        array(select name::text from pg_available_extensions where name = any(${neededExtensions})) as offered,
        array(select extname::text from pg_extension where extname = any(${neededExtensions})) as added,
        has_database_privilege(current_database(), 'CREATE') as "mayCreate"`,
  );
  if (roles === 0) throw new DatabaseSetupError('service-role-missing');
  const missing = neededExtensions.filter(name => !added.includes(name));
  const absent = missing.filter(name => !offered.includes(name));
  if (absent.length > 0) throw new DatabaseSetupError('extensions-not-offered', absent.join(', '));
  if (missing.length > 0 && !mayCreate)
    throw new DatabaseSetupError('extensions-forbidden', missing.join(', '));
}

const appendOnlyTables = ['event', 'checkpoint', 'cosignature', 'access_log'] as const;

/**
 * That the log is append-only for the service is in the grants: a role that is above them is refused, however it
 * came to be in `DATABASE_URL`. The schema must be up to date.
 */
export async function checkServiceRole<Tables>(db: Kysely<Tables>): Promise<void> {
  const { role, superuser, owner, changeable } = await one<{
    role: string;
    superuser: boolean;
    owner: boolean;
    changeable: string[];
  }>(
    db,
    sql`
      with log_table as (select oid, relname, relowner from pg_class
        where oid = any(${appendOnlyTables}::text[]::regclass[]))
      select current_user::text as role,
        (select rolsuper from pg_roles where rolname = current_user) as superuser,
        exists (select from log_table where pg_has_role(relowner, 'MEMBER')) as owner,
        array(select relname::text from log_table
          where has_table_privilege(oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')) as changeable`,
  );
  if (superuser) throw new DatabaseSetupError('service-is-superuser', role);
  if (owner) throw new DatabaseSetupError('service-is-owner', role);
  if (changeable.length > 0) throw new DatabaseSetupError('service-may-change-log', changeable.join(', '));
}

async function one<Row>(db: QueryExecutorProvider, query: RawBuilder<unknown>): Promise<Row> {
  const { rows } = await query.$castTo<Row>().execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('a query of one row gave none');
  return row;
}

/** An error of the first connection in words; any other passes on. The address, with its password, is not shown. */
function explainConnection(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const found = code !== '' ? code : error instanceof Error ? error.message : '';
  if (['28P01', '28000', '42501'].includes(code)) {
    return new DatabaseSetupError('login-refused', messageOf(error), { cause: error });
  }
  if (code === '3D000') return new DatabaseSetupError('database-missing', messageOf(error), { cause: error });
  if (isDatabaseUnavailable(error)) return new DatabaseSetupError('unreachable', found, { cause: error });
  return error;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
