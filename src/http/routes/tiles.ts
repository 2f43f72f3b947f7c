import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { words } from '../../custody/schema/described.js';
import { parseTilePath } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { readServedTile } from '../../store/readers/served-tile.js';
import { Problem } from '../problem/problem.js';
import { describeOperation } from '../schemas/operation.js';

const TileParameters = Type.Object(
  {
    '*': Type.String({
      ...words('`<L>/<N>[.p/<W>]`, as C2SP tlog-tiles writes it', '`<L>/<N>[.p/<W>]`, selon C2SP tlog-tiles'),
      examples: ['0/000.p/12'],
    }),
  },
  { additionalProperties: false },
);

/** C2SP tlog-tiles: hashes and nothing else, so anybody may follow the log, and any cache may keep them for ever. */
export const tileRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (app, { log }) => {
  app.get(
    '/v1/log/tile/*',
    {
      schema: describeOperation({
        id: 'getTile',
        tag: 'Log',
        summary: 'A tile of the Merkle tree',
        description:
          'C2SP tlog-tiles (log format, section 6): up to 256 hashes of 32 bytes. There are tiles of trees under the last signed checkpoint only, partial ones in every width they ever had.',
        session: 'none',
        params: TileParameters,
        answers: {
          200: {
            description: 'The hashes, joined',
            content: {
              'application/octet-stream': {
                schema: Type.String({
                  ...words('Hashes of 32 bytes', 'Empreintes de 32 octets'),
                  contentEncoding: 'binary',
                }),
                example: '(32 to 8,192 bytes)',
              },
            },
          },
        },
        problems: ['not-found', 'unavailable'],
      }),
    },
    async ({ params }, reply) => {
      const tile = parseTilePath(`tile/${params['*']}`);
      const hashes = tile && (await readServedTile(log, tile));
      if (hashes === undefined) throw new Problem('not-found');
      return reply
        .type('application/octet-stream')
        .headers({
          'cache-control': 'public, max-age=31536000, immutable',
          'access-control-allow-origin': '*',
          'cross-origin-resource-policy': 'cross-origin',
        })
        .send(Buffer.from(hashes.buffer, hashes.byteOffset, hashes.length));
    },
  );
};
