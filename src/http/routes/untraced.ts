import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { type Untraced, untraced } from '../../analysis/tracing/untraced.js';
import { csvOf, type TableRow } from '../../audit/report/table.js';
import { words } from '../../custody/schema/described.js';
import { channelOn } from '../../custody/tracing/channel.js';
import { formatTime } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { MaybeShown, Moment, Shown, Uuid } from '../../store/readers/fields.js';
import { readTracings } from '../../store/readers/tracing/read-tracings.js';
import { isGranted } from '../../store/readers/visibility.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { describeOperation, json } from '../schemas/operation.js';

const Row = Type.Object(
  {
    tracing: Uuid('Trace request', 'Demande de traçage'),
    number: Shown('Its number', 'Son numéro'),
    object: Shown('Object, as the request names it', 'Objet, tel que la demande le désigne'),
    item: Uuid('Item', 'Pièce'),
    strand: MaybeShown('Strand that stops; null: the object', 'Fil interrompu ; null : l’objet'),
    why: Shown('Why', 'Raison'),
    text: MaybeShown('In words', 'En clair'),
    from: Type.Enum(
      ['STRAND', 'ANSWER', 'CHANNEL'],
      words('What says so: a strand, an answer, or the procedure', 'Origine : fil, réponse ou procédure'),
    ),
    event: MaybeShown('Act that says so; null: the procedure', 'Acte qui le dit ; null : la procédure'),
  },
  { title: 'UntracedObject', ...words('What could not be traced', 'Ce qui ne put être tracé') },
);

const Answer = Type.Object(
  {
    at: Moment('As of when', 'État au'),
    objects: Type.Integer(words('Objects asked about: the base', 'Objets visés : la base')),
    reasons: Type.Array(
      Type.Object({
        why: Shown('Why', 'Raison'),
        objects: Type.Integer(words('Objects', 'Objets')),
      }),
      words(
        'How many objects, by reason; one may have several',
        'Nombre d’objets par raison ; cumul possible',
      ),
    ),
    rows: Type.Array(Row, words('In register order', "Dans l'ordre du registre")),
  },
  {
    title: 'Untraced',
    ...words('What could not be traced, and why', 'Ce qui ne put être tracé, et pourquoi'),
  },
);

const columns = ['request', 'object', 'item', 'strand', 'why', 'in words', 'from', 'act'];

function tableOf({ rows }: Untraced) {
  return {
    columns,
    rows: (): TableRow[] =>
      rows.map(row => [
        ...[row.number, row.object, row.item, row.strand, row.why, row.text, row.from, row.event],
      ]),
  };
}

/** F-07: the list "could not be traced because …". */
export const untracedRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (app, { log }) => {
  const schema = describeOperation({
    id: 'getUntraced',
    tag: 'Analysis',
    summary: 'What could not be traced, and why',
    description:
      'Of the trace requests whose record the reader may see: where each strand stops and why, what the last answer leaves open of each object, and drafts whose channel is not authorised today (F-07, F-08). An object may have several reasons, and none is chosen; the number of objects asked about is the base. As JSON, or as CSV.',
    session: 'required',
    querystring: Type.Object(
      { format: Type.Optional(Type.Enum(['json', 'csv'], words('Data or table', 'Données ou tableau'))) },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'The list',
        content: {
          ...json(Answer).content,
          'text/csv': { schema: Type.String(words('A table', 'Un tableau')) },
        },
      },
    },
    problems: ['invalid-request', 'forbidden'],
  });
  app.get('/v1/analysis/untraced', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const reading = await readingOf(request, log);
    if (!isGranted(reading, 'tracings', 'record')) throw new Problem('forbidden');
    const at = formatTime(log.now());
    const tracings = await readTracings(log.db, reading);
    request.noteRead(tracings.map(({ id }) => `tracing/${id}`));
    const open = (channel: Parameters<typeof channelOn>[1]) =>
      channelOn(reading.sop, channel, at.slice(0, 10))?.authorised === true;
    const found = untraced(tracings.map(one => ({ ...one, channelOpen: open(one.state.channel) })));
    if (request.query.format === 'csv') {
      return await reply.type('text/csv; charset=utf-8').send(Readable.from(csvOf(tableOf(found))));
    }
    const { objects, reasons, rows } = found;
    return await reply.send({ at, objects, reasons: [...reasons], rows: [...rows] });
  });
};
