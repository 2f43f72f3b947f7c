import { connect, createServer, type Socket } from 'node:net';
import type { Test } from 'tap';

/** Where the connection to the database breaks: at the statement that contains `statement`. */
export interface Break {
  readonly statement: string;
  /** `before`: the server never gets it; `after`: it is carried out, and the answer is lost. */
  readonly when: 'before' | 'after';
}

/** A way to the database that breaks where it is told to, once. */
export interface FaultProxy {
  readonly url: string;
  arm(fault: Break): void;
  /** Whether the armed fault has happened. */
  broke(): boolean;
}

/** ReadyForQuery of PostgreSQL's protocol, without its last byte: the answer to a statement is whole. */
const ready = Buffer.from([0x5a, 0, 0, 0, 5]);

/** Stands between a test and the server at `url`; what it breaks, it breaks as a network does. */
export async function createFaultProxy(t: Test, url: string): Promise<FaultProxy> {
  const target = new URL(url);
  let armed: Break | undefined;
  let broke = false;
  const server = createServer(client => {
    const upstream = connect(Number(target.port), target.hostname);
    const cut = () => {
      broke = true;
      client.destroy();
      upstream.destroy();
    };
    let answerIsLost = false;
    client.on('data', (data: Buffer) => {
      const hit = armed !== undefined && data.includes(armed.statement) ? armed : undefined;
      if (hit !== undefined) armed = undefined;
      if (hit?.when === 'before') return cut();
      if (hit?.when === 'after') answerIsLost = true;
      upstream.write(data);
    });
    upstream.on('data', (data: Buffer) => {
      if (!answerIsLost) client.write(data);
      else if (data.subarray(-6, -1).equals(ready)) cut();
    });
    endTogether(client, upstream);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => new Promise(resolve => server.close(resolve)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy does not listen');
  const proxied = new URL(url);
  proxied.hostname = '127.0.0.1';
  proxied.port = String(address.port);
  return {
    url: proxied.toString(),
    arm(fault) {
      armed = fault;
      broke = false;
    },
    broke: () => broke,
  };
}

function endTogether(one: Socket, other: Socket): void {
  for (const [socket, peer] of [
    [one, other],
    [other, one],
  ] as const) {
    socket.on('error', () => peer.destroy());
    socket.on('close', () => peer.destroy());
  }
}
