import { Transform } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { Problem, Unavailable } from '../problem/problem.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body goes to the disk as it comes, and is bounded there. */
    readonly bodyStreamed?: true;
  }
}

export interface BodyLimits {
  /** Bytes of bodies that one process holds until they are answered. */
  readonly bodiesBytes: number;
  /** Of these, bytes from one address. */
  readonly bodiesBytesOfAddress: number;
  /**
   * A body that announces itself as at most so large is not counted: a session, an act or two find their way in when
   * large ones fill what there is. The number of connections bounds them.
   */
  readonly smallBodyBytes: number;
  /** Seconds in which a body has to be there. */
  readonly bodySeconds: number;
}

/**
 * Bodies that are read whole lie outside the JavaScript heap until they are answered, and whoever sends them slowly
 * needs no session: they are counted as they come, and one that does not come in time is given up.
 */
export const bodyBudget = fp<{ readonly limits: BodyLimits }>(
  async (app: FastifyInstance, { limits }) => {
    const held = new HeldBytes(limits);
    app.addHook('preParsing', async (request, reply, payload) => {
      if (request.routeOptions.config.bodyStreamed === true || !isRead(request)) return payload;
      const body = held.body(networkOf(request.ip), isSmall(request, limits.smallBodyBytes));
      const counted = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          const excess = body.count(chunk.length);
          done(excess, chunk);
        },
      });
      const late = setTimeout(
        () => counted.destroy(new Problem('request-timeout')),
        limits.bodySeconds * 1000,
      );
      counted.once('close', () => clearTimeout(late));
      for (const over of ['finish', 'close'])
        reply.raw.once(over, () => {
          clearTimeout(late);
          body.release();
          // What comes after the answer is thrown away by the server, and counts for nobody.
          payload.unpipe(counted);
        });
      // What is left of the body is not read: the connection is of no more use.
      counted.once('error', () => reply.header('connection', 'close'));
      payload.once('error', error => counted.destroy(error));
      return payload.pipe(counted);
    });
  },
  { name: 'body-budget', dependencies: ['problems'] },
);

/** There is a body, and none that announces itself as too large: that is refused unread. */
function isRead({ headers, routeOptions: { bodyLimit } }: FastifyRequest): boolean {
  const announced = Number(headers['content-length'] ?? 0);
  return headers['transfer-encoding'] !== undefined || (announced > 0 && announced <= (bodyLimit ?? 0));
}

function isSmall({ headers }: FastifyRequest, smallBodyBytes: number): boolean {
  const announced = Number(headers['content-length'] ?? Number.NaN);
  return headers['transfer-encoding'] === undefined && announced <= smallBodyBytes;
}

/** Whoever has one address of IPv6 has a network of them, 64 bits wide. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [before = '', after] = address.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array.from({ length: zeros }, () => '0'), ...tail].slice(0, 4).join(':');
}

class HeldBytes {
  readonly #limits: BodyLimits;
  readonly #ofAddress = new Map<string, number>();
  #all = 0;

  constructor(limits: BodyLimits) {
    this.#limits = limits;
  }

  /** @param free its bytes are not counted */
  body(address: string, free: boolean) {
    let bytes = 0;
    let isReleased = free;
    return {
      /** Null, or why no more of it is taken. */
      count: (more: number): Problem | Unavailable | null => {
        if (isReleased) return null;
        const { bodiesBytes, bodiesBytesOfAddress } = this.#limits;
        if ((this.#ofAddress.get(address) ?? 0) + more > bodiesBytesOfAddress) {
          return new Problem('too-many-requests');
        }
        if (this.#all + more > bodiesBytes) return new Unavailable('overloaded');
        bytes += more;
        this.#add(address, more);
        return null;
      },
      release: () => {
        this.#add(address, -bytes);
        bytes = 0;
        isReleased = true;
      },
    };
  }

  #add(address: string, bytes: number): void {
    this.#all += bytes;
    const left = (this.#ofAddress.get(address) ?? 0) + bytes;
    if (left > 0) this.#ofAddress.set(address, left);
    else this.#ofAddress.delete(address);
  }
}
