import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { words } from '../../custody/schema/described.js';
import { requireReady } from '../../store/appender/agreement.js';
import type { OpenLog } from '../../store/open-log.js';
import { describeOperation, json } from '../schemas/operation.js';

const Live = Type.Object(
  { status: Type.Literal('live') },
  { title: 'Live', ...words('The process answers', 'Le processus répond') },
);
const Ready = Type.Object(
  {
    status: Type.Literal('ready'),
    size: Type.Integer(words('Leaves in the log', 'Feuilles du journal')),
    logKey: Type.String(words('Verifier key that signs now', 'Clé de vérification qui signe maintenant')),
    logKeyBefore: Type.Union(
      [Type.String(), Type.Null()],
      words(
        'The key before it, which signs beside it until the next rotation; null: none',
        "La clé d'avant, qui signe à côté jusqu'au renouvellement suivant ; null : aucune",
      ),
    ),
  },
  { title: 'Ready', ...words('Database and vault agree', 'Base et coffre concordent') },
);

/** Alive: the process answers. Ready: database and vault can be read, and agree (log-format section 5). */
export const healthRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (app, { log }) => {
  app.get(
    '/health/live',
    {
      schema: describeOperation({
        id: 'getLive',
        tag: 'Operations',
        summary: 'Is the process alive?',
        description: 'Restart it where this does not answer.',
        session: 'none',
        answers: { 200: { description: 'It is', ...json(Live) } },
        problems: [],
      }),
    },
    async () => ({ status: 'live' as const }),
  );
  app.get(
    '/health/ready',
    {
      schema: describeOperation({
        id: 'getReady',
        tag: 'Operations',
        summary: 'Can it append?',
        description:
          'A problem `unavailable` names the reason: database, vault, log-key, old-backup-restored. With the last, `signed` and `stored` say how many leaves the last checkpoint covers and how many the database holds; what can be read is still served.',
        session: 'none',
        answers: { 200: { description: 'It can', ...json(Ready) } },
        problems: [],
      }),
    },
    async () => {
      const { size, inForce, before } = await requireReady(log);
      return { status: 'ready' as const, size, logKey: inForce, logKeyBefore: before };
    },
  );
};
