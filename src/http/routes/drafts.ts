import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { explain } from '../../custody/violation.js';
import { type DraftVerdict, draftActs } from '../../store/drafts/draft-acts.js';
import type { OpenLog } from '../../store/open-log.js';
import { DocumentedDraftRequest } from '../openapi/draft-request.js';
import { explainFault } from '../problem/batch-fault.js';
import { languageOf } from '../problem/language.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { DraftAnswer, DraftRequest } from '../schemas/draft.js';
import { draftExample } from '../schemas/examples/draft.js';
import { describeOperation, json } from '../schemas/operation.js';

const description = [
  'Fills in `seq`, `prev`, `refs` and what binds a group to its items, and rehearses the rules: nothing is appended. Compare what comes back with what was sent, and sign it only where subject, type, actor and body are the same and `seq` and `prev` follow what is known.',
  'Bodies are committed bodies (log format, section 2): in place of a value that may have to be withheld stands its digest. The device makes salt and digest itself, so that the value does not leave it before the act is signed.',
  'Heads are given, and rules rehearsed, on what the reader may read: anything else is as if it did not exist. The verdict is advice; what counts is the answer of `POST /v1/events`.',
].join('\n\n');

/** `POST /v1/drafts` (design section 4): unsigned intents, put in their place and rehearsed. */
export const draftRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (app, { log }) => {
  const random = (length: number) => randomBytes(length);
  const schema = describeOperation({
    id: 'draftActs',
    tag: 'Events',
    summary: 'Draft acts and rehearse the rules',
    description,
    session: 'required',
    body: DraftRequest,
    answers: {
      200: {
        description: 'Signing inputs, and what the rules would say',
        ...json(DraftAnswer, draftExample),
      },
    },
    problems: ['invalid-request', 'malformed', 'too-large', 'media-type'],
  });
  // The document tells the types apart; a request is checked by the rules, which say more than a schema can.
  const documented = { ...schema, body: DocumentedDraftRequest };
  const config = { swaggerTransform: ({ url }: { url: string }) => ({ schema: documented, url }) };
  app.post('/v1/drafts', { schema, config }, async (request, reply) => {
    const reading = await readingOf(request, log);
    const language = languageOf(request);
    const { db, origin, subject, sopDocuments, now } = log;
    const parts = { db, origin, subject, sopDocuments, now, random };
    const outcome = await draftActs(parts, reading, request.body.acts);
    if (outcome.kind === 'malformed') {
      throw new Problem('malformed', { faults: outcome.faults.map(fault => explainFault(fault, language)) });
    }
    request.noteRead(outcome.seen);
    return reply.header('cache-control', 'no-store').send({
      events: outcome.events.map(({ payload, signer: { kid, alg }, signingInput, eventId }) => ({
        payload,
        kid,
        alg,
        signingInput,
        eventId,
      })),
      verdict: outcome.verdict.kind,
      violations: violationsOf(outcome.verdict).map(violation => explain(violation, language)),
      unreadable: outcome.verdict.kind === 'cannot-tell' ? outcome.verdict.subjects : [],
    });
  });
};

function violationsOf(verdict: DraftVerdict) {
  return verdict.kind === 'would-be-refused' ? verdict.violations : [];
}
