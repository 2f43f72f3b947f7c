import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { Resource } from '../../custody/sop/document.js';
import { subjectKind } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { isKind, resourceOfKind } from '../../store/readers/matrix.js';
import { Problem } from '../problem/problem.js';

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
    app.decorateRequest('logRead', async function now(this: FastifyRequest, subjects: readonly string[]) {
      if (await owesPurpose(log, this, subjects)) throw new Problem('purpose-required');
      await write(log, this, subjects, '200');
    });
    app.addHook('onSend', async (request, reply, payload) => {
      const subjects = request.subjectsRead;
      if (subjects === null || reply.statusCode >= 500) return payload;
      request.subjectsRead = null;
      const owed = reply.statusCode < 400 && (await owesPurpose(log, request, subjects));
      try {
        await write(log, request, subjects, owed ? '403' : String(reply.statusCode));
        if (owed) throw new Problem('purpose-required');
      } catch (error) {
        withhold(reply, payload);
        throw error;
      }
      return payload;
    });
  },
  { name: 'access-log', dependencies: ['sessions'] },
);

/** Kinds of what is read that are no subjects of the log, and the resource that grants them. */
const otherKinds: Readonly<Record<string, Resource>> = { event: 'events', file: 'files' };

/** Does the procedure ask why something of this is read, and the reader has not said so? */
async function owesPurpose(
  log: OpenLog,
  request: FastifyRequest,
  subjects: readonly string[],
): Promise<boolean> {
  if (request.readerFound === null || subjects.length === 0 || purposeOf(request) !== null) return false;
  const { resources = [] } = (await log.sop()).document.purpose ?? {};
  return subjects.some(subject => {
    const kind = subjectKind(subject);
    const resource = isKind(kind) ? resourceOfKind(kind) : otherKinds[kind];
    return resource !== undefined && resources.includes(resource);
  });
}

/** What headers would tell of an answer that is not given. */
const telling = [
  ...['etag', 'link', 'location', 'accept-ranges', 'upload-length', 'upload-offset'],
  ...['content-length', 'content-range', 'content-disposition', 'content-language'],
];

function withhold(reply: FastifyReply, payload: unknown): void {
  // The bytes of a file that nobody gets after all.
  if (payload instanceof Readable) payload.destroy();
  for (const name of telling) reply.removeHeader(name);
}

async function write(
  { accessLog, now }: OpenLog,
  request: FastifyRequest,
  subjects: readonly string[],
  result: string,
): Promise<void> {
  const reader = request.readerFound;
  await accessLog.add({
    at: now(),
    officer: reader?.officer ?? null,
    roles: reader?.roles ?? [],
    resource: resourceOf(request),
    subjects,
    purpose: purposeOf(request),
    result,
  });
}

/** Members of every list, which tell nothing of what was looked for. */
const ofEveryList = ['limit', 'after'];

/**
 * Route, and which of its filters were set: a list that shows nothing may still count. Never the values searched for,
 * nor a name that the route does not know: it may hold anything.
 */
function resourceOf({ method, routeOptions: { url = '', schema }, query }: FastifyRequest): string {
  const { properties = {} } = (schema?.querystring ?? {}) as { readonly properties?: object };
  const names = Object.keys(properties).filter(
    name => Object.hasOwn(query as object, name) && !ofEveryList.includes(name),
  );
  return `${method} ${url}${names.length === 0 ? '' : `?${names.sort().join('&')}`}`;
}

function purposeOf({ headers }: FastifyRequest): string | null {
  const purpose = headers[purposeHeader];
  if (typeof purpose !== 'string') return null;
  const printable = purpose.replaceAll(/[^\x20-\x7e\u00a0-\uffff]/g, ' ').trim();
  return printable === '' ? null : printable.slice(0, longestPurpose);
}
