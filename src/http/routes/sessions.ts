import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { FormatError, readSessionAssertion } from '../../log/index.js';
import { registeredKeys } from '../../store/keys.js';
import type { OpenLog } from '../../store/open-log.js';
import { sendProblem } from '../problem.js';

const nonceLifetimeMs = 5 * 60_000;
const maxNonces = 10_000;

/** `POST /v1/sessions`: a key-signed assertion over a nonce of the service for a short-lived token. */
export async function sessionRoutes(app: FastifyInstance, { log }: { readonly log: OpenLog }): Promise<void> {
  const nonces = new Map<string, number>();
  const findKey = registeredKeys(log.db);

  app.post(
    '/v1/sessions/nonces',
    { schema: { body: Type.Object({}, { additionalProperties: false }) } },
    async (_request, reply) => {
      dropOld(nonces, log.now());
      const nonce = randomBytes(16).toString('base64url');
      nonces.set(nonce, log.now());
      return reply.status(201).send({ nonce });
    },
  );

  const body = Type.Object({ assertion: Type.String({ maxLength: 4_000 }) }, { additionalProperties: false });
  app.post<{ Body: Type.Static<typeof body> }>(
    '/v1/sessions',
    { schema: { body } },
    async (request, reply) => {
      try {
        const assertion = await readSessionAssertion(request.body.assertion, findKey);
        const known = nonces.delete(assertion.nonce);
        const fresh = Math.abs(assertion.at - log.now()) <= nonceLifetimeMs;
        if (!known || !fresh || assertion.log !== log.origin)
          return sendProblem(request, reply, 'unauthenticated');
        const accessToken = app.issueToken(assertion.officer, assertion.kid);
        request.headers.authorization = `Bearer ${accessToken}`;
        const reader = await request.reader();
        if (reader === null) return sendProblem(request, reply, 'unauthenticated');
        return await reply.status(201).send({ accessToken, tokenType: 'Bearer', expiresIn: 900, ...reader });
      } catch (error) {
        if (error instanceof FormatError) return sendProblem(request, reply, 'unauthenticated');
        throw error;
      }
    },
  );
}

/** Bounded: asking for nonces costs nobody but the asker. */
function dropOld(nonces: Map<string, number>, now: number): void {
  for (const [nonce, at] of nonces) {
    if (now - at <= nonceLifetimeMs && nonces.size < maxNonces) break;
    nonces.delete(nonce);
  }
}
