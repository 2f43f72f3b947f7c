import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type, { type Static } from 'typebox';
import { countingRules } from '../../analysis/incidents/rules.js';
import { type CountedStatement, countedStatements } from '../../analysis/incidents/statements.js';
import { incidentStatistics, type StatisticsWanted } from '../../analysis/incidents/statistics.js';
import { statisticsColumns, statisticsLines } from '../../analysis/incidents/table.js';
import { csvOf } from '../../audit/report/table.js';
import { Line, words } from '../../custody/schema/described.js';
import { Day, Instant } from '../../custody/schema/occurrence.js';
import { formatTime } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { readRegisterOfIncidents } from '../../store/readers/register/incident-rows.js';
import { lastLeafKnown } from '../../store/readers/register/last-leaf-known.js';
import { isGranted, type Reading } from '../../store/readers/visibility.js';
import { ExportTurns } from '../exports/export-turns.js';
import { readPastInstant } from '../past-instant.js';
import { languageOf } from '../problem/language.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { Grouping, IncidentStatisticsSchema } from '../schemas/incident-statistics.js';
import { describeOperation, json } from '../schemas/operation.js';

const Query = Type.Object(
  {
    format: Type.Optional(
      Type.Enum(['json', 'csv'], words('As data or as a table', 'En données ou en tableau')),
    ),
    from: Type.Optional(Day('Happened on or after this day, UTC', 'Survenus à partir de ce jour, UTC')),
    until: Type.Optional(Day('Happened before this day, UTC', 'Survenus avant ce jour, UTC')),
    region: Type.Optional(
      Line(
        'In this administrative unit, as it was or as it is today',
        "Dans cette circonscription, d'alors ou d'aujourd'hui",
      ),
    ),
    type: Type.Optional(Line('Of this type, by code or in words', 'De ce type, par code ou en clair')),
    target: Type.Optional(Line('With this class of target', 'Ayant visé cette nature de cible')),
    by: Type.Optional(Grouping),
    statements: Type.Optional(
      Type.Enum(
        ['yes', 'no'],
        words('List the signed statements counted', 'Lister les énoncés signés comptés'),
      ),
    ),
    knownAt: Type.Optional(
      Instant(
        'As the log knew it then; now where it is missing',
        'Tel que connu alors ; maintenant si absent',
      ),
    ),
  },
  { additionalProperties: false },
);

type Query = Static<typeof Query>;

/** Statistics of the register of incidents: of what the reader may see, and of nothing else. */
export const incidentStatisticsRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  const turns = new ExportTurns();
  const schema = describeOperation({
    id: 'getIncidentStatistics',
    tag: 'Analysis',
    summary: 'Attacks, finds, casualties, exploitation and devices, as known at any instant',
    description:
      'Per year, month, administrative unit, type or class of target: attacks and finds apart, dead and injured per type and category from the lowest to the highest figure of any account, abductions, devices by construction among those of which it is known, charges, the pace of attacks, how far incidents were exploited and why the rest was not. What is not known stands apart, every share with its base. With `statements=yes` the signed statements that were counted are listed. As JSON or as CSV.',
    session: 'required',
    querystring: Query,
    answers: {
      200: {
        description: 'The statistics',
        content: {
          ...json(IncidentStatisticsSchema).content,
          'text/csv': { schema: Type.String(words('A table', 'Un tableau')) },
        },
      },
    },
    problems: ['invalid-request', 'forbidden', 'too-many-requests'],
  });
  app.get('/v1/analysis/incidents', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const reading = await readingOf(request, log);
    if (!mayAnalyse(reading)) throw new Problem('forbidden');
    const language = languageOf(request);
    const now = log.now();
    const known = readPastInstant(request.query.knownAt, 'knownAt', now, language) ?? now;
    const end = turns.take();
    try {
      const knownLeaf = await lastLeafKnown(log.db, known);
      const { incidents, accounts } = await readRegisterOfIncidents(log.db, reading, knownLeaf);
      const wanted = wantedOf(request.query);
      const found = incidentStatistics(incidents, accounts, wanted, known);
      if (request.query.format === 'csv') {
        const lines = statisticsLines(found);
        const rows = () => lines.map(line => statisticsColumns.map(column => line[column]));
        const table = csvOf({ columns: statisticsColumns, rows });
        return await reply.type('text/csv; charset=utf-8').send(Readable.from(table));
      }
      const rules = countingRules.map(rule => rule[language]);
      const statements =
        request.query.statements === 'yes' ? countedStatements(incidents, accounts, wanted) : null;
      request.noteRead((statements ?? []).flatMap(subjectsOf));
      return await reply.send({ knownAt: formatTime(known), knownLeaf, wanted, rules, ...found, statements });
    } finally {
      end();
    }
  });
};

function subjectsOf({ incident, accounts }: CountedStatement): readonly string[] {
  return [`incident/${incident}`, ...accounts.map(({ account }) => `account/${account}`)];
}

/** Who reads the records of incidents and of the accounts of them: field teams read none of the analysis. */
function mayAnalyse(reading: Reading): boolean {
  return isGranted(reading, 'incidents', 'record') && isGranted(reading, 'accounts', 'record');
}

function wantedOf({ from, until, region, type, target, by }: Query): StatisticsWanted {
  return {
    from: from ?? null,
    until: until ?? null,
    region: region ?? null,
    type: type ?? null,
    target: target ?? null,
    by: by ?? null,
  };
}
