import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Instant } from '../../custody/schema/occurrence.js';
import type { OpenLog } from '../../store/open-log.js';
import { readHoldsOver } from '../../store/readers/custody/holds.js';
import { readCustody } from '../../store/readers/custody/read-custody.js';
import { readVisibleSubjects } from '../../store/readers/read-subjects.js';
import { readPastInstant } from '../past-instant.js';
import { languageOf } from '../problem/language.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { CustodySchema } from '../schemas/custody.js';
import { custodyExample } from '../schemas/examples/custody.js';
import { describeOperation, json } from '../schemas/operation.js';
import { viewCustody } from '../views/custody.js';
import { IdParameters } from './resources.js';

const CustodyQuery = Type.Object(
  {
    at: Type.Optional(
      Instant('Instant; all of time where it is missing', 'Instant ; tout le temps si absent'),
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

/** Who had an item, where, under which seal and why, at any instant, as known at any instant (RQ-04, GATE-12). */
export const custodyRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (app, { log }) => {
  app.get(
    '/v1/evidence/:id/custody',
    {
      schema: describeOperation({
        id: 'getEvidenceCustody',
        tag: 'Evidence items',
        summary: 'Who had it, where, under which seal and why, at any instant',
        description:
          'Without `at` the whole of time, cut where custody changed; with it the one period it lies in. `knownAt` answers as the log could have answered then. Times are those the acts give, with their precision and doubt; beside them stands since when each is known. What went before our custody and what came after it is told apart from it, and gaps longer than the procedure allows are stated, as is any time in which the item was missing. An instant inside the doubt of a time known only to the minute, hour or day is marked `uncertain`, with the other periods it may lie in. Every act that is quoted names the acts that correct it. Holds that stood over the item then are listed, without their reason, to all but who reads it as the recipient of a release.',
        session: 'required',
        params: IdParameters,
        querystring: CustodyQuery,
        answers: { 200: { description: 'Custody', ...json(CustodySchema, custodyExample) } },
        problems: ['invalid-request', 'forbidden', 'not-found'],
      }),
    },
    async request => {
      const reading = await readingOf(request, log);
      const subject = `evidence/${request.params.id}`;
      request.noteRead([subject]);
      const language = languageOf(request);
      const now = log.now();
      const known = readPastInstant(request.query.knownAt, 'knownAt', now, language) ?? now;
      const at = readPastInstant(request.query.at, 'at', now, language);
      const [summary] = await readVisibleSubjects(log.db, reading, [subject], 'summary');
      if (summary === undefined) throw new Problem('not-found');
      const [record] = await readVisibleSubjects(log.db, reading, [subject], 'record');
      // That it exists is known to the reader; that its record is not for him may be said.
      if (record === undefined) throw new Problem('forbidden');
      const question = { at, known, gapMinutes: reading.sop.deadlines.custodyGapMinutes.value };
      const { id } = request.params;
      const [custody, holds] = await Promise.all([
        readCustody(log.db, id, question),
        readHoldsOver(log.db, reading, id, question),
      ]);
      return { ...viewCustody(subject, custody, question), holds };
    },
  );
};
