import { getHeapStatistics } from 'node:v8';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { AllowanceLimits } from '../files/upload-allowance.js';
import type { BodyLimits } from './body-budget.js';

export interface Limits extends AllowanceLimits, BodyLimits {
  /** Requests of one address in a minute. A relay may deliver for many officers. */
  readonly requestsPerMinute: number;
  /** Attempts of one address in a minute to open a session: each costs a signature check. */
  readonly sessionsPerMinute: number;
  /** Largest body in bytes; files are streamed and have a limit of their own. */
  readonly bodyBytes: number;
  /** Largest file in bytes. */
  readonly fileBytes: number;
  /**
   * Share of the heap beyond which new requests are turned away with 503: large batches that wait are what fills
   * it. The load itself is bounded by the appender's queue; the delay of the event loop is no measure on a machine
   * whose processors others use too.
   */
  readonly heapShare: number;
  /** Bytes beside the heap (buffers, code, stacks) beyond which new requests are turned away with 503. */
  readonly bytesBesideHeap: number;
  /** Connections of one process; one more is closed at once. */
  readonly connections: number;
}

/** A whole batch of 1,000 events of 64 KiB with disclosures does not fit: that is what several batches are for. */
export const usualLimits: Limits = {
  requestsPerMinute: 60_000,
  sessionsPerMinute: 600,
  bodyBytes: 32 * 1024 * 1024,
  fileBytes: 64 * 1024 ** 3,
  heapShare: 0.9,
  bytesBesideHeap: 1024 ** 3,
  connections: 4096,
  bodiesBytes: 512 * 1024 ** 2,
  bodiesBytesOfAddress: 48 * 1024 ** 2,
  smallBodyBytes: 16 * 1024,
  bodySeconds: 300,
  uploadBytesPerDay: 256 * 1024 ** 3,
  uploadsAtOnce: 16,
};

/** What a sender may ask of the service, and what a browser may do with its answers: nothing. */
export const limits = fp<{ readonly limits: Limits }>(
  async (
    app: FastifyInstance,
    { limits: { requestsPerMinute, heapShare, bytesBesideHeap, connections } },
  ) => {
    app.server.maxConnections = connections;
    await app.register(helmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
      },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      referrerPolicy: { policy: 'no-referrer' },
    });
    await app.register(rateLimit, { max: requestsPerMinute, timeWindow: 60_000 });
    const heap = getHeapStatistics().heap_size_limit;
    await app.register(underPressure, {
      maxHeapUsedBytes: heap * heapShare,
      maxRssBytes: heap + bytesBesideHeap,
      retryAfter: 5,
      exposeStatusRoute: false,
    });
  },
  { name: 'limits' },
);
