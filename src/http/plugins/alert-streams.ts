import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { type AlertPace, AlertStreams } from '../alerts/alert-streams.js';

declare module 'fastify' {
  interface FastifyInstance {
    readonly alertStreams: AlertStreams;
  }
}

/** Streams of alerts: woken by what is appended or uploaded here, ended before the service stops. */
export const alertStreams = fp<{ readonly pace: AlertPace }>(
  async (app: FastifyInstance, { pace }) => {
    const streams = new AlertStreams(pace, app.log);
    app.decorate('alertStreams', streams);
    app.addHook('onResponse', async (request, reply) => {
      if (request.method !== 'GET' && reply.statusCode < 300) streams.wake();
    });
    app.addHook('preClose', async () => streams.stop());
  },
  { name: 'alert-streams' },
);
