import helmet from '@fastify/helmet';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { AppendUnavailable } from '../store/appender/outcome.js';
import type { OpenLog } from '../store/open-log.js';
import { sendProblem, sendUnavailable } from './problem.js';
import { eventRoutes } from './routes/events.js';
import { evidenceRoutes } from './routes/evidence.js';
import { headRoutes } from './routes/heads.js';
import { healthRoutes } from './routes/health.js';
import { logRoutes } from './routes/log.js';
import { sessionRoutes } from './routes/sessions.js';
import { sessions } from './sessions.js';

/** A whole batch of 1,000 events of 64 KiB with disclosures does not fit: that is what several batches are for. */
const bodyLimit = 32 * 1024 * 1024;

export interface AppParts {
  readonly log: OpenLog;
  readonly logger: FastifyServerOptions['logger'];
}

/** The service as a plugin tree, without a port: `server.ts` listens, tests inject. */
export async function buildApp({ log, logger }: AppParts): Promise<FastifyInstance> {
  const app = Fastify({
    ...(logger === undefined ? {} : { logger }),
    bodyLimit,
    requestTimeout: 120_000,
    ajv: {
      customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: true },
    },
  });
  await app.register(helmet);
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof AppendUnavailable) return sendUnavailable(request, reply, error.reason);
    if (error.statusCode === 413) return sendProblem(request, reply, 'too-large');
    if (error.statusCode === 415) return sendProblem(request, reply, 'media-type');
    if (error.statusCode === 429) return sendProblem(request, reply, 'too-many-requests');
    if (error.validation !== undefined || (error.statusCode ?? 500) < 500) {
      return sendProblem(request, reply, 'invalid-request', { detail: error.message });
    }
    // The message of a fault may hold what must stay withheld: it goes to the log, not to the reader.
    request.log.error(error);
    return sendProblem(request, reply, 'fault');
  });
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, 'not-found'));
  await app.register(sessions, { log });
  await app.register(healthRoutes, { log });
  await app.register(logRoutes, { log });
  await app.register(eventRoutes, { log });
  await app.register(sessionRoutes, { log });
  await app.register(headRoutes, { log });
  await app.register(evidenceRoutes, { log });
  return app;
}
