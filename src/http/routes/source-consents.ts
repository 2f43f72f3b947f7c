import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Nullable, words } from '../../custody/schema/described.js';
import type { OpenLog } from '../../store/open-log.js';
import { Shown, Uuid } from '../../store/readers/fields.js';
import { readVisibleSubjects } from '../../store/readers/read-subjects.js';
import { readSourceConsents } from '../../store/readers/source-consents.js';
import { isGranted } from '../../store/readers/visibility.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { describeOperation, json } from '../schemas/operation.js';

const Query = Type.Object(
  {
    unit: Uuid('Unit the piece would go to', 'Unité à laquelle la pièce irait'),
    piece: Type.String({
      ...words('Piece, `<kind>/<UUID>`', 'Pièce, `<genre>/<UUID>`'),
      pattern: '^(evidence|examination|information)/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
    }),
  },
  { additionalProperties: false },
);

const Answer = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        source: Uuid('Source', 'Source'),
        code: Shown('Code name', 'Nom de code'),
        by: Type.Array(
          Type.String(),
          words('By what he could be identified', 'Par quoi il pourrait être identifié'),
        ),
        consent: Nullable(
          Type.Object({
            use: Shown('For which use', 'Pour quel usage'),
            event: Shown('Act that recorded it', 'Acte qui le consigne'),
            validUntil: Nullable(Shown('Last day', 'Dernier jour')),
          }),
          words(
            'Consent that covers this use; null: none does',
            'Consentement couvrant cet usage ; null : aucun',
          ),
        ),
      }),
      words('Sources that could be identified in it', 'Sources qui pourraient y être identifiées'),
    ),
  },
  { title: 'SourceConsents', ...words('Sources and their consent', 'Sources et leur consentement') },
);

/** GATE-8, RQ-64: before a decision, whom a piece could betray, and what he consented to. */
export const sourceConsentRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  app.get(
    '/v1/source-consents',
    {
      schema: describeOperation({
        id: 'getSourceConsents',
        tag: 'Sources',
        summary: 'Whom a piece could betray, and whether his consent covers a unit',
        description:
          'For human rights and the legal office alone, before a decision. It says what sources consented to; whether something may be released, a person decides.',
        session: 'required',
        querystring: Query,
        answers: { 200: { description: 'Sources and their consent', ...json(Answer) } },
        problems: ['invalid-request', 'forbidden', 'not-found'],
      }),
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const reading = await readingOf(request, log);
      const { unit, piece } = request.query;
      request.noteRead([piece]);
      if (!isGranted(reading, 'sources', 'withheld')) throw new Problem('forbidden');
      const found = await readSourceConsents(log.db, [piece], unit, log.now());
      if (found === undefined) throw new Problem('not-found');
      const seen = await readVisibleSubjects(
        log.db,
        reading,
        found.map(({ source }) => `source/${source}`),
        'withheld',
      );
      const mine = new Set(seen.map(({ subject }) => subject));
      return {
        items: found
          .filter(({ source }) => mine.has(`source/${source}`))
          .map(({ source, code, by, consent }) => ({
            source,
            code,
            by: [...by],
            consent: consent && { use: consent.use, event: consent.event, validUntil: consent.validUntil },
          })),
      };
    },
  );
};
