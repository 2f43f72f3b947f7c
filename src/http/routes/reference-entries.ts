import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Nullable, words } from '../../custody/schema/described.js';
import { referenceEntryKinds } from '../../custody/vocabulary/references.js';
import { codesOf } from '../../custody/vocabulary/vocabulary.js';
import { formatTime } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { MaybeShown, Moment, Shown, Uuid } from '../../store/readers/fields.js';
import { readEntries } from '../../store/readers/materiel/read-entries.js';
import { readVisibleSubjects } from '../../store/readers/read-subjects.js';
import { lastLeafKnown } from '../../store/readers/register/last-leaf-known.js';
import { readPastInstant } from '../past-instant.js';
import { languageOf } from '../problem/language.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { knownAtMember } from '../schemas/materiel.js';
import { describeOperation, json } from '../schemas/operation.js';
import { IdParameters } from './resources.js';

const Query = Type.Object({ ...knownAtMember }, { additionalProperties: false });
const Year = (en: string, fr: string) => Nullable(Type.Integer(words(en, fr)));

const Entry = Type.Object({
  key: Shown('Key', 'Clé'),
  leaf: Type.Integer(words('Leaf that stated it', 'Feuille qui l’énonce')),
  event: Shown('Act that it rests on', 'Acte sur lequel elle se fonde'),
  statedBy: Uuid('Who signed that', 'Signataire'),
  kind: Type.Enum(codesOf(referenceEntryKinds), words('Kind', 'Nature')),
  mark: MaybeShown('Code, or text of the headstamp', 'Code, ou texte du marquage'),
  producer: MaybeShown('Producer', 'Fabricant'),
  country: MaybeShown('Country', 'Pays'),
  yearFrom: Year('First year', 'Première année'),
  yearTo: Year('Last year', 'Dernière année'),
  model: MaybeShown('Model', 'Modèle'),
  calibre: MaybeShown('Calibre, as it is compared', 'Calibre, tel que comparé'),
  calibreWritten: MaybeShown('Calibre, as it was written', 'Calibre, tel qu’écrit'),
  source: Shown('Source', 'Source'),
  confidence: Shown('Confidence', 'Degré de confiance'),
});

const Answer = Type.Object(
  {
    knownAt: Moment('As known when', 'Connu à quelle date'),
    knownLeaf: Type.Integer(words('Last leaf known then', 'Dernière feuille alors connue')),
    entries: Type.Array(Entry, words('Entries that stood, by key', 'Entrées en vigueur, par clé')),
  },
  {
    title: 'ReferenceEntries',
    ...words('Entries of a reference collection', "Entrées d'un recueil de référence"),
  },
);

/** What a reference collection says, each entry with its source and the signed act, as known at any instant. */
export const referenceEntryRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  const schema = describeOperation({
    id: 'listReferenceEntries',
    tag: 'Reference collections',
    summary: 'Entries of a reference collection',
    description:
      'Those that stand, or stood at an instant; each with its source and the act that stated it last.',
    session: 'required',
    params: IdParameters,
    querystring: Query,
    answers: { 200: { description: 'Entries', ...json(Answer) } },
    problems: ['invalid-request', 'forbidden', 'not-found'],
  });
  app.get('/v1/references/:id/entries', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const reading = await readingOf(request, log);
    const subject = `reference/${request.params.id}`;
    request.noteRead([subject]);
    const [visible] = await readVisibleSubjects(log.db, reading, [subject], 'record');
    if (visible === undefined) throw new Problem('not-found');
    const now = log.now();
    const instant = readPastInstant(request.query.knownAt, 'knownAt', now, languageOf(request)) ?? now;
    const knownLeaf = await lastLeafKnown(log.db, instant);
    const entries = await readEntries(log.db, request.params.id, knownLeaf);
    return reply.send({
      knownAt: formatTime(instant),
      knownLeaf,
      entries: entries.map(entry => ({ ...entry, kind: entry.kind as keyof typeof referenceEntryKinds })),
    });
  });
};
