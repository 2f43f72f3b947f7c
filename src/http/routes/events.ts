import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { OpenLog } from '../../store/open-log.js';
import { sendRefusal } from '../problem.js';

const body = Type.Object(
  {
    events: Type.Array(Type.String({ minLength: 1, maxLength: 200_000 }), {
      minItems: 1,
      maxItems: 1000,
      description: 'One batch: events as `jws` or `jws~disclosure~…~`, appended whole or not at all',
    }),
  },
  { additionalProperties: false },
);

/** `POST /v1/events` (design section 4): the signature is the authorization, so anybody may deliver a batch. */
export async function eventRoutes(app: FastifyInstance, { log }: { readonly log: OpenLog }): Promise<void> {
  app.post<{ Body: Type.Static<typeof body> }>('/v1/events', { schema: { body } }, async (request, reply) => {
    const outcome = await log.appender.submit(request.body.events);
    if (outcome.kind !== 'appended') return sendRefusal(request, reply, outcome);
    return reply.status(201).send({ receipts: outcome.receipts });
  });
}
