import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import jwt from 'jsonwebtoken';
import { isJsonObject } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { findReader, type Reader } from '../../store/readers/reader.js';
import { Problem } from '../problem/problem.js';

/** Seconds an access token is good for. */
export const tokenSeconds = 15 * 60;

declare module 'fastify' {
  interface FastifyInstance {
    /** Gives an access token of 15 minutes to an officer who proved that he holds the key. */
    issueToken(reader: Reader, kid: string): string;
  }
  interface FastifyRequest {
    /** Who reads, or null without a valid session. Roles are judged now, not when the token was given. */
    findReader(): Promise<Reader | null>;
    /** Who was last found to read: what he was shown is his, also where his session ends before it is logged. */
    readerFound: Reader | null;
    /** @throws Problem `unauthenticated` */
    requireReader(): Promise<Reader>;
  }
}

/**
 * Access tokens (ES256, algorithm pinned). The key lives as long as the process: after a restart officers open a
 * new session with their own key, which costs them nothing, and a stolen disk holds no key for tokens.
 */
export const sessions = fp<{ readonly log: OpenLog }>(
  async (app: FastifyInstance, { log }) => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    app.decorate('issueToken', ({ officer, unit, roles }, kid) => {
      const issued = Math.floor(log.now() / 1000);
      const claims = { sub: officer, unit, roles, kid, iss: log.origin, aud: log.origin, iat: issued };
      return jwt.sign({ ...claims, exp: issued + tokenSeconds }, privateKey, { algorithm: 'ES256' });
    });
    app.decorateRequest('readerFound', null);
    app.decorateRequest('findReader', async function find(this: FastifyRequest) {
      const claims = readToken(this.headers.authorization, publicKey, log);
      if (claims === undefined) return null;
      const reader = await findReader(log.db, claims.officer, claims.kid, log.now());
      this.readerFound = reader ?? this.readerFound;
      return reader;
    });
    app.decorateRequest('requireReader', async function require(this: FastifyRequest) {
      const reader = await this.findReader();
      if (reader === null) throw new Problem('unauthenticated');
      return reader;
    });
  },
  { name: 'sessions' },
);

interface Claims {
  readonly officer: string;
  readonly kid: string;
}

function readToken(authorization: string | undefined, key: KeyObject, log: OpenLog): Claims | undefined {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return undefined;
  const claims = verifyToken(token, key, log);
  if (!isJsonObject(claims) || typeof claims.sub !== 'string' || typeof claims.kid !== 'string') {
    return undefined;
  }
  return { officer: claims.sub, kid: claims.kid };
}

function verifyToken(token: string, key: KeyObject, log: OpenLog): unknown {
  try {
    return jwt.verify(token, key, {
      algorithms: ['ES256'],
      issuer: log.origin,
      audience: log.origin,
      clockTimestamp: Math.floor(log.now() / 1000),
    });
  } catch {
    // Not only its own errors: a payload that is no JSON, or a signature of another length, comes out as a
    // SyntaxError or TypeError. Key and options are good, so whatever is thrown is about the token.
    return undefined;
  }
}
