import { PassThrough } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseUnavailable } from '../../store/database.js';
import { languageOf } from '../problem/language.js';
import { Problem } from '../problem/problem.js';
import { problemDocument } from '../problem/send-problem.js';

/** Pictures and volumes that were printed, of how many. */
export type TellProgress = (progress: { readonly done: number; readonly total: number }) => void;

export const linesOfJson = 'application/x-ndjson';

/** A connection on which nothing passes is cut off, by this service after two minutes. */
const beatMs = 15_000;

/** Does whoever asks want to be told while it is made? */
export function wantsLines({ headers }: FastifyRequest): boolean {
  return (headers.accept ?? '').toLowerCase().includes(linesOfJson);
}

/**
 * Answers by lines of JSON while something is built: `{"done": 3, "total": 40}` as it goes on, empty lines in between,
 * and at the end `{"dossier": …}` or `{"problem": …}` (RFC 9457). Without a last line it is not known what became of it.
 */
export function tellBuilding(
  request: FastifyRequest,
  reply: FastifyReply,
  build: (tell: TellProgress) => Promise<unknown>,
): FastifyReply {
  const lines = new PassThrough();
  const write = (line: string) => {
    if (!lines.destroyed) lines.write(`${line}\n`);
  };
  const beat = setInterval(() => write(''), beatMs);
  void build(progress => write(JSON.stringify(progress)))
    .then(
      dossier => ({ dossier }),
      (error: unknown) => ({ problem: documentOf(error, request) }),
    )
    .then(last => {
      clearInterval(beat);
      write(JSON.stringify(last));
      lines.end();
    });
  return reply.status(200).type(linesOfJson).header('cache-control', 'no-store').send(lines);
}

function documentOf(error: unknown, request: FastifyRequest) {
  const language = languageOf(request);
  const requestId = request.id;
  if (error instanceof Problem) return problemDocument(error.code, language, { ...error.members, requestId });
  if (isDatabaseUnavailable(error))
    return problemDocument('unavailable', language, { reason: 'database', requestId });
  request.log.error(error);
  return problemDocument('fault', language, { requestId });
}
