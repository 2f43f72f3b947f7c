import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { AppendUnavailable, OldBackupRestored } from '../../store/appender/outcome.js';
import { isDatabaseUnavailable } from '../../store/database.js';
import { FileRefused, FileStoreUnavailable } from '../../store/files/file-store.js';
import { SopDocumentError } from '../../store/keep-sop-documents.js';
import { VaultError } from '../../store/vault.js';
import { languageOf } from '../problem/language.js';
import { Problem, type ProblemCode, Unavailable } from '../problem/problem.js';
import { explainRequestFault } from '../problem/request-fault.js';
import { sendOldBackupRestored, sendProblem, sendUnavailable } from '../problem/send-problem.js';

/** What Fastify and its plugins find wrong with a request, by the status they would answer. */
const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  404: 'not-found',
  413: 'too-large',
  414: 'address-too-long',
  415: 'media-type',
  429: 'too-many-requests',
};

/** Turns every error into a problem document; also for what never reaches a route. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Problem) return sendProblem(request, reply, error.code, error.members);
  if (error instanceof OldBackupRestored) return sendOldBackupRestored(request, reply, error);
  if (error instanceof Unavailable || error instanceof AppendUnavailable) {
    return sendUnavailable(request, reply, error.reason);
  }
  if (error instanceof VaultError) {
    request.log.error(error);
    return sendUnavailable(request, reply, 'vault');
  }
  if (error instanceof SopDocumentError) {
    request.log.error(error);
    return sendUnavailable(request, reply, 'sop-missing');
  }
  if (error instanceof FileRefused) {
    return sendProblem(request, reply, error.reason === 'hash' ? 'file-differs' : 'file-too-large');
  }
  if (error instanceof FileStoreUnavailable) {
    request.log.error(error);
    return sendUnavailable(request, reply, 'storage');
  }
  if (isDatabaseUnavailable(error)) return sendUnavailable(request, reply, 'database');
  if (isRequestError(error)) return sendRequestProblem(error, request, reply);
  // The message of a fault may hold what must stay withheld: it goes to the log, not to the sender.
  request.log.error(error);
  return sendProblem(request, reply, 'fault');
}

type RequestError = FastifyError & { readonly statusCode: number };

function isRequestError(error: unknown): error is RequestError {
  return (
    error instanceof Error && 'statusCode' in error && Number.isInteger(error.statusCode) && notOurs(error)
  );
}

/** Below 500 the sender can do something about it; 503 comes from the watch over the load. */
function notOurs({ statusCode }: { readonly statusCode?: unknown }): boolean {
  return typeof statusCode === 'number' && ((statusCode >= 400 && statusCode < 500) || statusCode === 503);
}

function sendRequestProblem(error: RequestError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { statusCode, validation, validationContext = 'request' } = error;
  if (statusCode === 503) return sendUnavailable(request, reply, 'overloaded');
  if (validation === undefined) {
    return sendProblem(request, reply, codeOfStatus[statusCode] ?? 'invalid-request');
  }
  const language = languageOf(request);
  const faults = validation.map(fault => explainRequestFault(fault, validationContext, language));
  const tooMany = validation.some(
    ({ keyword, instancePath }) => keyword === 'maxItems' && instancePath === '/events',
  );
  return sendProblem(request, reply, tooMany ? 'too-many-events' : 'invalid-request', { faults });
}

export const problems = fp(
  async (app: FastifyInstance) => {
    app.setErrorHandler(answerError);
    // Addresses are guessed at the same rate as anything else.
    app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
      const [path = ''] = request.url.split('?');
      const allowed = app.routeIndex.methodsAt(path);
      // A route that takes the method came here itself: it has no such file.
      const taken = allowed.includes(request.method) && request.method !== 'OPTIONS';
      if (allowed.length === 0 || taken) return sendProblem(request, reply, 'not-found');
      reply.header('allow', allowed.join(', '));
      // No page of another origin is let in: there is nothing to say to its browser beyond the methods.
      if (request.method === 'OPTIONS') return reply.status(204).send();
      return sendProblem(request, reply, 'method-not-allowed');
    });
  },
  { name: 'problems', dependencies: ['limits', 'route-index'] },
);
