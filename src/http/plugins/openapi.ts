import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { finishDocument } from '../openapi/finish-document.js';
import { information, securitySchemes, servers } from '../openapi/information.js';

/** Collects the routes that are registered after it; the document is built when somebody first asks for it. */
export const openapi = fp(
  async (app: FastifyInstance) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: { ...information, license: { ...information.license } },
        servers: [...servers],
        components: { securitySchemes },
      },
      transformObject: collected => finishDocument(collected) as object,
    });
  },
  { name: 'openapi' },
);
