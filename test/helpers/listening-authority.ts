import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Test } from 'tap';
import type { TestAuthority } from './time-stamp-authority.js';

export interface ListeningAuthority {
  readonly url: string;
  /** Queries that came. */
  readonly asked: Uint8Array[];
  /** What it answers instead of a token; undefined: it does its work. */
  instead: { readonly status: number; readonly body: Uint8Array } | 'silence' | undefined;
}

/** A time-stamp authority over HTTP (RFC 3161 section 3.4). */
export async function listenAsAuthority(t: Test, authority: TestAuthority): Promise<ListeningAuthority> {
  const asked: Uint8Array[] = [];
  const server = createServer(async (request, response) => {
    const query = new Uint8Array(await buffer(request));
    asked.push(query);
    if (listening.instead === 'silence') return void request.socket.destroy();
    const { status, body } = listening.instead ?? { status: 200, body: await authority.answer(query) };
    response.writeHead(status, { 'content-type': 'application/timestamp-reply' }).end(body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => new Promise(resolve => server.close(resolve)));
  const { port } = server.address() as AddressInfo;
  const listening: ListeningAuthority = { url: `http://127.0.0.1:${port}/`, asked, instead: undefined };
  return listening;
}
