import type { FastifyInstance } from 'fastify';
import { type RawBuilder, sql } from 'kysely';
import Type from 'typebox';
import { isSubject, subjectKind } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { sendProblem } from '../problem.js';
import { resourceOfKind, visiblePredicate } from '../reading.js';

const query = Type.Object(
  { subject: Type.Union([Type.String(), Type.Array(Type.String(), { maxItems: 500 })]) },
  { additionalProperties: false },
);

/** Heads and states, for composing the next act and for rehearsing the rules on a device. */
export async function headRoutes(app: FastifyInstance, { log }: { readonly log: OpenLog }): Promise<void> {
  app.get<{ Querystring: Type.Static<typeof query> }>(
    '/v1/heads',
    { schema: { querystring: query } },
    async (request, reply) => {
      const reader = await request.reader();
      if (reader === null) return sendProblem(request, reply, 'unauthenticated');
      const subjects = [request.query.subject].flat().filter(isSubject);
      const { document } = await log.sop();
      const visible = await readVisible(log, subjects, kind =>
        visiblePredicate(document, reader, kind, 'record'),
      );
      return {
        items: visible.map(({ subject, seq, head, state }) => ({ subject, seq, eventId: head, state })),
      };
    },
  );
}

async function readVisible(
  { db }: OpenLog,
  subjects: readonly string[],
  predicateOf: (kind: string) => RawBuilder<boolean>,
) {
  const kinds = [...new Set(subjects.map(subjectKind))].filter(kind => resourceOfKind(kind) !== undefined);
  const rows = await Promise.all(
    kinds.map(kind =>
      db
        .selectFrom('subject')
        .select(['subject', 'seq', 'head', 'state'])
        .where('subject', '=', sql<string>`any(${subjects}::text[])`)
        .where('kind', '=', kind)
        .where(predicateOf(kind))
        .orderBy('subject')
        .execute(),
    ),
  );
  return rows.flat();
}
