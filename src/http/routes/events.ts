import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { words } from '../../custody/schema/described.js';
import { parseTlogProof } from '../../log/index.js';
import type { Receipt } from '../../store/appender/outcome.js';
import type { OpenLog } from '../../store/open-log.js';
import { sendRefusal } from '../problem/send-refusal.js';
import { describeOperation, json } from '../schemas/operation.js';
import { ReceiptsSchema } from '../schemas/receipt.js';

/** A payload of 65,536 bytes in base64url, its signature, and room for disclosures of the same size again. */
const maxEventCharacters = 262_144;

const Batch = Type.Object(
  {
    events: Type.Array(Type.String({ minLength: 1, maxLength: maxEventCharacters }), {
      minItems: 1,
      maxItems: 1000,
      ...words(
        'Events in order, each `jws` or `jws~disclosure~…~`: appended whole or not at all',
        "Actes dans l'ordre, chacun `jws` ou `jws~révélation~…~` : ajoutés en bloc ou pas du tout",
      ),
    }),
  },
  { title: 'Batch', additionalProperties: false, ...words('One batch', 'Un lot') },
);

/** `POST /v1/events` (design section 4): the signature is the authorization, so anybody may deliver a batch. */
export const eventRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (app, { log }) => {
  app.post(
    '/v1/events',
    {
      schema: describeOperation({
        id: 'appendEvents',
        tag: 'Events',
        summary: 'Append a batch of signed events',
        description:
          'Appends 1 to 1,000 signed events, whole or not at all. The signature is the authorization: no session is needed, and whoever delivers without one is told the codes of a refusal, not what stands behind them. Sending the same batch again gives the same indices and leaves.',
        session: 'optional',
        body: Batch,
        answers: { 201: { description: 'Durable and signed for: the receipts', ...json(ReceiptsSchema) } },
        problems: [
          'malformed',
          'invalid-request',
          'too-many-events',
          'stale',
          'too-large',
          'media-type',
          'refused',
        ],
      }),
    },
    async (request, reply) => {
      const { events } = request.body;
      const outcome = await log.appender.submit(events);
      if (outcome.kind !== 'appended') return sendRefusal(request, reply, log, events, outcome);
      const { receipts } = outcome;
      return reply.status(201).send({ receipts, checkpoint: checkpointOf(receipts) });
    },
  );
};

/** All receipts of one answer are under one checkpoint. */
function checkpointOf([receipt]: readonly Receipt[]): string {
  if (receipt === undefined) throw new Error('a batch was appended without a receipt');
  return parseTlogProof(receipt.proof).checkpoint;
}
