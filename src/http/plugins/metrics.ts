import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { Histogram, Registry } from 'prom-client';
import type { OpenLog } from '../../store/open-log.js';
import type { OutsideStanding } from '../../store/outside-standing.js';
import { registerLogMetrics } from '../metrics/log-metrics.js';
import { registerOutsideMetrics } from '../metrics/outside-metrics.js';
import { registerWitnessMetrics, type WatchedWitness } from '../metrics/witness-metrics.js';

declare module 'fastify' {
  interface FastifyInstance {
    metrics: Registry;
  }
}

/** From a check of health to a group commit on a slow disk, and an upload over a bad link. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600];

interface MetricsParts {
  readonly log: OpenLog;
  readonly witnesses: () => readonly WatchedWitness[];
  readonly outside: () => OutsideStanding | null;
}

/** Counts and times every request under the pattern of its route, never under its address. */
export const metrics = fp<MetricsParts>(
  async (app: FastifyInstance, { log, witnesses, outside }) => {
    const registry = new Registry();
    const requests = new Histogram({
      name: 'scelle_http_request_duration_seconds',
      help: 'Requests by route and status; POST /v1/events is the time to a receipt',
      labelNames: ['method', 'route', 'status'],
      buckets,
      registers: [registry],
    });
    registerLogMetrics(registry, log);
    registerWitnessMetrics(registry, witnesses);
    registerOutsideMetrics(registry, outside);
    app.decorate('metrics', registry);
    app.addHook('onResponse', async (request, reply) => {
      const { url: route, method } = request.routeOptions;
      // What matched no route may have any method and address.
      const labels =
        route === undefined ? { method: 'none', route: 'none' } : { method: String(method), route };
      requests.observe({ ...labels, status: reply.statusCode }, reply.elapsedTime / 1000);
    });
  },
  { name: 'metrics' },
);
