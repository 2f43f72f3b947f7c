import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import Type from 'typebox';
import { peekEvent } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { sendProblem } from '../problem.js';
import { visiblePredicate } from '../reading.js';

const parameters = Type.Object(
  { id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) },
  { additionalProperties: false },
);
type Parameters = Type.Static<typeof parameters>;

/** Evidence items: the fold of each, and its history. What one may not know is not there. */
export async function evidenceRoutes(
  app: FastifyInstance,
  { log }: { readonly log: OpenLog },
): Promise<void> {
  app.get<{ Params: Parameters }>(
    '/v1/evidence/:id',
    { schema: { params: parameters } },
    async (request, reply) => {
      const reader = await request.reader();
      if (reader === null) return sendProblem(request, reply, 'unauthenticated');
      const { document } = await log.sop();
      const row = await log.db
        .selectFrom('subject')
        .select(['subject', 'seq', 'head', 'state'])
        .where('subject', '=', `evidence/${request.params.id}`)
        .where(visiblePredicate(document, reader, 'evidence', 'summary'))
        .executeTakeFirst();
      if (row === undefined) return sendProblem(request, reply, 'not-found');
      const record = await isVisible(
        log,
        `evidence/${request.params.id}`,
        visiblePredicate(document, reader, 'evidence', 'record'),
      );
      const head = { seq: row.seq, eventId: row.head };
      return { subject: row.subject, head, state: record ? row.state : summaryOf(row.state) };
    },
  );

  app.get<{ Params: Parameters }>(
    '/v1/evidence/:id/history',
    { schema: { params: parameters } },
    async (request, reply) => {
      const reader = await request.reader();
      if (reader === null) return sendProblem(request, reply, 'unauthenticated');
      const { document } = await log.sop();
      const subject = `evidence/${request.params.id}`;
      const visible = visiblePredicate(document, reader, 'evidence', 'record');
      if (!(await isVisible(log, subject, visible))) return sendProblem(request, reply, 'not-found');
      const rows = await log.db
        .selectFrom('event')
        .select(['log_index', 'jws', 'received_at'])
        .where('subject', '=', subject)
        .orderBy('seq')
        .execute();
      return {
        items: rows.map(({ log_index, jws, received_at }) => {
          const { verified: _unverified, ...event } = peekEvent(jws);
          return { index: log_index, receivedAt: received_at, ...event };
        }),
      };
    },
  );
}

async function isVisible(
  { db }: OpenLog,
  subject: string,
  predicate: ReturnType<typeof visiblePredicate>,
): Promise<boolean> {
  const row = await db
    .selectFrom('subject')
    .select(sql<number>`1`.as('one'))
    .where('subject', '=', subject)
    .where(predicate)
    .executeTakeFirst();
  return row !== undefined;
}

/** Number, state and where: what a summary grant shows. */
function summaryOf(state: unknown): unknown {
  const { number, physical, category, description, quantity } = state as Record<string, unknown>;
  return { number, physical, category, description, quantity };
}
