import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { words } from '../../custody/schema/described.js';
import { equalBytes } from '../../log/index.js';
import { readPosition } from '../../store/appender/insert.js';
import type { OpenLog } from '../../store/open-log.js';
import { Unavailable } from '../problem/problem.js';
import { describeOperation, json } from '../schemas/operation.js';

const Live = Type.Object(
  { status: Type.Literal('live') },
  { title: 'Live', ...words('The process answers', 'Le processus répond') },
);
const Ready = Type.Object(
  {
    status: Type.Literal('ready'),
    size: Type.Integer(words('Leaves in the log', 'Feuilles du journal')),
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
        description: 'A problem `unavailable` names the reason: database, vault, old-backup-restored.',
        session: 'none',
        answers: { 200: { description: 'It can', ...json(Ready) } },
        problems: [],
      }),
    },
    async () => {
      const [position, last] = await Promise.all([readPosition(log.db, false), log.vault.read()]);
      if (position === undefined) throw new Unavailable('database');
      const behind = position.size < last.size;
      const forked = position.size === last.size && !equalBytes(position.root, last.root);
      if (behind || forked) throw new Unavailable('old-backup-restored');
      return { status: 'ready' as const, size: position.size };
    },
  );
};
