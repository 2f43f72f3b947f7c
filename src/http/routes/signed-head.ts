import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { words } from '../../custody/schema/described.js';
import type { OpenLog } from '../../store/open-log.js';
import { readSignedHead } from '../../store/readers/head-statement.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { describeOperation, json } from '../schemas/operation.js';

const SubjectParameters = Type.Object(
  {
    kind: Type.String({
      ...words('Kind of subject', 'Nature du sujet'),
      pattern: '^[a-z]{1,20}$',
      examples: ['evidence'],
    }),
    id: Type.String({
      ...words('UUID', 'UUID'),
      pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
    }),
  },
  { additionalProperties: false },
);

const SignedHeadSchema = Type.Object(
  {
    statement: Type.String(
      words(
        'Head statement, a compact JWS by the key of the log',
        'Déclaration de tête, JWS de la clé du journal',
      ),
    ),
    checkpoint: Type.String(
      words(
        'Signed note of the size and root it names',
        "Note signée de la taille et de la racine qu'elle nomme",
      ),
    ),
  },
  {
    title: 'SignedHead',
    ...words('How long a history is, said by the log', "Longueur d'un historique, attestée par le journal"),
  },
);

/** Head statements (log-format section 9): that a history was not cut. */
export const signedHeadRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  app.get(
    '/v1/log/heads/:kind/:id',
    {
      schema: describeOperation({
        id: 'getSignedHead',
        tag: 'Log',
        summary: "The log's word on how long a history is",
        description:
          'A head statement (log format, section 9) under the last signed checkpoint, for who may read the events of the subject: proof of fraud should an event of it turn up that lies in that tree behind the head.',
        session: 'required',
        params: SubjectParameters,
        answers: { 200: { description: 'The statement', ...json(SignedHeadSchema) } },
        problems: ['invalid-request', 'not-found', 'unavailable'],
      }),
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const reading = await readingOf(request, log);
      const { kind, id } = request.params;
      const subject = `${kind}/${id}`;
      request.noteRead([subject]);
      const head = await readSignedHead(log, reading, subject);
      if (head === undefined) throw new Problem('not-found');
      return head;
    },
  );
};
