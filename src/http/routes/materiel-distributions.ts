import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { distributionKinds, distributions } from '../../analysis/materiel/distribution.js';
import { distributionRule } from '../../analysis/materiel/rules.js';
import { csvOf } from '../../audit/report/table.js';
import { words } from '../../custody/schema/described.js';
import type { OpenLog } from '../../store/open-log.js';
import { MaybeShown } from '../../store/readers/fields.js';
import { readMaterielVersions } from '../../store/readers/materiel/read-versions.js';
import { registerReadingOf } from '../materiel-reading.js';
import { languageOf } from '../problem/language.js';
import { Known, knownAtMember } from '../schemas/materiel.js';
import { describeOperation, json } from '../schemas/operation.js';

const Query = Type.Object(
  {
    ...knownAtMember,
    format: Type.Optional(
      Type.Enum(['json', 'csv'], words('As data or as a table', 'En données ou en tableau')),
    ),
  },
  { additionalProperties: false },
);

const Whole = (en: string, fr: string) => Type.Integer(words(en, fr));
const By = Type.Enum([...distributionKinds], words('By what', 'Selon quoi'));
const samples = Whole('Samples', 'Échantillons');
const pieces = Whole('Pieces', 'Nombre');
const records = Whole('Records', 'Relevés');

const Answer = Type.Object(
  Known({
    base: Type.Object(
      {
        ...{ samples, pieces, records },
        items: Whole('Items', 'Pièces à conviction'),
        notCounted: Whole('Records without a number of pieces', 'Relevés sans nombre'),
        outside: Whole(
          'Pieces of ammunition outside the range, or of unknown calibre',
          'Munitions hors plage ou de calibre inconnu',
        ),
      },
      words('Of which every bar is a part', 'Dont chaque barre est une part'),
    ),
    distributions: Type.Array(
      Type.Object({
        by: By,
        bars: Type.Array(
          Type.Object({
            value: MaybeShown('Value; null: not known', 'Valeur ; null : inconnue'),
            samples,
            pieces,
            records,
          }),
          words('Bars', 'Barres'),
        ),
      }),
      words('Distributions', 'Répartitions'),
    ),
  }),
  { title: 'MaterielDistributions', ...words('Ammunition in numbers', 'Les munitions en chiffres') },
);

/** Where ammunition comes from and how old it is, by sample and by piece. */
export const materielDistributionRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  const schema = describeOperation({
    id: 'getMaterielDistributions',
    tag: 'Analysis',
    summary: 'Ammunition by year, decade, country, calibre, after 2012 and how it was found',
    description:
      'Ammunition of 7.62 to 14.5 mm, by sample (calibre, producer and year, all three known) and by piece; what is not known is a bar of its own, and each bar is a part of the base. As JSON or as CSV.',
    session: 'required',
    querystring: Query,
    answers: {
      200: {
        description: 'The distributions',
        content: {
          ...json(Answer).content,
          'text/csv': { schema: Type.String(words('A table', 'Un tableau')) },
        },
      },
    },
    problems: ['invalid-request', 'forbidden'],
  });
  app.get('/v1/analysis/materiel/distributions', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const { reading, leaf, known } = await registerReadingOf(request, log, request.query.knownAt);
    const found = distributions(await readMaterielVersions(log.db, { leaf, reading }));
    if (request.query.format === 'csv')
      return reply.type('text/csv; charset=utf-8').send(Readable.from(csvOf(tableOf(found))));
    return reply.send({
      ...known,
      rule: distributionRule[languageOf(request)],
      base: { ...found.base },
      distributions: found.distributions.map(({ by, bars }) => ({ by, bars: bars.map(bar => ({ ...bar })) })),
    });
  });
};

const columns = ['by', 'value', 'samples', 'baseSamples', 'pieces', 'basePieces', 'records', 'baseRecords'];

function tableOf({ base, distributions: all }: ReturnType<typeof distributions>) {
  const rows = all.flatMap(({ by, bars }) =>
    bars.map(bar => [
      ...[by, bar.value, bar.samples, base.samples, bar.pieces, base.pieces],
      ...[bar.records, base.records],
    ]),
  );
  return { columns, rows: () => rows };
}
