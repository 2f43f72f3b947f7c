import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { NothingSelected } from '../../audit/selection.js';
import { checkScope } from '../../custody/export/scope.js';
import { explain } from '../../custody/violation.js';
import { base64Text } from '../../log/index.js';
import { type ExportOrder, findAnswer, findOrder } from '../../store/exports/order.js';
import type { OpenLog } from '../../store/open-log.js';
import { readSignedCheckpoint } from '../../store/read-signed-checkpoint.js';
import { scopesGranted } from '../../store/readers/matrix.js';
import type { Reading } from '../../store/readers/visibility.js';
import { cosignedBy } from '../exports/await-quorum.js';
import { ExportTurns } from '../exports/export-turns.js';
import { orderExport } from '../exports/order-export.js';
import { usualReaderPace } from '../exports/reader-pace.js';
import { bagHeaders, sendBag } from '../exports/send-bag.js';
import { type StampCheckpoint, stampedAs } from '../exports/stamp-order.js';
import { streamExport } from '../exports/stream-export.js';
import { languageOf } from '../problem/language.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { ExportOrderSchema, ExportRequestSchema, exportOrderExample } from '../schemas/export.js';
import { describeOperation, json } from '../schemas/operation.js';
import { IdParameters } from './resources.js';

interface Parts {
  readonly log: OpenLog;
  /** Time-stamps what is ordered; null: no authority is configured. */
  readonly stamp: StampCheckpoint | null;
}

/**
 * Exports for auditors (E60): ordered and frozen, answered for by an officer's signed event, and only then fetched.
 */
export const exportRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, parts) => {
  const turns = new ExportTurns();
  await app.register(orderRoute, { ...parts, turns });
  await app.register(fetchRoute, { ...parts, turns });
};

type PartsWithTurns = Parts & { readonly turns: ExportTurns };

const orderRoute: FastifyPluginAsyncTypebox<PartsWithTurns> = async (app, { log, stamp, turns }) => {
  const schema = describeOperation({
    id: 'orderExport',
    tag: 'Exports',
    summary: 'Order an export of the log',
    description: [
      'Freezes it at the size of the last checkpoint with its cosignatures, for which it waits up to 15 seconds where the log has witnesses, has it time-stamped where the service has an authority (RFC 3161), and answers its hash and what is inside (log format, section 11). Nothing leaves yet: an officer signs `export.generated` on `subject`, stating what the order says, and sends it by `POST /v1/events`; then `GET /v1/audit/exports/{id}` streams the ZIP.',
      'The same size and request are the same bytes. Partial exports hold whole what was asked for, the log, and every officer who signed something inside; of what these name, single events. Asked for with an item, or with those of a custodian, are the discrepancies about it; with an incident its scenes, visits and items, and the discrepancies, packages, transfers and releases that its items were part of.',
      '`since` names earlier checkpoints that the recipient holds, by their size or as the signed note: the bag then carries `consistency/<size>` for each, by which he compares a partial export too.',
    ].join('\n\n'),
    session: 'required',
    body: ExportRequestSchema,
    answers: {
      201: { description: 'The order', ...json(ExportOrderSchema, exportOrderExample) },
    },
    problems: [
      'invalid-request',
      'forbidden',
      'not-found',
      'refused',
      'export-since',
      'export-since-differs',
      'too-large',
      'media-type',
      'too-many-requests',
    ],
  });
  app.post('/v1/audit/exports', { schema }, async (request, reply) => {
    const { body } = request;
    const reader = await requireGrant(request, log, body.withheldIncluded);
    const violations = checkScope(body.scope, '/scope');
    if (violations.length > 0) {
      const language = languageOf(request);
      const told = violations.map(violation => explain({ ...violation, event: 0 }, language));
      throw new Problem('refused', { violations: told });
    }
    const end = turns.take();
    try {
      const failed = (error: unknown) =>
        request.log.error(error, 'an export is ordered without a time-stamp');
      const order = await orderExport(log, reader.officer, body, { stamp, failed });
      request.noteRead([`export/${order.id}`]);
      return await reply
        .status(201)
        .header('location', `/v1/audit/exports/${order.id}`)
        .send(await viewOrder(order, log, stamp !== null));
    } catch (error) {
      if (error instanceof NothingSelected) throw new Problem('not-found', {}, { cause: error });
      throw error;
    } finally {
      end();
    }
  });
};

const fetchRoute: FastifyPluginAsyncTypebox<PartsWithTurns> = async (app, { log, turns }) => {
  const operation = {
    tag: 'Exports',
    session: 'required',
    params: IdParameters,
    problems: [
      'invalid-request',
      'not-found',
      'export-unanswered',
      'export-differs',
      'export-outdated',
      'too-many-requests',
    ],
  } as const;
  // Before GET: else Fastify answers HEAD by making the whole export.
  app.head(
    '/v1/audit/exports/:id',
    {
      schema: describeOperation({
        ...operation,
        id: 'headExport',
        summary: 'May an export be fetched?',
        description: 'As GET, without the bytes.',
        answers: { 200: { description: 'It may' } },
      }),
    },
    async (request, reply) => {
      const order = await requireAnswered(request, log, request.params.id);
      return reply
        .type('application/zip')
        .headers(bagHeaders(`audit-${order.size}`))
        .send();
    },
  );
  app.get(
    '/v1/audit/exports/:id',
    {
      exposeHeadRoute: false,
      schema: describeOperation({
        ...operation,
        id: 'getExport',
        summary: 'Fetch an export that an officer answered for',
        description: `A BagIt bag (RFC 8493) as a ZIP, made while it is sent. A ZIP that ends before its directory is not the export. Two are sent at a time; one more is answered 429. Whoever takes less than ${usualReaderPace.leastBytes / 1024} KiB in ${usualReaderPace.lookMs / 1000} seconds while more is waiting is cut off, and fetches it again.`,
        answers: {
          200: {
            description: 'The ZIP',
            content: {
              'application/zip': { schema: Type.String({ contentMediaType: 'application/zip' }) },
            },
          },
        },
      }),
    },
    async (request, reply) => {
      const order = await requireAnswered(request, log, request.params.id);
      return sendBag(request, reply, {
        name: `audit-${order.size}`,
        turns,
        broken: 'an export was not sent to its end',
        begin: () => streamExport(log, order),
      });
    },
  );
};

/** @throws Problem `forbidden` */
async function requireGrant(request: FastifyRequest, log: OpenLog, withheld: boolean) {
  const reading = await readingOf(request, log);
  if (!mayExport(reading, withheld)) throw new Problem('forbidden');
  return reading.reader;
}

/** Only who may export everything may export a part: its scope is that of the order, not of the reader. */
function mayExport({ reader, sop }: Reading, withheld: boolean): boolean {
  return scopesGranted(sop, reader, 'exports', withheld ? 'withheld' : 'record').includes('all');
}

/**
 * The order, where the reader may have it and an officer has answered for exactly this export.
 * @throws Problem `not-found`, `export-unanswered`, `export-differs`
 */
async function requireAnswered(request: FastifyRequest, log: OpenLog, id: string): Promise<ExportOrder> {
  request.noteRead([`export/${id}`]);
  const reading = await readingOf(request, log);
  const order = await findOrder(log.db, id);
  // Who has no grant is not told which orders there are.
  if (order === undefined || !mayExport(reading, order.request.withheldIncluded)) {
    throw new Problem('not-found');
  }
  const answer = await findAnswer(log.db, order);
  if (answer === 'none') throw new Problem('export-unanswered');
  if (answer === 'another') throw new Problem('export-differs');
  return order;
}

async function viewOrder(order: ExportOrder, log: OpenLog, hasAuthority: boolean) {
  const { id, size, token, hash, counts, missing } = order;
  const { layout: _layout, ...request } = order.request;
  const { root } = readSignedCheckpoint(order.note, log.origin);
  return {
    id,
    subject: `export/${id}`,
    ...request,
    size,
    root: base64Text(root),
    hash,
    counts: { ...counts, filesMissing: missing.length },
    cosigned: await cosignedBy(log, order),
    stamped: stampedAs(token, hasAuthority),
  };
}
