import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

/**
 * ETag and If-None-Match (RFC 9110 section 13.1.2) for what is read under /v1. The tag is a hash of the answer
 * as this reader gets it, so that it tells nothing the answer does not. What is no such answer is kept nowhere; so
 * are, by their routes, answers that may hold a withheld claim, a salt or a whole state.
 */
export const conditional = fp(
  async (app: FastifyInstance) => {
    app.addHook('onSend', async (request, reply, payload) => {
      const read = request.method === 'GET' || request.method === 'HEAD';
      if (!read || reply.statusCode !== 200 || typeof payload !== 'string') {
        if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
        return payload;
      }
      const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
      reply.header('etag', tag);
      if (!reply.hasHeader('cache-control')) {
        reply.headers({ 'cache-control': 'private, no-cache', vary: 'Authorization, Accept-Language' });
      }
      if (!matchesTag(request.headers['if-none-match'], tag)) return payload;
      reply.status(304).removeHeader('content-length').removeHeader('content-type');
      return '';
    });
  },
  { name: 'conditional', dependencies: ['access-log'] },
);

/** Weak comparison: a tag that came back through a proxy may have become weak. */
export function matchesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',', 50).some(candidate => candidate.trim().replace(/^W\//, '') === tag);
}
