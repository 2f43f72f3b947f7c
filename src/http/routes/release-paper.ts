import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { words } from '../../custody/schema/described.js';
import { formatTime } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { readNames } from '../../store/readers/read-names.js';
import { readVisibleSubjects } from '../../store/readers/read-subjects.js';
import { readReleasePaper } from '../../store/readers/release/read-release-paper.js';
import { lastLeafOf } from '../papers/last-leaf.js';
import { readPaperCheckpoint } from '../papers/paper-checkpoint.js';
import { paperHeaders } from '../papers/paper-headers.js';
import { releasePaperPage, subjectsOnReleasePaper } from '../papers/release-paper.js';
import { languageOf } from '../problem/language.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { describeOperation } from '../schemas/operation.js';
import { IdParameters } from './resources.js';

const Query = Type.Object(
  { lang: Type.Optional(Type.Enum(['fr', 'en'], words('Language of the page', 'Langue de la page'))) },
  { additionalProperties: false },
);

/** The decision on paper (form D6), for whoever may read the acts of the release. */
export const releasePaperRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  const schema = describeOperation({
    id: 'getReleaseDecision',
    tag: 'Releases',
    summary: 'The decision on a release, to be printed',
    description:
      'Form D6 as one HTML page for A4 that stands by itself: what was asked for, every piece with its files, the views, each decision with all its answers, what was suspended or withdrawn, and the proof. While nobody has decided it says so. What is withheld is printed for who may see it. In French unless English is asked for.',
    session: 'required',
    params: IdParameters,
    querystring: Query,
    answers: {
      200: {
        description: 'The page',
        content: {
          'text/html': {
            schema: Type.String(words('A page to be printed', 'Une page à imprimer')),
            example: '<!DOCTYPE html>…',
          },
        },
      },
    },
    problems: ['invalid-request', 'forbidden', 'not-found'],
  });
  app.get('/v1/releases/:id/decision', { schema }, async (request, reply) => {
    const reading = await readingOf(request, log);
    const { id } = request.params;
    const subject = `release/${id}`;
    request.noteRead([subject]);
    const [summary] = await readVisibleSubjects(log.db, reading, [subject], 'summary');
    if (summary === undefined) throw new Problem('not-found');
    const [record] = await readVisibleSubjects(log.db, reading, [subject], 'events');
    if (record === undefined) throw new Problem('forbidden');
    const opened = await readVisibleSubjects(log.db, reading, [subject], 'withheld-events');
    const paper = await readReleasePaper(log.db, id, { withheld: opened.length > 0 });
    const names = await readNames(log.db, reading, subjectsOnReleasePaper(paper));
    request.noteRead([...new Set([subject, ...paper.numbers.keys(), ...names.keys()])]);
    const spoken = request.headers['accept-language'] === undefined ? 'fr' : languageOf(request);
    const language = request.query.lang ?? spoken;
    const { page, policy } = await releasePaperPage(paper, names, {
      origin: log.origin,
      checkpoint: await readPaperCheckpoint(log, lastLeafOf(paper)),
      printed: formatTime(log.now()),
      language,
    });
    return reply.headers(paperHeaders(policy, language)).send(page);
  });
};
