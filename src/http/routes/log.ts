import type { FastifyInstance } from 'fastify';
import { formatVerifierKey } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';

/** What anybody may know of the log: its checkpoint, its key, and the SOP in force with its sources. */
export async function logRoutes(app: FastifyInstance, { log }: { readonly log: OpenLog }): Promise<void> {
  app.get('/v1/log/checkpoint', async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send((await log.vault.read()).note),
  );
  app.get('/v1/log/key', async () => ({
    origin: log.origin,
    subject: log.subject,
    key: formatVerifierKey(log.logKey.key),
  }));
  app.get('/v1/sop', async () => log.sop());
}
