import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { words } from '../../custody/schema/described.js';
import type { OpenLog } from '../../store/open-log.js';
import { readEvent, readReceipt, subjectOfEvent } from '../../store/readers/read-event.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { EventSchema } from '../schemas/event.js';
import { eventReceiptExample } from '../schemas/examples/event.js';
import { describeOperation, json } from '../schemas/operation.js';
import { EventReceiptSchema } from '../schemas/receipt.js';

const EventParameters = Type.Object(
  {
    eventId: Type.String({
      ...words('SHA-256 of the signing input, base64url', 'SHA-256 de ce qui est signé, base64url'),
      pattern: '^[A-Za-z0-9_-]{43}$',
    }),
  },
  { additionalProperties: false },
);

/** One signed statement and its proof. What the reader may not know of is not there. */
export const singleEventRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  app.get(
    '/v1/events/:eventId',
    {
      schema: describeOperation({
        id: 'getEvent',
        tag: 'Events',
        summary: 'One signed statement',
        description:
          'As in the history of its subject: withheld claims are shown to roles that may see them, and what was erased is told apart from what is withheld.',
        session: 'required',
        params: EventParameters,
        answers: { 200: { description: 'The statement', ...json(EventSchema) } },
        problems: ['invalid-request', 'not-found'],
      }),
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const reading = await readingOf(request, log);
      const { eventId } = request.params;
      request.noteRead(await subjectsAsked(log, eventId));
      const view = await readEvent(log, reading, eventId);
      if (view === undefined) throw new Problem('not-found');
      request.noteMissing([view]);
      return view;
    },
  );
  app.get(
    '/v1/events/:eventId/receipt',
    {
      schema: describeOperation({
        id: 'getEventReceipt',
        tag: 'Events',
        summary: 'The receipt of one event, under a checkpoint with cosignatures',
        description:
          'Under the newest checkpoint that enough witnesses have cosigned, or else the last one. For who may read the event, and for who signed it, whatever his roles are now. It holds the salt of the subject, which nobody else is given (log format, section 3).',
        session: 'required',
        params: EventParameters,
        answers: { 200: { description: 'The receipt', ...json(EventReceiptSchema, eventReceiptExample) } },
        problems: ['invalid-request', 'not-found'],
      }),
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const reading = await readingOf(request, log);
      const { eventId } = request.params;
      request.noteRead(await subjectsAsked(log, eventId));
      const receipt = await readReceipt(log, reading, eventId);
      if (receipt === undefined) throw new Problem('not-found');
      return receipt;
    },
  );
};

/** For the access log: an auditor sees which record somebody asked for in vain. */
async function subjectsAsked({ db }: OpenLog, eventId: string): Promise<readonly string[]> {
  const subject = await subjectOfEvent(db, eventId);
  return subject === undefined ? [`event/${eventId}`] : [`event/${eventId}`, subject];
}
