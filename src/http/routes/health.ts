import type { FastifyInstance } from 'fastify';
import { readPosition } from '../../store/appender/insert.js';
import type { OpenLog } from '../../store/open-log.js';

/** Alive: the process answers. Ready: database and vault can be read, and agree. */
export async function healthRoutes(app: FastifyInstance, { log }: { readonly log: OpenLog }): Promise<void> {
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (request, reply) => {
    try {
      const [position, last] = await Promise.all([readPosition(log.db, false), log.vault.read()]);
      const behind = position === undefined || position.size < last.size;
      if (!behind) return { status: 'ready', size: position.size };
      return await reply.status(503).send({ status: 'old-backup-restored' });
    } catch (error) {
      request.log.error(error);
      return reply.status(503).send({ status: 'not-ready' });
    }
  });
}
