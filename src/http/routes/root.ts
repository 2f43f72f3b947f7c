import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { words } from '../../custody/schema/described.js';
import { describeOperation, json } from '../schemas/operation.js';

const Root = Type.Object(
  {
    openapi: Type.String({
      ...words('The OpenAPI document', 'Le document OpenAPI'),
      examples: ['/openapi.json'],
    }),
    docs: Type.String({ ...words('The same as pages', 'Le même, en pages'), examples: ['/docs'] }),
    problems: Type.String({
      ...words('Every code in words', 'Chaque code, en clair'),
      examples: ['/problems'],
    }),
    operations: Type.Array(
      Type.Object({
        method: Type.String({ ...words('Method', 'Méthode'), examples: ['GET'] }),
        path: Type.String({ ...words('Address', 'Adresse'), examples: ['/v1/evidence'] }),
        operationId: Type.String({ ...words('Name', 'Nom'), examples: ['listEvidence'] }),
        summary: Type.String({
          ...words('What it does', 'Ce que cela fait'),
          examples: ['List: evidence items'],
        }),
      }),
      words('What there is under /v1', "Ce qu'il y a sous /v1"),
    ),
  },
  { title: 'Root', ...words('Where to go from here', 'Où aller à partir d’ici') },
);

/** What there is, for whoever has only the address of the service: as pages at `/`, as JSON at `/v1`. */
export const rootRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/docs'));
  app.get(
    '/v1',
    {
      schema: describeOperation({
        id: 'getRoot',
        tag: 'Operations',
        summary: 'What there is',
        description: 'Every operation under /v1, and where the interface is described.',
        session: 'none',
        answers: { 200: { description: 'Operations', ...json(Root) } },
        problems: [],
      }),
    },
    async (_request, reply) =>
      reply.header('cache-control', 'public, no-cache').send({
        openapi: '/openapi.json',
        docs: '/docs',
        problems: '/problems',
        operations: app.routeIndex.operations.filter(({ path }) => path.startsWith('/v1')),
      }),
  );
};
