import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Nullable, words } from '../../custody/schema/described.js';
import { formatTime } from '../../log/index.js';
import { requireReady } from '../../store/appender/agreement.js';
import type { OpenLog } from '../../store/open-log.js';
import type { OutsideStanding } from '../../store/outside-standing.js';
import { describeOperation, json } from '../schemas/operation.js';

const Live = Type.Object(
  { status: Type.Literal('live') },
  { title: 'Live', ...words('The process answers', 'Le processus répond') },
);
const seen = (en: string, fr: string) =>
  Nullable(
    Type.Object({
      size: Type.Integer(words('Leaves that it covers', "Feuilles qu'il couvre")),
      at: Type.String({ ...words('When', 'Quand'), format: 'date-time' }),
    }),
    words(en, fr),
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
    witnessed: seen(
      'The last checkpoint with a quorum of witnesses; null: none known',
      'Le dernier point de contrôle avec un quorum de témoins ; null : aucun connu',
    ),
    anchored: seen(
      'The last cosigned checkpoint that the log names; null: none known',
      'Le dernier point de contrôle cosigné que nomme le journal ; null : aucun connu',
    ),
    overdue: Type.Array(
      Type.Union([Type.Literal('witnessed'), Type.Literal('anchored')]),
      words(
        'Which of both is older than it may be. It can append all the same, and nobody but the operator vouches for it',
        "Lequel des deux est plus ancien que permis. L'ajout reste possible, et nul autre que l'exploitant ne s'en porte garant",
      ),
    ),
  },
  { title: 'Ready', ...words('Database and vault agree', 'Base et coffre concordent') },
);

/** Alive: the process answers. Ready: database and vault can be read, and agree (log-format section 5). */
export const healthRoutes: FastifyPluginAsyncTypebox<{
  readonly log: OpenLog;
  readonly outside: () => OutsideStanding | null;
}> = async (app, { log, outside }) => {
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
      const { witnessed = null, anchored = null, overdue = [] } = outside() ?? {};
      return {
        status: 'ready' as const,
        size,
        logKey: inForce,
        logKeyBefore: before,
        witnessed: witnessed && { size: witnessed.size, at: formatTime(witnessed.at) },
        anchored: anchored && { size: anchored.size, at: formatTime(anchored.at) },
        overdue: [...overdue],
      };
    },
  );
};
