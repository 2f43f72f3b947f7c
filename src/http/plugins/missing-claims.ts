import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { Counter } from 'prom-client';
import type { EventView } from '../../store/readers/read-history.js';

declare module 'fastify' {
  interface FastifyRequest {
    noteMissing(events: readonly EventView[]): void;
  }
}

/** Withheld claims that are gone though no act erased them: somebody's hand was on the table, or the disk lost them. */
export const missingClaims = fp(
  async (app: FastifyInstance) => {
    const found = new Counter({
      name: 'scelle_missing_claims_total',
      help: 'Withheld claims found missing without an act that erased them, each time they were read',
      registers: [app.metrics],
    });
    app.decorateRequest('noteMissing', function (this: FastifyRequest, events: readonly EventView[]) {
      const missing = events.flatMap(({ eventId, claims }) =>
        claims.flatMap(({ status, digest }) => (status === 'missing' ? [{ eventId, digest }] : [])),
      );
      if (missing.length === 0) return;
      found.inc(missing.length);
      this.log.error({ missing }, 'withheld claims are missing that no act has erased');
    });
  },
  { name: 'missing-claims', dependencies: ['metrics'] },
);
