import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { words } from '../../custody/schema/described.js';
import type { OpenLog } from '../../store/open-log.js';
import { readKeyRotations } from '../../store/readers/key-rotations.js';
import { readingOf } from '../reading.js';
import { describeOperation, json } from '../schemas/operation.js';

const Rotation = Type.Object(
  {
    index: Type.Integer(words('Leaf index of the event', "Rang de la feuille de l'acte")),
    jws: Type.String(words('The signed event `log.key-rotated`', "L'acte signé `log.key-rotated`")),
    proof: Type.String(
      words(
        'C2SP tlog-proof under a checkpoint that the old key signed too',
        "C2SP tlog-proof sous un point de contrôle que l'ancienne clé a signé aussi",
      ),
    ),
  },
  { title: 'KeyRotation', ...words('A new key of the log', 'Une nouvelle clé du journal') },
);

const Rotations = Type.Object(
  { items: Type.Array(Rotation, words('Oldest first', 'De la plus ancienne à la plus récente')) },
  { title: 'KeyRotations', ...words("How the log's key changed", 'Comment la clé du journal a changé') },
);

/** How a device that knows an older key of the log is led to the one in force (log-format section 8). */
export const keyRotationRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  app.get(
    '/v1/log/key-rotations',
    {
      schema: describeOperation({
        id: 'getKeyRotations',
        tag: 'Log',
        summary: "How the log's key changed",
        description:
          'Each event that gave the log a new key, with a proof that the old key vouches for. For every officer: leaf data is never published.',
        session: 'required',
        answers: { 200: { description: 'Rotations, oldest first', ...json(Rotations) } },
        problems: [],
      }),
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      await readingOf(request, log);
      request.noteRead([log.subject]);
      return { items: [...(await readKeyRotations(log))] };
    },
  );
};
