import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, RouteOptions } from 'fastify';
import type { Test } from 'tap';
import { buildApp } from '../../src/http/app.js';
import type { OpenLog } from '../../src/store/open-log.js';

export interface RegisteredRoute {
  readonly method: string;
  /** As it was registered, e.g. `/v1/evidence/:id`. */
  readonly url: string;
  readonly schema: RouteOptions['schema'];
}

/** Every route of the service, as Fastify itself was told of it: none can be forgotten. */
export async function registeredRoutes(t: Test, log: OpenLog): Promise<readonly RegisteredRoute[]> {
  const routes: RegisteredRoute[] = [];
  const watch = (message: unknown) => {
    const { fastify } = message as { readonly fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url, schema }) => {
      for (const one of [method].flat()) routes.push({ method: one, url, schema });
    });
  };
  subscribe('fastify.initialization', watch);
  try {
    const app = await buildApp({ log, logger: false });
    t.teardown(() => app.close());
    await app.ready();
  } finally {
    unsubscribe('fastify.initialization', watch);
  }
  return routes;
}
