import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import jwt from 'jsonwebtoken';
import { type OfficerState, rolesHeld } from '../custody/officer/state.js';
import type { RoleCode } from '../custody/roles.js';
import type { OpenLog } from '../store/open-log.js';

/** Who reads: an officer with the roles he holds at this moment. */
export interface Reader {
  readonly officer: string;
  readonly unit: string | null;
  readonly roles: readonly RoleCode[];
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Gives an access token of 15 minutes. */
    issueToken(officer: string, kid: string): string;
  }
  interface FastifyRequest {
    /** The reader, or null without a valid session. Roles are judged now, not when the token was given. */
    reader(): Promise<Reader | null>;
  }
}

const lifetimeSeconds = 15 * 60;

/**
 * Access tokens (ES256, algorithm pinned). The key lives as long as the process: after a restart officers open a
 * new session with their own key, which costs them nothing.
 */
export async function addSessions(app: FastifyInstance, { log }: { readonly log: OpenLog }): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  app.decorate('issueToken', (officer: string, kid: string) => {
    const issued = Math.floor(log.now() / 1000);
    const claims = { sub: officer, kid, iss: log.origin, iat: issued, exp: issued + lifetimeSeconds };
    return jwt.sign(claims, privateKey, { algorithm: 'ES256' });
  });
  app.decorateRequest('reader', async function readerOf(this: FastifyRequest) {
    const claims = readToken(this.headers.authorization, publicKey, log);
    return claims === undefined ? null : findReader(log, claims);
  });
}

interface Claims {
  readonly officer: string;
  readonly kid: string;
}

function readToken(authorization: string | undefined, key: KeyObject, log: OpenLog): Claims | undefined {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
  if (token === undefined) return undefined;
  try {
    const clockTimestamp = Math.floor(log.now() / 1000);
    const claims = jwt.verify(token, key, { algorithms: ['ES256'], issuer: log.origin, clockTimestamp });
    if (typeof claims === 'string' || typeof claims.sub !== 'string') return undefined;
    return { officer: claims.sub, kid: String(claims.kid) };
  } catch (error) {
    if (error instanceof jwt.JsonWebTokenError) return undefined;
    throw error;
  }
}

/** A key that was revoked meanwhile reads no more. */
async function findReader({ db, now }: OpenLog, { officer, kid }: Claims): Promise<Reader | null> {
  const row = await db
    .selectFrom('subject')
    .select('state')
    .where('subject', '=', `officer/${officer}`)
    .executeTakeFirst();
  if (row === undefined) return null;
  const state = row.state as OfficerState;
  if (state.keys[kid]?.revoked !== null) return null;
  return { officer, unit: state.unit, roles: rolesHeld(state, now()) };
}

/** Not encapsulated: routes registered beside it use what it adds. */
export const sessions = Object.assign(addSessions, { [Symbol.for('skip-override')]: true });
