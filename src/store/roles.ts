import pg from 'pg';

/** Runs migrations and owns every table. */
export const ownerRole = 'scelle_owner';
/** The running service: only what the migrations grant it. */
export const serviceRole = 'scelle_service';

export interface RolePasswords {
  readonly owner: string;
  readonly service: string;
}

/** Makes the two roles on a server where they are missing. Needs a connection that may create roles. */
export async function createRoles(admin: pg.Client, passwords: RolePasswords): Promise<void> {
  for (const [role, password] of [
    [ownerRole, passwords.owner],
    [serviceRole, passwords.service],
  ] as const) {
    const known = await admin.query('select from pg_roles where rolname = $1', [role]);
    if (known.rowCount !== 0) continue;
    await admin.query(`create role ${role} login password ${pg.escapeLiteral(password)}`);
  }
}

/** Makes a database that belongs to the owner and lets the service in; nobody else may connect. */
export async function createOwnedDatabase(
  admin: pg.Client,
  name: string,
  template = 'template0',
): Promise<void> {
  const database = pg.escapeIdentifier(name);
  const known = await admin.query('select from pg_database where datname = $1', [name]);
  if (known.rowCount === 0) {
    await admin.query(
      `create database ${database} owner ${ownerRole} template ${pg.escapeIdentifier(template)}`,
    );
  }
  await admin.query(`revoke all on database ${database} from public`);
  await admin.query(`grant connect on database ${database} to ${serviceRole}`);
}
