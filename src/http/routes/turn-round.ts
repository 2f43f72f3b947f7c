import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { csvOf } from '../../audit/report/table.js';
import { Nullable, words } from '../../custody/schema/described.js';
import { Day } from '../../custody/schema/occurrence.js';
import { formatTime } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { readTurnRound, type TurnRound } from '../../store/readers/examination/read-turn-round.js';
import { sumTurnRound } from '../../store/readers/examination/sum-turn-round.js';
import { MaybeMoment, MaybeShown, MaybeUuid, Moment, Shown, Uuid } from '../../store/readers/fields.js';
import { isGranted } from '../../store/readers/visibility.js';
import { ExportTurns } from '../exports/export-turns.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { describeOperation, json } from '../schemas/operation.js';

const Query = Type.Object(
  {
    format: Type.Optional(
      Type.Enum(['json', 'csv'], words('As data or as a table', 'En données ou en tableau')),
    ),
    laboratory: Type.Optional(Uuid('Of this laboratory', 'De ce laboratoire')),
    from: Type.Optional(Day('Asked for on or after this day', 'Demandés à partir de ce jour')),
    until: Type.Optional(Day('Asked for before this day', 'Demandés avant ce jour')),
  },
  { additionalProperties: false },
);

const days = (en: string, fr: string) => Nullable(Type.Number(words(en, fr)));

const Row = Type.Object(
  {
    examination: Uuid('Examination', 'Examen'),
    number: Shown('Number of the request', 'Numéro de la demande'),
    laboratory: Uuid('Laboratory', 'Laboratoire'),
    level: Shown('Level', 'Niveau'),
    status: Shown('Where it stands', "État d'avancement"),
    urgency: Shown('Urgency', 'Urgence'),
    examiner: MaybeUuid('Examiner', 'Examinateur'),
    requestedAt: Moment('Requested', 'Demandé'),
    receivedAt: MaybeMoment('Received', 'Reçu'),
    reportedAt: MaybeMoment('First report', 'Premier rapport'),
    due: Shown('Due on', 'Attendu le'),
    assignedDue: MaybeShown('Due from the examiner on', "Attendu de l'examinateur le"),
    daysToReception: days('Days from request to reception', 'Jours de la demande à la réception'),
    daysToReport: days('Days from reception to the first report', 'Jours de la réception au premier rapport'),
    overdue: Type.Boolean(words('Still owed, and its day is past', 'Toujours attendu, délai dépassé')),
    reportedLate: Type.Boolean(words('Reported after its day', 'Rapport établi après le délai')),
  },
  { title: 'TurnRound', ...words('One request and how long it took', 'Une demande et ses délais') },
);

const Sum = Type.Object(
  {
    laboratory: Uuid('Laboratory', 'Laboratoire'),
    requested: Type.Integer(words('Requests', 'Demandes')),
    waiting: Type.Integer(words('Not received yet', 'Non encore reçues')),
    inHand: Type.Integer(words('Received, not reported', 'Reçues, sans rapport')),
    reported: Type.Integer(words('Reported', 'Rapport établi')),
    overdue: Type.Integer(words('Overdue', 'En retard')),
    reportedLate: Type.Integer(words('Reported late', 'Rapport établi en retard')),
    medianDaysToReception: days('Median of days to reception', 'Médiane des jours jusqu’à la réception'),
    medianDaysToReport: days('Median of days to the report', 'Médiane des jours jusqu’au rapport'),
    longestDaysToReport: days('Longest time to a report, days', 'Plus long délai de rapport, en jours'),
  },
  { title: 'LaboratoryTurnRound', ...words('A laboratory in numbers', 'Un laboratoire en chiffres') },
);

const Answer = Type.Object(
  {
    at: Moment('As of when', 'État au'),
    laboratories: Type.Array(Sum, words('By laboratory', 'Par laboratoire')),
    rows: Type.Array(Row, words('Request by request', 'Demande par demande')),
  },
  { title: 'TurnRoundReport', ...words('Turn-round times of laboratories', 'Délais des laboratoires') },
);

/** What a laboratory was asked, when it received it and when it reported (E30, E31, E33): the standing report on laboratories. */
export const turnRoundRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (app, { log }) => {
  const turns = new ExportTurns();
  const schema = describeOperation({
    id: 'getTurnRound',
    tag: 'Examinations',
    summary: 'Turn-round times of laboratories',
    description:
      'Each request that the reader may see: when it was asked for, received and first reported, how many days that took, and whether it is overdue now; and each laboratory in numbers. Times are as stated in the acts. As JSON or as CSV.',
    session: 'required',
    querystring: Query,
    answers: {
      200: {
        description: 'The report',
        content: {
          ...json(Answer).content,
          'text/csv': { schema: Type.String(words('A table', 'Un tableau')) },
        },
      },
    },
    problems: ['invalid-request', 'forbidden', 'too-many-requests'],
  });
  app.get('/v1/turn-round', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const reading = await readingOf(request, log);
    if (!isGranted(reading, 'examinations', 'summary')) throw new Problem('forbidden');
    const end = turns.take();
    try {
      const { format = 'json', ...wanted } = request.query;
      const now = log.now();
      const found = await readTurnRound(log.db, reading, now, wanted);
      request.noteRead(found.map(({ examination }) => `examination/${examination}`));
      const rows = found.map(viewRow);
      if (format === 'csv')
        return await reply.type('text/csv; charset=utf-8').send(Readable.from(csvOf(tableOf(rows))));
      const laboratories = sumTurnRound(found).map(sum => ({ ...sum }));
      return await reply.send({ at: formatTime(now), laboratories, rows });
    } finally {
      end();
    }
  });
};

function viewRow({ requestedAt, receivedAt, reportedAt, ...row }: TurnRound) {
  return {
    ...row,
    requestedAt: formatTime(requestedAt),
    receivedAt: receivedAt === null ? null : formatTime(receivedAt),
    reportedAt: reportedAt === null ? null : formatTime(reportedAt),
  };
}

const columns = [
  ...(['laboratory', 'number', 'examination', 'level', 'status', 'urgency', 'examiner'] as const),
  ...(['requestedAt', 'receivedAt', 'reportedAt', 'due', 'assignedDue'] as const),
  ...(['daysToReception', 'daysToReport', 'overdue', 'reportedLate'] as const),
] as const;

function tableOf(rows: readonly ReturnType<typeof viewRow>[]) {
  return { columns, rows: () => rows.map(row => columns.map(column => cellOf(row[column]))) };
}

function cellOf(value: string | number | boolean | null): string | number | null {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
}
