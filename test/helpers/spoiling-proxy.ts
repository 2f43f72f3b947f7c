import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Test } from 'tap';

/** What becomes of a bag on its way: it ends after so many bytes, or one byte is another one. */
export type SpoilBag =
  | { readonly kind: 'cut'; readonly after: number }
  | { readonly kind: 'flip'; readonly at: number };

/** Stands between a laptop and a service, and spoils every bag that is fetched; all else passes as it is. */
export async function startSpoilingProxy(t: Test, service: string, spoil: SpoilBag): Promise<string> {
  const server = createServer((asked, reply) => {
    const target = new URL(asked.url ?? '/', service);
    const upstream = request(target, { method: asked.method, headers: asked.headers }, answer => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      let passed = 0;
      answer.on('data', (part: Buffer) => {
        const spoilt = target.pathname.endsWith('/bag') ? spoiled(part, passed, spoil) : part;
        passed += part.length;
        reply.write(spoilt);
        if (spoilt.length < part.length) reply.destroy();
      });
      answer.on('end', () => reply.end());
    });
    upstream.on('error', () => reply.destroy());
    asked.pipe(upstream);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** @param passed bytes that went before */
function spoiled(part: Buffer, passed: number, spoil: SpoilBag): Buffer {
  if (spoil.kind === 'cut') return part.subarray(0, Math.max(0, spoil.after - passed));
  const at = spoil.at - passed;
  if (at < 0 || at >= part.length) return part;
  const other = Buffer.from(part);
  other[at] = (part[at] ?? 0) ^ 1;
  return other;
}
