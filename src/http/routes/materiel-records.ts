import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { mapOf } from '../../analysis/materiel/map.js';
import { spreadRule } from '../../analysis/materiel/rules.js';
import { type Spread, spreadOf } from '../../analysis/materiel/spread.js';
import { Count, Line, Nullable, words } from '../../custody/schema/described.js';
import { formatTime } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { MaybeMoment, MaybeShown, Shown, Uuid, Uuids } from '../../store/readers/fields.js';
import { readPositions } from '../../store/readers/materiel/read-positions.js';
import { readMaterielVersions } from '../../store/readers/materiel/read-versions.js';
import { whereWanted } from '../../store/readers/materiel/wanted-records.js';
import { registerReadingOf } from '../materiel-reading.js';
import { languageOf } from '../problem/language.js';
import {
  Known,
  knownAtMember,
  MaterielRecord,
  tallyMembers,
  viewRecord,
  viewTally,
} from '../schemas/materiel.js';
import { describeOperation, json } from '../schemas/operation.js';

const By = (en: string, fr: string) => Type.Optional(Line(en, fr));

const Query = Type.Object(
  {
    ...knownAtMember,
    format: Type.Optional(
      Type.Enum(['json', 'geojson'], words('As data, or as map data', 'En données, ou en données de carte')),
    ),
    sample: By('Of this sample, by its key', 'De cet échantillon, par sa clé'),
    calibre: By('Of this calibre, in any spelling', 'De ce calibre, quelle que soit la graphie'),
    producer: By('Of this producer', 'De ce fabricant'),
    model: By('Of this model', 'De ce modèle'),
    lot: By('Of this lot', 'De ce lot'),
    serial: By('Of what may be this serial number', 'De ce qui peut être ce numéro de série'),
    country: By('Produced in this country', 'Fabriqué dans ce pays'),
    year: Type.Optional(Count('Produced in this year', 'Fabriqué cette année', { min: 1800, max: 2200 })),
    incident: Type.Optional(Uuid('Of this incident', 'De cet incident')),
    item: Type.Optional(Uuid('Of this item', 'De cette pièce')),
    category: By('Of this category', 'De cette catégorie'),
  },
  { additionalProperties: false },
);

/** More than that nobody reads one by one. */
const mostListed = 1_000;

const tallied = (members: Parameters<typeof Type.Object>[0]) => Type.Object({ ...members, ...tallyMembers });

const Answer = Type.Object(
  Known({
    whole: Type.Object(tallyMembers, words('All together', 'Ensemble')),
    first: Nullable(MaterielRecord, words('First record', 'Premier relevé')),
    last: Nullable(MaterielRecord, words('Last record', 'Dernier relevé')),
    fired: Type.Integer(words('Pieces fired or ejected at the scene', 'Nombre tiré ou éjecté sur les lieux')),
    held: Uuids('Items in the hands of the Mission now', 'Pièces actuellement entre les mains de la Mission'),
    months: Type.Array(tallied({ month: Shown('Month', 'Mois') }), words('By month', 'Par mois')),
    undated: Type.Integer(words('Records without a month', 'Relevés sans mois connu')),
    places: Type.Array(
      tallied({
        place: Shown('Place', 'Lieu'),
        administrativeUnits: Type.Array(Type.String(), words('Units, largest first', 'Circonscriptions')),
      }),
      words('By place', 'Par lieu'),
    ),
    incidents: Type.Array(
      tallied({
        incident: Uuid('Incident', 'Incident'),
        caseFile: MaybeShown('Case file', 'Dossier'),
        place: MaybeShown('Place', 'Lieu'),
        at: MaybeMoment('When', 'Date'),
      }),
      words('By incident', 'Par incident'),
    ),
    records: Type.Array(MaterielRecord, words('In time order', 'Dans l’ordre chronologique')),
  }),
  { title: 'MaterielSpread', ...words('Where and when it was recorded', 'Où et quand cela fut relevé') },
);

const MapData = Type.Object(
  {
    type: Type.Enum(['FeatureCollection'], words('GeoJSON', 'GeoJSON')),
    features: Type.Array(
      Type.Object(
        {
          type: Type.Enum(['Feature']),
          geometry: Nullable(
            Type.Object({ type: Type.Enum(['Point']), coordinates: Type.Array(Type.Number()) }),
          ),
          properties: Type.Object({}, { additionalProperties: true }),
        },
        words('An incident', 'Un incident'),
      ),
      words('Incidents', 'Incidents'),
    ),
  },
  {
    title: 'MaterielMap',
    ...words(
      'Map data (RFC 7946); without a position where the reader may not see it',
      'Données de carte (RFC 7946)',
    ),
  },
);

/** A sample, model, lot, number or anything else of the register: where and when it occurs, on which acts that rests. */
export const materielRecordRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  const schema = describeOperation({
    id: 'listMaterielRecords',
    tag: 'Analysis',
    summary:
      'A sample, model, lot, producer or serial number: first and last record, spread over time and place',
    description: `Filters together are all to hold, so that partial keys are searched too. Counted is all that is found, and listed the first ${mostListed} records; each record names the signed act that it rests on. As data, or as GeoJSON with a feature an incident: its position is withheld, and is null for who may not see withheld claims of incidents.`,
    session: 'required',
    querystring: Query,
    answers: {
      200: {
        description: 'The records',
        content: { ...json(Answer).content, 'application/geo+json': { schema: MapData } },
      },
    },
    problems: ['invalid-request', 'forbidden'],
  });
  app.get('/v1/analysis/materiel/records', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const { knownAt, format, ...wanted } = request.query;
    const language = languageOf(request);
    const { reading, leaf, known } = await registerReadingOf(request, log, knownAt);
    const where = whereWanted(wanted);
    const spread = spreadOf(await readMaterielVersions(log.db, { leaf, reading, where }));
    request.noteRead([...new Set(spread.records.map(({ item }) => `evidence/${item}`))]);
    if (format === 'geojson') {
      const incidents = spread.incidents.map(({ incident }) => incident);
      const positions = await readPositions(log.db, reading, incidents, leaf);
      return reply.type('application/geo+json').send(mapOf(spread, positions));
    }
    return reply.send({ ...known, rule: spreadRule[language], ...viewSpread(spread) });
  });
};

function viewSpread({ whole, records, fired, held, months, undated, places, incidents }: Spread) {
  const [first] = records;
  const last = records.findLast(({ at }) => at !== null);
  return {
    whole: viewTally(whole),
    first: first === undefined ? null : viewRecord(first),
    last: last === undefined ? null : viewRecord(last),
    fired,
    held: [...held],
    months: months.map(({ month, ...of }) => ({ month, ...viewTally(of) })),
    undated,
    places: places.map(({ place, administrativeUnits, ...of }) => ({
      place,
      administrativeUnits: [...administrativeUnits],
      ...viewTally(of),
    })),
    incidents: incidents.map(({ incident, caseFile, place, at, ...of }) => ({
      incident,
      caseFile,
      place,
      at: at === null ? null : formatTime(at),
      ...viewTally(of),
    })),
    records: records.slice(0, mostListed).map(viewRecord),
  };
}
