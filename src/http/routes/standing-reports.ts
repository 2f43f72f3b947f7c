import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { csvOf } from '../../audit/report/table.js';
import { Nullable, words } from '../../custody/schema/described.js';
import { formatTime } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { readStandingReport, resourceOfReport } from '../../store/readers/standing/read-standing-report.js';
import {
  type StandingReportName,
  type StandingRow,
  standingReports,
} from '../../store/readers/standing/standing-report.js';
import { isGranted } from '../../store/readers/visibility.js';
import { ExportTurns } from '../exports/export-turns.js';
import { languageOf } from '../problem/language.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { describeOperation } from '../schemas/operation.js';

const names = Object.keys(standingReports) as StandingReportName[];

const Parameters = Type.Object(
  { report: Type.Enum(names, words('Name of the report', "Nom de l'état")) },
  { additionalProperties: false },
);

const Query = Type.Object(
  {
    format: Type.Optional(
      Type.Enum(['json', 'csv'], words('As data or as a table', 'En données ou en tableau')),
    ),
  },
  { additionalProperties: false },
);

const Row = Type.Object(
  {
    what: Type.String(words('What it is', 'Nature')),
    subject: Type.String(words('What it is about', 'Sur quoi elle porte')),
    label: Type.String(words('How people call that', 'Nom courant')),
    officer: Nullable(Type.String(words('Who is concerned', 'Officier concerné'))),
    detail: Type.String(words('More', 'Précision')),
    since: Type.String({ ...words('Since when', 'Depuis quand'), format: 'date-time' }),
    late: Nullable(
      Type.Boolean(
        words(
          'Does it rest on what was entered late alone? null: that is no question',
          'Repose-t-il uniquement sur des inscriptions tardives ? null : sans objet',
        ),
      ),
    ),
    leaf: Nullable(Type.Integer(words('Leaf of the act', "Feuille de l'acte"))),
  },
  { title: 'StandingRow', ...words('A line of a report', 'Une ligne') },
);

const Report = Type.Object(
  {
    report: Type.String(words('Name of the report', "Nom de l'état")),
    title: Type.String(words('In words', 'En clair')),
    at: Type.String({ ...words('As of when', 'État au'), format: 'date-time' }),
    rows: Type.Array(Row, words('Lines', 'Lignes')),
  },
  {
    title: 'StandingReport',
    ...words('What an auditor looks at first', "Ce qu'un auditeur regarde d'abord"),
  },
);

const example = {
  report: 'overrides',
  title: standingReports.overrides.en,
  at: '2021-04-12T23:26:00.000Z',
  rows: [
    {
      what: 'GATE-1',
      subject: 'visit/01788c72-3c00-761a-a189-320c4983dd5d',
      label: 'visit.entered',
      officer: '01788c72-3c00-7d52-b6f4-8f1f0a4c9e11',
      detail: 'DEMO',
      since: '2021-04-02T06:00:00.000Z',
      late: null,
      leaf: 140,
    },
  ],
};

/** Standing reports: what an auditor looks at first, as the register stands now and as far as he may see it. */
export const standingReportRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  const turns = new ExportTurns();
  const schema = describeOperation({
    id: 'getStandingReport',
    tag: 'Exports',
    summary: 'A standing report',
    description:
      'Custody gaps, late entries item by item, what is disputed, what is overdue, seals whose state nobody explained, gates passed by decision by officer, acts signed by fewer than the procedure in force asks for: of what the reader may see. As JSON or as CSV.',
    session: 'required',
    params: Parameters,
    querystring: Query,
    answers: {
      200: {
        description: 'The report',
        content: {
          'application/json': { schema: Report, example },
          'text/csv': { schema: Type.String(words('A table', 'Un tableau')) },
        },
      },
    },
    problems: ['invalid-request', 'forbidden', 'too-many-requests'],
  });
  app.get('/v1/audit/reports/:report', { schema }, async (request, reply) => {
    const { report } = request.params;
    const reading = await readingOf(request, log);
    if (!isGranted(reading, resourceOfReport[report], 'record')) throw new Problem('forbidden');
    const end = turns.take();
    try {
      const now = log.now();
      const rows = (await readStandingReport(log, reading, report, now)).map(viewRow);
      request.noteRead([...new Set(rows.map(({ subject }) => subject))]);
      if (request.query.format === 'csv') {
        return await reply.type('text/csv; charset=utf-8').send(Readable.from(csvOf(tableOf(rows))));
      }
      const title = standingReports[report][languageOf(request)];
      return await reply.send({ report, title, at: formatTime(now), rows });
    } finally {
      end();
    }
  });
};

function viewRow({ since, ...row }: StandingRow) {
  return { ...row, since: formatTime(since) };
}

function tableOf(rows: readonly ReturnType<typeof viewRow>[]) {
  const columns = ['what', 'subject', 'label', 'officer', 'detail', 'since', 'late', 'leaf'] as const;
  return { columns, rows: () => rows.map(row => columns.map(column => cellOf(row[column]))) };
}

function cellOf(value: string | number | boolean | null): string | number | null {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
}
