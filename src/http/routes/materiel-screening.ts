import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { flagCodes } from '../../analysis/screening/flags.js';
import { screeningRule } from '../../analysis/screening/rules.js';
import { type ScreenedRecord, screenRegister } from '../../analysis/screening/screen.js';
import { csvOf } from '../../audit/report/table.js';
import { evidenceNumber } from '../../custody/evidence/number.js';
import { Line, Nullable, words } from '../../custody/schema/described.js';
import type { Sop } from '../../custody/sop/document.js';
import { formatTime } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { readMaterielVersions } from '../../store/readers/materiel/read-versions.js';
import { readPossessions } from '../../store/readers/register/possessions.js';
import { registerReadingOf } from '../materiel-reading.js';
import { languageOf } from '../problem/language.js';
import { Known, knownAtMember, MaterielRecord, viewRecord } from '../schemas/materiel.js';
import { describeOperation, json } from '../schemas/operation.js';

const FlagName = Type.Enum([...flagCodes], words('Flag', 'Signal'));

const Query = Type.Object(
  {
    ...knownAtMember,
    flag: Type.Optional(FlagName),
    regime: Type.Optional(Line('Flagged under this sanctions regime', 'Signalés au titre de ce régime', 200)),
    format: Type.Optional(
      Type.Enum(['json', 'csv'], words('As data or as a table', 'En données ou en tableau')),
    ),
  },
  { additionalProperties: false },
);

const Flagged = Type.Object({
  flag: FlagName,
  answer: Type.Enum(['YES', 'CANNOT_SAY'], words('What can be said', 'Ce qui peut être dit')),
  inputs: Type.Record(
    Type.String(),
    Type.Union([Type.String(), Type.Number(), Type.Null()]),
    words('What it was computed from', 'Ce dont il est tiré'),
  ),
});

const Answer = Type.Object(
  Known({
    rows: Type.Array(
      Type.Object({
        record: MaterielRecord,
        yearsToRecovery: Nullable(
          Type.Integer(
            words('Years from production to recovery', 'Années de la fabrication à la récupération'),
          ),
        ),
        flags: Type.Array(Flagged, words('Why it is of interest', 'Pourquoi elle est signalée')),
      }),
      words('In the order of the register', "Dans l'ordre du registre"),
    ),
  }),
  { title: 'MaterielScreening', ...words('Materiel of interest, and why', 'Matériel signalé, et pourquoi') },
);

/** V13: interest flags, embargo screening among them, with rule and inputs. */
export const materielScreeningRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  const schema = describeOperation({
    id: 'screenMateriel',
    tag: 'Analysis',
    summary: 'Materiel of interest: made after 2012, under embargo, soon recovered, marked, in a new area',
    description:
      'Flags computed of the records that count, each with its inputs. Under `regime` it is the list for a panel or monitoring team, as JSON or as CSV. Links and groups are taken as they stand now.',
    session: 'required',
    querystring: Query,
    answers: {
      200: {
        description: 'What is flagged',
        content: {
          ...json(Answer).content,
          'text/csv': { schema: Type.String(words('A table', 'Un tableau')) },
        },
      },
    },
    problems: ['invalid-request', 'forbidden'],
  });
  app.get('/v1/analysis/materiel/screening', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const { knownAt, flag, regime, format } = request.query;
    const { reading, leaf, known } = await registerReadingOf(request, log, knownAt);
    const versions = await readMaterielVersions(log.db, { leaf, reading });
    const possessions = await readPossessions(log.db, reading);
    const rows = screenRegister(versions, screeningOf(reading.sop, possessions))
      .map(row => ({
        ...row,
        flags: row.flags.filter(
          of =>
            (flag === undefined || of.flag === flag) && (regime === undefined || of.inputs.regime === regime),
        ),
      }))
      .filter(({ flags }) => flags.length > 0);
    request.noteRead([...new Set(rows.map(({ record }) => `evidence/${record.item}`))]);
    if (format === 'csv')
      return reply.type('text/csv; charset=utf-8').send(Readable.from(csvOf(tableOf(rows))));
    return reply.send({ ...known, rule: screeningRule[languageOf(request)], rows: rows.map(viewRow) });
  });
};

function screeningOf(
  { analysis = {} }: Sop,
  possessions: Awaited<ReturnType<typeof readPossessions>>,
): Parameters<typeof screenRegister>[1] {
  const { embargoes = [], turnoverYears, specificIncidents } = analysis;
  return {
    embargoes,
    turnoverYears: turnoverYears?.value ?? null,
    specificIncidents: specificIncidents?.value ?? null,
    possessionsOf: (item, incident) => [
      ...(possessions.get(`evidence/${item}`) ?? []),
      ...(possessions.get(`incident/${incident}`) ?? []),
    ],
  };
}

function viewRow({ record, yearsToRecovery, flags }: ScreenedRecord) {
  return {
    record: viewRecord(record),
    yearsToRecovery,
    flags: flags.map(({ flag, answer, inputs }) => ({ flag, answer, inputs: { ...inputs } })),
  };
}

/** A line for each flag of a record: what a panel is handed, with the act that each rests on. */
function tableOf(rows: readonly ScreenedRecord[]) {
  const columns = [
    ...['number', 'caseFile', 'found', 'place', 'category', 'subCategory', 'count', 'calibre', 'producer'],
    ...['model', 'country', 'year', 'lot', 'serial', 'flag', 'answer', 'inputs', 'event'],
  ];
  const cells = rows.flatMap(({ record, flags }) =>
    flags.map(({ flag, answer, inputs }) => [
      ...[evidenceNumber(record.item), record.caseFile],
      ...[record.at === null ? null : formatTime(record.at).slice(0, 10), record.place],
      ...[record.category, record.subCategory, record.count, record.calibre, record.producer, record.model],
      ...[record.country, record.year, record.lot, record.serial, flag, answer],
      ...[
        Object.entries(inputs)
          .map(([name, value]) => `${name}=${value ?? '?'}`)
          .join('; '),
        record.event,
      ],
    ]),
  );
  return { columns, rows: () => cells };
}
