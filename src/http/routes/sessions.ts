import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { roleCodes } from '../../custody/roles.js';
import { Nullable, words } from '../../custody/schema/described.js';
import { FormatError, readSessionAssertion, type SessionAssertion } from '../../log/index.js';
import { registeredKeys } from '../../store/keys.js';
import type { OpenLog } from '../../store/open-log.js';
import { findReader } from '../../store/readers/reader.js';
import type { Limits } from '../plugins/limits.js';
import { tokenSeconds } from '../plugins/sessions.js';
import { Problem } from '../problem/problem.js';
import { describeOperation, json } from '../schemas/operation.js';
import { Nonces } from '../sessions/nonces.js';

/** How far the time an officer signed may lie from the service's clock. */
const clockToleranceMs = 5 * 60_000;

const Nothing = Type.Object({}, { additionalProperties: false });

const NonceAnswer = Type.Object(
  {
    nonce: Type.String(
      words(
        '16 random bytes, base64url; good once, for 5 minutes',
        '16 octets aléatoires, base64url ; valable une fois, 5 minutes',
      ),
    ),
  },
  {
    title: 'Nonce',
    ...words('What an officer signs to open a session', 'Ce que signe un officier pour ouvrir une session'),
  },
);

const SessionRequest = Type.Object(
  {
    assertion: Type.String({
      ...words(
        'JWS of type custody-session+jws over log, officer, kid, nonce and time (log format, section 1)',
        'JWS de type custody-session+jws (format du journal, section 1)',
      ),
      minLength: 1,
      maxLength: 4_000,
    }),
  },
  {
    title: 'SessionRequest',
    additionalProperties: false,
    ...words('A signed request to read', 'Demande de lecture signée'),
  },
);

const SessionAnswer = Type.Object(
  {
    accessToken: Type.String(
      words('Send it as Authorization: Bearer', 'À envoyer dans Authorization: Bearer'),
    ),
    tokenType: Type.Literal('Bearer'),
    expiresIn: Type.Integer(words('Seconds it is good for', 'Durée de validité en secondes')),
    officer: Type.String(words('Officer', 'Officier')),
    unit: Nullable(Type.String(words('Unit', 'Unité'))),
    roles: Type.Array(Type.Enum([...roleCodes]), words('Roles held now', 'Rôles détenus à cet instant')),
  },
  { title: 'Session', ...words('An open session', 'Une session ouverte') },
);

/** `POST /v1/sessions`: a key-signed assertion over a nonce of the service for a short-lived token. */
export const sessionRoutes: FastifyPluginAsyncTypebox<{
  readonly log: OpenLog;
  readonly limits: Limits;
}> = async (app, { log, limits }) => {
  const nonces = new Nonces();
  const findKey = registeredKeys(log.db);
  const config = { rateLimit: { max: limits.sessionsPerMinute, timeWindow: 60_000 } };

  app.post(
    '/v1/sessions/nonces',
    {
      config,
      schema: describeOperation({
        id: 'createNonce',
        tag: 'Sessions',
        summary: 'Get a nonce to sign',
        description: 'First step of a session: a nonce that is good once, for five minutes.',
        session: 'none',
        body: Nothing,
        answers: { 201: { description: 'A fresh nonce', ...json(NonceAnswer) } },
        problems: ['invalid-request', 'too-large', 'media-type'],
      }),
    },
    async (_request, reply) => reply.status(201).send({ nonce: nonces.issue(log.now()) }),
  );

  app.post(
    '/v1/sessions',
    {
      config,
      schema: describeOperation({
        id: 'createSession',
        tag: 'Sessions',
        summary: 'Open a session for reading',
        description:
          'Second step: the nonce, signed with a registered key that was not revoked, for an access token of 15 minutes. What it shows depends on the roles held at the moment of each request.',
        session: 'none',
        body: SessionRequest,
        answers: { 201: { description: 'The session is open', ...json(SessionAnswer) } },
        problems: ['invalid-request', 'session-refused', 'too-large', 'media-type'],
      }),
    },
    async (request, reply) => {
      const { log: origin, officer, kid, nonce, at } = await readAssertion(request.body.assertion, findKey);
      const known = nonces.redeem(nonce, log.now());
      const fresh = Math.abs(at - log.now()) <= clockToleranceMs;
      const reader = await findReader(log.db, officer, kid, log.now());
      if (!known || !fresh || origin !== log.origin || reader === null) throw new Problem('session-refused');
      const accessToken = app.issueToken(reader, kid);
      return reply
        .status(201)
        .header('cache-control', 'no-store')
        .send({ accessToken, tokenType: 'Bearer', expiresIn: tokenSeconds, ...reader });
    },
  );
};

/** Which step failed is not told: it would say which keys are known here. */
async function readAssertion(
  assertion: string,
  findKey: ReturnType<typeof registeredKeys>,
): Promise<SessionAssertion> {
  try {
    return await readSessionAssertion(assertion, findKey);
  } catch (error) {
    if (error instanceof FormatError) throw new Problem('session-refused');
    throw error;
  }
}
