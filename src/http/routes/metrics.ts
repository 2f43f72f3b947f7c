import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { words } from '../../custody/schema/described.js';
import { Problem } from '../problem/problem.js';
import { describeOperation } from '../schemas/operation.js';

/**
 * `GET /metrics` (Prometheus). It holds no secret, but how often which rule refuses is nobody's business either: it
 * is there only where the operator set a token, for who sends that token, and for all others it is not there.
 */
export const metricsRoutes: FastifyPluginAsyncTypebox<{ readonly token: string | null }> = async (
  app,
  { token },
) => {
  app.get(
    '/metrics',
    {
      schema: describeOperation({
        id: 'getMetrics',
        tag: 'Operations',
        summary: 'Numbers for a monitoring system',
        description:
          'Prometheus text. Not there unless the operator set `METRICS_TOKEN`, and only for who sends it as a bearer token. Labels are codes and routes, never an officer, a subject or an address.',
        session: 'metrics-token',
        answers: {
          200: {
            description: 'Metrics of this process, and of the log',
            content: {
              'text/plain': {
                schema: Type.String(words('Prometheus text format', 'Format texte de Prometheus')),
                example: 'scelle_batches_total{outcome="appended"} 12\n',
              },
            },
          },
        },
        problems: ['not-found'],
      }),
    },
    async (request, reply) => {
      if (token === null || !isBearer(request.headers.authorization, token)) throw new Problem('not-found');
      reply.header('cache-control', 'no-store').type(app.metrics.contentType);
      return reply.send(await app.metrics.metrics());
    },
  );
};

/** Compared as hashes: neither the length nor the first letter that differs can be measured. */
function isBearer(authorization: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}
