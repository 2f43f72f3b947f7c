import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { openApiPath } from '../openapi/openapi-path.js';

/** One operation of the service, for whoever finds his way from `/v1`. */
export interface ListedOperation {
  readonly method: string;
  /** As the OpenAPI document writes it, e.g. `/v1/evidence/{id}`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
}

export interface RouteIndex {
  readonly operations: readonly ListedOperation[];
  /** Methods that an address takes, sorted; none where there is no such address. */
  methodsAt(path: string): readonly string[];
}

declare module 'fastify' {
  interface FastifyInstance {
    routeIndex: RouteIndex;
  }
}

interface Pattern {
  readonly method: string;
  readonly matches: RegExp;
}

/** What routes there are, as they were registered: for `Allow`, `OPTIONS` and the list at `/v1`. */
export const routeIndex = fp(
  async (app: FastifyInstance) => {
    const operations: ListedOperation[] = [];
    const patterns: Pattern[] = [];
    app.addHook('onRoute', ({ method, url, schema }) => {
      const matches = new RegExp(
        `^${url.replaceAll(/[.?]/g, '\\$&').replaceAll('*', '.*').replaceAll(/:\w+/g, '[^/]+')}$`,
      );
      for (const one of [method].flat()) patterns.push({ method: one, matches });
      const { operationId, summary } = (schema ?? {}) as Partial<ListedOperation>;
      if (operationId === undefined || summary === undefined || method === 'HEAD') return;
      const path = openApiPath(url);
      for (const one of [method].flat()) operations.push({ method: one, path, operationId, summary });
    });
    app.decorate('routeIndex', {
      operations,
      methodsAt(path: string): readonly string[] {
        const found = patterns.filter(({ matches }) => matches.test(path)).map(({ method }) => method);
        return found.length === 0 ? [] : [...new Set([...found, 'OPTIONS'])].sort();
      },
    });
  },
  { name: 'route-index' },
);
