import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { words } from '../../custody/schema/described.js';
import type { OpenLog } from '../../store/open-log.js';
import { readVisibleSubjects } from '../../store/readers/read-subjects.js';
import { readingOf } from '../reading.js';
import { describeOperation, json } from '../schemas/operation.js';

const Wanted = Type.Object(
  {
    subject: Type.Array(
      Type.String({
        pattern: '^[a-z]{1,20}/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
      }),
      {
        minItems: 1,
        maxItems: 500,
        ...words('`<kind>/<UUID>`, several times', '`<nature>/<UUID>`, plusieurs fois'),
      },
    ),
  },
  { additionalProperties: false },
);

const HeadSchema = Type.Object(
  {
    subject: Type.String(words('Subject', 'Sujet')),
    seq: Type.Integer(words('Position of its last event', 'Rang de son dernier acte')),
    eventId: Type.String(words('Its last event', 'Son dernier acte')),
    kind: Type.String(words('Kind', 'Nature')),
    state: Type.Object(
      {},
      { additionalProperties: true, ...words('The fold of its history', 'État issu de son historique') },
    ),
  },
  { title: 'Head', ...words('Where a subject stands', 'Où en est un sujet') },
);

const Heads = Type.Object(
  { items: Type.Array(HeadSchema, words('Those that may be seen', 'Ceux qui peuvent être vus')) },
  { title: 'Heads', ...words('Heads and states of subjects', 'Têtes et états de sujets') },
);

/** Heads and states, for composing the next act and for rehearsing the rules on a device before leaving. */
export const headRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (app, { log }) => {
  app.get(
    '/v1/heads',
    {
      schema: describeOperation({
        id: 'getHeads',
        tag: 'Events',
        summary: 'Heads and states of subjects',
        description:
          'For composing acts, and for preparing a device before it goes offline. Subjects that do not exist, or whose record the reader may not see, are left out.',
        session: 'required',
        querystring: Wanted,
        answers: { 200: { description: 'Heads, sorted by subject', ...json(Heads) } },
        problems: ['invalid-request'],
      }),
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const reading = await readingOf(request, log);
      const subjects = [...new Set(request.query.subject)];
      const found = await readVisibleSubjects(log.db, reading, subjects, 'record');
      request.noteRead(subjects);
      return {
        items: found
          .map(head => ({ ...head, kind: head.subject.slice(0, head.subject.indexOf('/')) }))
          .sort((left, right) => (left.subject < right.subject ? -1 : 1)),
      };
    },
  );
};
