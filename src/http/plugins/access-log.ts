import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { logAccess } from '../../store/access-log.js';
import type { OpenLog } from '../../store/open-log.js';

/** Why somebody reads, in his own words: kept with the entry. */
const purposeHeader = 'read-purpose';
const longestPurpose = 300;

declare module 'fastify' {
  interface FastifyRequest {
    /** Subjects that the answer shows, or that were asked for in vain. */
    noteRead(subjects: readonly string[]): void;
    subjectsRead: readonly string[] | null;
    /** Logs what an answer that goes on shows next; to be awaited before it is shown. */
    logRead(subjects: readonly string[]): Promise<void>;
  }
}

/**
 * Reads are logged before their answer leaves: an answer that could not be logged is not given (503). A crash
 * between the two leaves an entry for what was not read, never the reverse.
 */
export const accessLog = fp<{ readonly log: OpenLog }>(
  async (app: FastifyInstance, { log }) => {
    app.decorateRequest('subjectsRead', null);
    app.decorateRequest('noteRead', function note(this: FastifyRequest, subjects: readonly string[]) {
      this.subjectsRead = subjects;
    });
    app.decorateRequest('logRead', function now(this: FastifyRequest, subjects: readonly string[]) {
      return write(log, this, subjects, '200');
    });
    app.addHook('onSend', async (request, reply, payload) => {
      const subjects = request.subjectsRead;
      if (subjects === null || reply.statusCode >= 500) return payload;
      request.subjectsRead = null;
      await write(log, request, subjects, String(reply.statusCode));
      return payload;
    });
  },
  { name: 'access-log', dependencies: ['sessions'] },
);

async function write(
  { db, now }: OpenLog,
  request: FastifyRequest,
  subjects: readonly string[],
  result: string,
): Promise<void> {
  const reader = await request.findReader();
  await logAccess(db, {
    at: new Date(now()),
    officer: reader?.officer ?? null,
    roles: reader?.roles ?? [],
    resource: `${request.method} ${request.routeOptions.url ?? ''}`,
    subjects,
    purpose: purposeOf(request),
    result,
  });
}

function purposeOf({ headers }: FastifyRequest): string | null {
  const purpose = headers[purposeHeader];
  if (typeof purpose !== 'string') return null;
  const printable = purpose.replaceAll(/[^\x20-\x7e\u00a0-\uffff]/g, ' ').trim();
  return printable === '' ? null : printable.slice(0, longestPurpose);
}
