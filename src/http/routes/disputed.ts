import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { OpenLog } from '../../store/open-log.js';
import { listDisputed } from '../../store/readers/disputed/list-disputed.js';
import { viewEvents } from '../../store/readers/read-history.js';
import { isGranted } from '../../store/readers/visibility.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { EventSchema } from '../schemas/event.js';
import { eventExample } from '../schemas/examples/event.js';
import { describeOperation, json } from '../schemas/operation.js';
import { linkHeader, Page, pageQuery, readNumericCursor, usualPage } from '../schemas/page.js';
import { sendPage } from '../send-page.js';

const Query = Type.Object({ ...pageQuery }, { additionalProperties: false });

/** Events by compromised keys (log-format section 8), each with what speaks for it all the same. */
export const disputedRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (app, { log }) => {
  const schema = describeOperation({
    id: 'listDisputed',
    tag: 'Events',
    summary: 'What compromised keys signed',
    description:
      'Every signed statement that is disputed and that the reader may see, in log order, with the evidence that does not rest on the key: countersignatures, later acts of others that follow or name it, files that are there, cosignatures. Disputed, not void: people weigh it, nothing is cleared by it. Withheld claims are not shown here.',
    session: 'required',
    querystring: Query,
    answers: {
      200: {
        description: 'Disputed statements',
        headers: linkHeader,
        ...json(Page(EventSchema, 'DisputedPage', 'Disputed statements', 'Déclarations contestées'), {
          items: [eventExample],
          next: null,
        }),
      },
    },
    problems: ['invalid-request', 'forbidden'],
  });
  app.get('/v1/disputed', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const reading = await readingOf(request, log);
    if (!isGranted(reading, 'events', 'record')) throw new Problem('forbidden');
    const { limit = usualPage, after } = request.query;
    const position = readNumericCursor(after) ?? -1;
    const { items, next } = await listDisputed(log.db, reading, { after: position, limit });
    request.noteRead([...new Set(items.map(({ subject }) => subject))]);
    return sendPage(request, reply, { items: await viewEvents(log, items, false), next });
  });
};
