import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { csvOf } from '../../audit/report/table.js';
import { words } from '../../custody/schema/described.js';
import { formatTime } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { readVisibleSubjects } from '../../store/readers/read-subjects.js';
import { readTraceRequest, type TraceRequest } from '../../store/readers/tracing/read-trace-request.js';
import { paperHeaders } from '../papers/paper-headers.js';
import { traceRequestPage } from '../papers/trace-request.js';
import { traceRequestTable, viewTraceRequest } from '../papers/trace-request-view.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { describeOperation, json } from '../schemas/operation.js';
import { TraceRequestAnswer } from '../schemas/trace-request.js';
import { IdParameters } from './resources.js';

const Query = Type.Object(
  {
    format: Type.Optional(
      Type.Enum(
        ['json', 'csv', 'html'],
        words('As data, as a table, or as a page to print', 'En données, en tableau ou en page à imprimer'),
      ),
    ),
    lang: Type.Optional(Type.Enum(['fr', 'en'], words('Language of the page', 'Langue de la page'))),
  },
  { additionalProperties: false },
);

/** A trace request for its addressee (D8): as data, as a table of its objects, or as a page to print and sign. */
export const traceRequestRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  const schema = describeOperation({
    id: 'getTraceRequestPaper',
    tag: 'Trace requests',
    summary: 'The trace request for its addressee: as data, as a table, or to be printed',
    description:
      'Form D8 as it is in force: addressee, authority for tracing, what is asked about with its marks, circumstances, questions, use and confidentiality, and by when. As JSON; as CSV, a row an object; or as one HTML page for A4 that stands by itself, in the language of the request unless another is asked for. A draft says that it is one. Items of the register go by their names in the request alone; the point of contact goes to who may read what is withheld.',
    session: 'required',
    params: IdParameters,
    querystring: Query,
    answers: {
      200: {
        description: 'The request',
        content: {
          ...json(TraceRequestAnswer).content,
          'text/csv': { schema: Type.String(words('A table', 'Un tableau')) },
          'text/html': { schema: Type.String(words('A page to be printed', 'Une page à imprimer')) },
        },
      },
    },
    problems: ['invalid-request', 'forbidden', 'not-found'],
  });
  app.get('/v1/trace-requests/:id/request', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const view = viewTraceRequest(await readable(request, request.params.id, log));
    const { format = 'json', lang } = request.query;
    if (format === 'json') return await reply.send(view);
    if (format === 'csv') {
      return await reply.type('text/csv; charset=utf-8').send(Readable.from(csvOf(traceRequestTable(view))));
    }
    const language = lang ?? (view.language === 'FR' ? 'fr' : 'en');
    const at = formatTime(log.now());
    const { page, policy } = traceRequestPage(view, { origin: log.origin, at, language });
    return await reply.headers(paperHeaders(policy, language)).send(page);
  });
};

/** @throws Problem `not-found` for who may not know of it, `forbidden` for who may not read its record */
async function readable(request: FastifyRequest, id: string, log: OpenLog): Promise<TraceRequest> {
  const reading = await readingOf(request, log);
  const subject = `tracing/${id}`;
  request.noteRead([subject]);
  const [summary] = await readVisibleSubjects(log.db, reading, [subject], 'summary');
  if (summary === undefined) throw new Problem('not-found');
  const [record] = await readVisibleSubjects(log.db, reading, [subject], 'events');
  if (record === undefined) throw new Problem('forbidden');
  const disclosable = await readVisibleSubjects(log.db, reading, [subject], 'withheld-events');
  return readTraceRequest(log.db, id, { withheld: disclosable.length > 0 });
}
