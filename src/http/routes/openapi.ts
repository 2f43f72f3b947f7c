import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { words } from '../../custody/schema/described.js';
import { describeOperation, json } from '../schemas/operation.js';

const OpenApi = Type.Object(
  {
    openapi: Type.Literal('3.1.0'),
    info: Type.Object({}, { additionalProperties: true, ...words('About the interface', "L'interface") }),
    paths: Type.Object({}, { additionalProperties: true, ...words('Its operations', 'Ses opérations') }),
  },
  {
    title: 'OpenApi',
    additionalProperties: true,
    ...words('An OpenAPI 3.1 document', 'Un document OpenAPI 3.1'),
  },
);

/** `GET /openapi.json`: what this service offers, made from its routes. */
export const openapiRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/openapi.json',
    {
      schema: describeOperation({
        id: 'getOpenApi',
        tag: 'Operations',
        summary: 'This document',
        description: 'Made from the routes themselves, so that it cannot differ from them.',
        session: 'none',
        answers: {
          200: {
            description: 'OpenAPI 3.1',
            ...json(OpenApi, { openapi: '3.1.0', info: { title: 'Scellé', version: '0.1.0' }, paths: {} }),
          },
        },
        problems: [],
      }),
    },
    async (_request, reply) => reply.header('cache-control', 'public, no-cache').send(app.swagger()),
  );
};
