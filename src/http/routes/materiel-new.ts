import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { type FirstRecord, firstRecordKinds, firstRecords } from '../../analysis/materiel/first-records.js';
import { newInTheatreRule } from '../../analysis/materiel/rules.js';
import { Flag, words } from '../../custody/schema/described.js';
import type { OpenLog } from '../../store/open-log.js';
import { Shown } from '../../store/readers/fields.js';
import { readMaterielVersions } from '../../store/readers/materiel/read-versions.js';
import { registerReadingOf } from '../materiel-reading.js';
import { languageOf } from '../problem/language.js';
import { Known, knownAtMember, MaterielRecord, viewRecord } from '../schemas/materiel.js';
import { describeOperation, json } from '../schemas/operation.js';

const Kind = Type.Enum([...firstRecordKinds], words('Of what', 'De quoi'));

const Query = Type.Object(
  {
    ...knownAtMember,
    kind: Type.Optional(Kind),
    new: Type.Optional(
      Type.Enum(
        ['true', 'false'],
        words('Was it new when it came?', 'Était-ce nouveau à son entrée au registre ?'),
      ),
    ),
  },
  { additionalProperties: false },
);

const First = Type.Object({
  kind: Kind,
  key: Shown('Key that is compared', 'Clé comparée'),
  label: Shown('As it is written', 'Tel qu’écrit'),
  isNew: Flag(
    'Was it new: no earlier record, in the register or in time, and not imported?',
    'Était-ce nouveau : aucun relevé antérieur, au registre ou dans le temps, et hors import ?',
  ),
  leaf: Type.Integer(words('Leaf at which it came into the register', 'Feuille de son entrée au registre')),
  items: Type.Integer(words('Items that bear it', 'Pièces qui le portent')),
  incidents: Type.Integer(words('Incidents in which it occurs', 'Incidents où il figure')),
  first: MaterielRecord,
});

const Answer = Type.Object(
  Known({
    rows: Type.Array(First, words('In the order of the register', "Dans l'ordre du registre")),
  }),
  {
    title: 'FirstRecords',
    ...words(
      'First records of samples, models, calibres and producers',
      "Premiers relevés d'échantillons, de modèles, de calibres et de fabricants",
    ),
  },
);

/** V13: what was new in theatre, at any date as known then. */
export const materielNewRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  const schema = describeOperation({
    id: 'listNewInTheatre',
    tag: 'Analysis',
    summary: 'First record of each sample, model, calibre and producer, as known at any date',
    description:
      'For each the record that is first by the date of its incident or find, the leaf at which it came into the register, and whether it was new then. An imported record is an earlier one, and never new. Once a record is withdrawn or identified otherwise the list says so; `knownAt` still tells what was known.',
    session: 'required',
    querystring: Query,
    answers: { 200: { description: 'First records', ...json(Answer) } },
    problems: ['invalid-request', 'forbidden'],
  });
  app.get('/v1/analysis/materiel/new-in-theatre', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const { kind, new: isNew, knownAt } = request.query;
    const { reading, leaf, known } = await registerReadingOf(request, log, knownAt);
    const versions = await readMaterielVersions(log.db, { leaf, superseded: true, reading });
    const rows = firstRecords(versions)
      .filter(row => kind === undefined || row.kind === kind)
      .filter(row => isNew === undefined || row.isNew === (isNew === 'true'));
    request.noteRead([...new Set(rows.map(({ first }) => `evidence/${first.item}`))]);
    return reply.send({ ...known, rule: newInTheatreRule[languageOf(request)], rows: rows.map(viewFirst) });
  });
};

function viewFirst({ kind, key, label, isNew, known, items, incidents, first }: FirstRecord) {
  return { kind, key, label, isNew, leaf: known, items, incidents, first: viewRecord(first) };
}
