import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyServerOptions } from 'fastify';
import { formatVerifierKey, type VerifierKey } from '../log/index.js';
import { TooManyWaiting } from './in-turn.js';
import type { Witness, WitnessAnswer } from './witness.js';

export interface WitnessAppParts {
  readonly witness: Witness;
  readonly key: VerifierKey;
  readonly logger: FastifyServerOptions['logger'];
  /** Requests of one address in a minute: a log asks a few times a minute. */
  readonly requestsPerMinute?: number;
}

/** A note with a hundred signature lines and a proof of 63 hashes take a quarter of it. */
const bodyBytes = 64 * 1024;
/** Whoever writes that slowly writes nothing of use. */
const requestSeconds = 15;
const connections = 256;
const statuses: Readonly<Record<WitnessAnswer['kind'], number>> = {
  cosigned: 200,
  malformed: 400,
  'unknown-log': 404,
  'bad-signature': 403,
  'other-size': 409,
  forked: 409,
  'not-consistent': 422,
  forgotten: 500,
};

/** A witness as a service (C2SP tlog-witness), without a port. */
export async function buildWitnessApp({
  witness,
  key,
  logger,
  requestsPerMinute = 600,
}: WitnessAppParts): Promise<FastifyInstance> {
  const app = Fastify({
    ...(logger === undefined ? {} : { logger }),
    bodyLimit: bodyBytes,
    requestTimeout: requestSeconds * 1000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 60_000,
    http: { headersTimeout: 10_000 },
    forceCloseConnections: 'idle',
  });
  app.server.maxConnections = connections;
  await app.register(helmet, { contentSecurityPolicy: { directives: { defaultSrc: ["'none'"] } } });
  await app.register(rateLimit, { max: requestsPerMinute, timeWindow: 60_000 });
  readAnyBody(app);
  app.get('/', async (_request, reply) => text(reply, `${formatVerifierKey(key)}\n`));
  app.post('/add-checkpoint', async (request, reply) => {
    const answer = await witness.addCheckpoint(request.body as Uint8Array);
    if (answer.kind === 'cosigned') request.log.info(told(answer), 'cosigned');
    else if (answer.kind === 'forgotten') request.log.error(answer, 'the record of this log is gone');
    else if ('checkpoint' in answer)
      request.log.error(told(answer), contradicts(answer) ? 'the log contradicts itself' : 'not consistent');
    return send(reply, answer);
  });
  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof TooManyWaiting) return text(reply.code(503).header('retry-after', '5'), 'busy\n');
    const { statusCode = 500 } = error;
    if (statusCode < 500) return text(reply.code(statusCode), `${error.message}\n`);
    request.log.error(error);
    return text(reply.code(500), 'the witness has a fault and cosigned nothing\n');
  });
  app.setNotFoundHandler((_request, reply) => text(reply.code(404), 'there is nothing here\n'));
  return app;
}

/** What is sent is bytes, whatever it calls itself. */
function readAnyBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('preHandler', async request => {
    request.body ??= Buffer.alloc(0);
  });
}

function send(reply: FastifyReply, answer: WitnessAnswer): FastifyReply {
  reply.code(statuses[answer.kind]);
  switch (answer.kind) {
    case 'cosigned':
      return text(reply, answer.line);
    case 'malformed':
      return text(reply, `${answer.why}\n`);
    case 'unknown-log':
      return text(reply, 'unknown log\n');
    case 'bad-signature':
      return text(reply, 'invalid signature\n');
    case 'other-size':
      return sizeText(reply, answer.size);
    case 'forked':
      return sizeText(reply, answer.checkpoint.size);
    case 'not-consistent':
      return text(reply, 'the consistency proof does not verify\n');
    case 'forgotten':
      return text(reply, 'the witness has lost its record of this log and cosigns nothing of it\n');
  }
}

function text(reply: FastifyReply, body: string): FastifyReply {
  return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(body);
}

function sizeText(reply: FastifyReply, size: number): FastifyReply {
  return reply.type('text/x.tlog.size').header('cache-control', 'no-store').send(`${size}\n`);
}

/** Whether what was asked for is proof of two histories, whoever sent it; else anybody may have made it up. */
function contradicts(answer: Extract<WitnessAnswer, { checkpoint: unknown }>): boolean {
  return answer.kind === 'forked' || (answer.kind === 'not-consistent' && answer.proven);
}

function told({ kind, checkpoint }: Extract<WitnessAnswer, { checkpoint: unknown }>) {
  const { origin, size, note } = checkpoint;
  return kind === 'cosigned' ? { origin, size } : { kind, origin, size, note };
}
