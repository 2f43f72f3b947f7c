import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { type MissingWhat, missingFacts, missingWords } from '../../custody/release/what-is-missing.js';
import { words } from '../../custody/schema/described.js';
import { formatTime } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { MaybeShown, Moment, Shown, Uuid } from '../../store/readers/fields.js';
import { readQueue } from '../../store/readers/queue/read-queue.js';
import { isGranted } from '../../store/readers/visibility.js';
import { languageOf } from '../problem/language.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { describeOperation, json } from '../schemas/operation.js';

const Missing = Type.Object({
  what: Type.Enum(Object.keys(missingFacts) as MissingWhat[], words('What is missing', 'Ce qui manque')),
  words: Type.String(words('In words', 'En clair')),
  about: Shown('Of which piece, unit, view or question', 'De quelle pièce, unité, avis ou question'),
});

const Entry = Type.Object(
  {
    subject: Shown('Request or release', 'Demande ou autorisation de remise'),
    number: Shown('Its number', 'Son numéro'),
    unit: Uuid('Authority that asks, or recipient', 'Autorité requérante ou destinataire'),
    deadline: MaybeShown('To be answered by', 'Réponse attendue pour le'),
    overdue: Type.Boolean(words('Is that day past?', 'Ce jour est-il passé ?')),
    since: Moment('Since when it waits', 'En attente depuis'),
    missing: Type.Array(Missing, words('Facts that are not there', 'Éléments qui manquent')),
  },
  { title: 'QueueEntry', ...words('What waits for the legal office', 'Ce qui attend le bureau juridique') },
);

const Answer = Type.Object(
  {
    at: Moment('As of when', 'État au'),
    items: Type.Array(Entry, words('What is due first stands first', 'Par ordre d’échéance')),
  },
  { title: 'ReleaseQueue', ...words('The queue of the legal office', 'File du bureau juridique') },
);

/** E37: the queue of the legal office, with what is missing for each. It says what is not there, and decides nothing (RQ-61). */
export const releaseQueueRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  const schema = describeOperation({
    id: 'getReleaseQueue',
    tag: 'Releases',
    summary: 'What waits for the legal office, and what is missing',
    description:
      'Requests that are not settled and releases of which pieces are undecided or suspended, what is due first first; for each the facts that are not on record: views, answers, assurance, due diligence, consents, holds. Of what the reader may see; that a source did not consent is told to who may see sources. Nothing here says that something may be released.',
    session: 'required',
    answers: { 200: { description: 'The queue', ...json(Answer) } },
    problems: ['forbidden'],
  });
  app.get('/v1/release-queue', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const reading = await readingOf(request, log);
    const granted = (['requests', 'releases'] as const).every(name => isGranted(reading, name, 'record'));
    if (!granted) throw new Problem('forbidden');
    const now = log.now();
    const { document: sop } = await log.sop();
    const language = languageOf(request);
    const items = (await readQueue(log.db, reading, { now, sop })).map(({ missing, ...entry }) => ({
      ...entry,
      missing: missing.map(fact => ({ ...fact, words: missingWords(fact)[language] })),
    }));
    request.noteRead(items.map(({ subject }) => subject));
    return { at: formatTime(now), items };
  });
};
