import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { words } from '../../custody/schema/described.js';
import type { OpenLog } from '../../store/open-log.js';
import type { Alert } from '../../store/readers/alerts/alert.js';
import { beforeAllAlerts, readAlerts } from '../../store/readers/alerts/read-alerts.js';
import { isGranted, type Reading } from '../../store/readers/visibility.js';
import { mostWaitingBytes } from '../alerts/alert-stream.js';
import { usualAlertPace } from '../alerts/alert-streams.js';
import { languageOf } from '../problem/language.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { AlertSchema, alertExample } from '../schemas/alert.js';
import { describeOperation } from '../schemas/operation.js';
import { cursorOf, largestPage, linkHeader, Page, pageQuery, usualPage } from '../schemas/page.js';
import { sendPage } from '../send-page.js';
import { positionText, readAlertCursor, viewAlert } from '../views/alert.js';

const streamExample = `retry: 5000

id: MTYxNzUzNzYwMDAwMC41ZjBjOGUyYjdhOTE0ZDM2YjFjMmE0ZjdkOWUwODEzNQ
event: alert
data: ${JSON.stringify(alertExample)}

event: ceased
data: {"id":"${alertExample.id}"}

`;

const StreamSchema = Type.String(
  words(
    'Server-sent events: alert, ceased, end; comments while nothing happens',
    'Événements : alert, ceased, end ; commentaires tant que rien ne se passe',
  ),
);

const description = [
  'Everything that holds at the moment of the request and that the reader may see, oldest first. An alert stands at the moment it began to hold, so reading on after the last one gives what came since; what has ceased is no longer there. A handover that is stopped stands at the moment it was offered, whatever stops it: it is looked for in the whole list, and a stream that goes on sends it again.',
  'With `Accept: text/event-stream` the same as a stream that goes on until the session ends: `alert` when one begins to hold, `ceased` when it no longer does; `Last-Event-ID` goes on where it was left, and may send the last minute again.',
  `A page holds ${largestPage} alerts at most. A stream watches the oldest ${usualAlertPace.alertsInStream}; later ones follow as those cease, and the list has them all. One officer has ${usualAlertPace.streamsOfOfficer} streams open at most, and one process of the service ${usualAlertPace.streams}: one more is answered 429, with the seconds after which to come again. A reader who lets ${mostWaitingBytes / 1024 ** 2} MiB wait is cut off, and goes on with \`Last-Event-ID\`.`,
].join('\n\n');

const AlertQuery = Type.Object({ ...pageQuery }, { additionalProperties: false });

/**
 * What the rules find by looking at the clock (RQ-25, RQ-26, RQ-73, SD-8, GATE-12), computed for each request: what
 * is overdue is never an event.
 */
export const alertRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (app, { log }) => {
  app.get(
    '/v1/alerts',
    {
      schema: describeOperation({
        id: 'listAlerts',
        tag: 'Alerts',
        summary: 'What is not as it should be, now',
        description,
        session: 'required',
        querystring: AlertQuery,
        answers: {
          200: {
            description: 'Alerts',
            headers: linkHeader,
            content: {
              'application/json': {
                schema: Page(AlertSchema, 'AlertPage', 'Alerts', 'Alertes'),
                example: { items: [alertExample], next: null },
              },
              'text/event-stream': { schema: StreamSchema, example: streamExample },
            },
          },
        },
        problems: ['invalid-request', 'forbidden'],
      }),
    },
    async (request, reply) => {
      const reading = await readingOf(request, log);
      if (!isGranted(reading, 'alerts', 'record')) throw new Problem('forbidden');
      const { limit = usualPage, after } = request.query;
      reply.headers({ 'cache-control': 'private, no-cache', vary: 'Accept, Authorization, Accept-Language' });
      if (wantsStream(request)) return openStream(app, request, reply, log, reading);
      const { items, next } = await readAlerts(log.db, reading, {
        now: log.now(),
        after: readAlertCursor(after),
        limit,
      });
      request.noteRead(items.map(({ subject }) => subject));
      const language = languageOf(request);
      return sendPage(request, reply, {
        items: items.map(alert => viewAlert(alert, language)),
        next: next && positionText(next),
      });
    },
  );
};

type AlertRequest = FastifyRequest<{ Querystring: { readonly after?: string } }>;

function wantsStream({ method, headers: { accept = '' } }: FastifyRequest): boolean {
  // HEAD is answered without a body: nobody would ever close its stream.
  return (
    method === 'GET' &&
    accept.split(',', 20).some(range => range.trim().split(';')[0] === 'text/event-stream')
  );
}

function openStream(
  app: FastifyInstance,
  request: AlertRequest,
  reply: FastifyReply,
  log: OpenLog,
  { reader }: Reading,
): FastifyReply {
  const lastEvent = request.headers['last-event-id'];
  const seen = readAlertCursor(typeof lastEvent === 'string' ? lastEvent : request.query.after);
  if (!app.alertStreams.hasRoom(reader.officer)) {
    reply.header('retry-after', '60');
    throw new Problem('too-many-requests');
  }
  const language = languageOf(request);
  const { output } = app.alertStreams.open(reader.officer, {
    seen,
    read: () => readHolding(request, log, app.alertStreams.alertsInStream),
    view: alert => viewAlert(alert, language),
    cursor: position => cursorOf(positionText(position)),
    note: subjects => request.logRead(subjects),
  });
  request.noteRead([]);
  return reply
    .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    .type('text/event-stream; charset=utf-8')
    .send(output);
}

/** Roles, key, session and procedure are looked up anew each time: what has ended shows nothing more. */
async function readHolding(
  request: FastifyRequest,
  log: OpenLog,
  limit: number,
): Promise<readonly Alert[] | null> {
  const reader = await request.findReader();
  if (reader === null) return null;
  const { document: sop } = await log.sop();
  const question = { now: log.now(), after: beforeAllAlerts, limit };
  return (await readAlerts(log.db, { reader, sop }, question)).items;
}
