import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { signingKeysAt } from '../../custody/log/log-keys.js';
import { words } from '../../custody/schema/described.js';
import { SopDocument } from '../../custody/sop/document.js';
import { formatPolicy } from '../../log/index.js';
import { withCosignatures } from '../../store/cosignatures.js';
import type { OpenLog } from '../../store/open-log.js';
import { policyAt } from '../../store/policy-at.js';
import { readLogStanding } from '../../store/read-log-standing.js';
import { describeOperation, json } from '../schemas/operation.js';

const LogKeySchema = Type.Object(
  {
    origin: Type.String(words('Origin of the log', 'Origine du journal')),
    subject: Type.String(words('Subject of the log itself', 'Sujet du journal lui-même')),
    key: Type.String(words('Verifier key (C2SP signed-note)', 'Clé de vérification (C2SP signed-note)')),
    before: Type.Union(
      [Type.String(), Type.Null()],
      words(
        'The key before it, which signs checkpoints beside it until the next rotation; null: none',
        "La clé d'avant, qui signe à côté jusqu'au renouvellement suivant ; null : aucune",
      ),
    ),
  },
  {
    title: 'LogKey',
    ...words('Compare it with the key you were given apart', 'À comparer avec la clé reçue à part'),
  },
);

const SopSchema = Type.Object(
  {
    document: Type.Unsafe<unknown>({ ...SopDocument, title: 'Sop' }),
    sha256: Type.String(words('Hash of its JCS form: what the log adopted', 'Empreinte de sa forme JCS')),
  },
  { title: 'SopInForce', ...words('The procedure in force', 'La procédure en vigueur') },
);

const stateOf = async (log: OpenLog) => (await readLogStanding(log)).state;

/** What anybody may know of the log: its checkpoint, its key, and the SOP in force with its sources. */
export const logRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (app, { log }) => {
  app.get(
    '/v1/log/checkpoint',
    {
      schema: describeOperation({
        id: 'getCheckpoint',
        tag: 'Log',
        summary: 'The last signed checkpoint',
        description:
          'A C2SP signed note (log format, section 5), with the cosignatures that witnesses have given it by now.',
        session: 'none',
        answers: {
          200: {
            description: 'The note',
            content: {
              'text/plain': {
                schema: Type.String(words('Signed note', 'Note signée')),
                example: 'demo.example/AAAAAAAAAAAAAAAAAAAAAA\n12\nroot in base64\n\n— name signature\n',
              },
            },
          },
        },
        problems: [],
      }),
    },
    async (_request, reply) => {
      const note = await withCosignatures(log.db, log.policy, await log.vault.read());
      return reply
        .type('text/plain; charset=utf-8')
        .headers({ 'cache-control': 'public, no-cache', 'access-control-allow-origin': '*' })
        .send(note);
    },
  );
  app.get(
    '/v1/log/policy',
    {
      schema: describeOperation({
        id: 'getPolicy',
        tag: 'Log',
        summary: "The log's policy",
        description:
          'C2SP tlog-policy: the keys that sign for the log (two after a rotation), its witnesses, and how many of them are enough. For convenience: what counts is the policy handed over apart.',
        session: 'none',
        answers: {
          200: {
            description: 'The policy',
            content: {
              'text/plain': {
                schema: Type.String(words('C2SP tlog-policy', 'C2SP tlog-policy')),
                example: 'log demo.example/AAAAAAAAAAAAAAAAAAAAAA+00000000+key\nquorum none\n',
              },
            },
          },
        },
        problems: [],
      }),
    },
    async (_request, reply) =>
      reply
        .type('text/plain; charset=utf-8')
        .headers({ 'cache-control': 'public, no-cache', 'access-control-allow-origin': '*' })
        .send(formatPolicy(policyAt(log.policy, await stateOf(log), Number.MAX_SAFE_INTEGER))),
  );
  app.get(
    '/v1/log/key',
    {
      schema: describeOperation({
        id: 'getLogKey',
        tag: 'Log',
        summary: "The log's origin and key",
        description:
          'For setting up a device: the key in force, after a rotation the new one. What counts is the key handed over apart.',
        session: 'none',
        answers: { 200: { description: 'Origin and verifier key', ...json(LogKeySchema) } },
        problems: [],
      }),
    },
    async () => {
      const { inForce, before } = signingKeysAt(await stateOf(log), Number.MAX_SAFE_INTEGER);
      return { origin: log.origin, subject: log.subject, key: inForce, before };
    },
  );
  app.get(
    '/v1/sop',
    {
      schema: describeOperation({
        id: 'getSop',
        tag: 'Log',
        summary: 'The procedure in force',
        description: 'Gates, signatures, deadlines and who may read what, each with its source.',
        session: 'none',
        answers: { 200: { description: 'The SOP document and its hash', ...json(SopSchema) } },
        problems: [],
      }),
    },
    async () => log.sop(),
  );
};
