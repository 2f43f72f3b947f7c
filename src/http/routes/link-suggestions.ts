import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { linkRule } from '../../analysis/links/rules.js';
import { relationOf, sharedKinds } from '../../analysis/links/shared-things.js';
import { type LinkSuggestion, type SharedByTwo, suggestLinks } from '../../analysis/links/suggest.js';
import { words } from '../../custody/schema/described.js';
import type { OpenLog } from '../../store/open-log.js';
import { MaybeShown, MaybeUuid, Shown, Uuid } from '../../store/readers/fields.js';
import { readMaterielVersions } from '../../store/readers/materiel/read-versions.js';
import { readIncidentLinks } from '../../store/readers/register/link-rows.js';
import { registerReadingOf } from '../materiel-reading.js';
import { languageOf } from '../problem/language.js';
import { Known, MaterielRecord, viewRecord } from '../schemas/materiel.js';
import { describeOperation, json } from '../schemas/operation.js';

/** The weightiest that are shown at once. */
const usualLimit = 100;

const Query = Type.Object(
  {
    incident: Type.Optional(Uuid('One of the two is this incident', "L'un des deux est cet incident")),
    limit: Type.Optional(
      Type.Integer({
        ...words('How many, the weightiest first', 'Combien, les plus lourds d’abord'),
        minimum: 1,
        maximum: 500,
      }),
    ),
  },
  { additionalProperties: false },
);

const Incident = Type.Object({
  id: Uuid('Incident', 'Incident'),
  caseFile: MaybeShown('Case file', 'Dossier'),
});

const Shared = Type.Object({
  what: Type.Enum([...sharedKinds], words('What they share', 'Ce qui leur est commun')),
  key: Shown('Key that is compared', 'Clé comparée'),
  label: Shown('As it is written', 'Tel qu’écrit'),
  relation: Shown('Relation that an analyst would assert', "Rapport qu'un analyste affirmerait"),
  occursIn: Type.Integer(words('Incidents in which it occurs', 'Incidents où il figure')),
  knownIn: Type.Integer(
    words('Incidents in which such a thing is known', 'Incidents où une telle chose est connue'),
  ),
  weight: Type.Number(words('log2 of the second over the first', 'log2 du second sur le premier')),
  asserted: MaybeUuid(
    'Link by which an analyst asserted it',
    "Rapprochement par lequel un analyste l'a affirmé",
  ),
  rejectedBefore: MaybeUuid(
    'Link by which it was rejected before a record of it became known',
    "Rapprochement qui l'avait écarté avant qu'un relevé ne soit connu",
  ),
  records: Type.Array(MaterielRecord, words('Records it rests on', 'Relevés sur lesquels cela repose')),
});

const Answer = Type.Object(
  Known({
    suggestions: Type.Array(
      Type.Object({
        incidents: Type.Array(Incident, words('The two', 'Les deux')),
        weight: Type.Number(words('Sum of the weights', 'Somme des poids')),
        shared: Type.Array(Shared, words('What they share', 'Ce qui leur est commun')),
      }),
      words('The weightiest first', "Les plus lourds d'abord"),
    ),
    of: Type.Integer(words('How many there are', 'Combien il y en a')),
  }),
  { title: 'LinkSuggestions', ...words('Incidents that may belong together', 'Incidents à rapprocher') },
);

/** V13, E36: what two incidents share. Suggestions, until an analyst asserts one or rejects it. */
export const linkSuggestionRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  const schema = describeOperation({
    id: 'listLinkSuggestions',
    tag: 'Analysis',
    summary: 'Incidents that share a sample, a lot, a serial number or a design',
    description:
      'Weighed by how rare the shared thing is in the register, with the records that it rests on. Nothing of it is stated as fact: an analyst asserts a link with basis and confidence, or rejects it with a reason; what was rejected comes again only with a new record.',
    session: 'required',
    querystring: Query,
    answers: { 200: { description: 'Suggestions', ...json(Answer) } },
    problems: ['invalid-request', 'forbidden'],
  });
  app.get('/v1/analysis/links', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const { incident, limit = usualLimit } = request.query;
    const { reading, leaf, known } = await registerReadingOf(request, log, undefined);
    const versions = await readMaterielVersions(log.db, { leaf, reading });
    const all = suggestLinks(versions, await readIncidentLinks(log.db, reading)).filter(
      ({ incidents }) => incident === undefined || incidents.includes(incident),
    );
    const caseFiles = new Map(versions.map(({ incident: id, caseFile }) => [id, caseFile]));
    const shown = all.slice(0, limit);
    request.noteRead([...new Set(shown.flatMap(({ incidents }) => incidents.map(id => `incident/${id}`)))]);
    const suggestions = shown.map(suggestion => viewSuggestion(suggestion, caseFiles));
    return reply.send({ ...known, rule: linkRule[languageOf(request)], suggestions, of: all.length });
  });
};

function viewSuggestion(
  { incidents, weight, shared }: LinkSuggestion,
  caseFiles: ReadonlyMap<string, string | null>,
) {
  return {
    incidents: incidents.map(id => ({ id, caseFile: caseFiles.get(id) ?? null })),
    weight: rounded(weight),
    shared: shared.map(viewShared),
  };
}

function viewShared({ thing, weight, asserted, rejectedBefore, records }: SharedByTwo) {
  const { what, key, label, occursIn, knownIn } = thing;
  return {
    ...{ what, key, label, relation: relationOf[what], occursIn, knownIn },
    weight: rounded(weight),
    asserted,
    rejectedBefore,
    records: records.map(viewRecord),
  };
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100;
}
