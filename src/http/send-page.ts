import type { FastifyReply, FastifyRequest } from 'fastify';
import { cursorOf } from './schemas/page.js';

/** A page with the cursor of the next one, as a member and as a Link header (RFC 8288). */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: {
    readonly items: readonly unknown[];
    readonly next: number | string | null;
    readonly total?: number;
    readonly anchored?: unknown;
  },
): FastifyReply {
  const next = page.next === null ? null : cursorOf(page.next);
  if (next !== null) {
    const url = new URL(request.url, 'http://service.invalid');
    url.searchParams.set('after', next);
    reply.header('link', `<${url.pathname}${url.search}>; rel="next"`);
  }
  return reply.send({ ...page, next });
}
