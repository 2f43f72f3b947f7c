import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { Problem } from '../problem/problem.js';

const json = /^application\/json\b/i;
const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i;

/**
 * What bodies may be written in: JSON is UTF-8 (RFC 8259 section 8.1), and nothing is compressed. A body that says
 * otherwise is refused rather than read as what it does not claim to be.
 */
export const mediaTypes = fp(
  async (app: FastifyInstance) => {
    // Only JSON is read; a text would be parsed as nothing.
    app.removeContentTypeParser('text/plain');
    app.addHook('onRequest', async ({ headers }) => {
      const { 'content-encoding': coding = 'identity', 'content-type': type = '' } = headers;
      const named = json.test(type) ? charset.exec(type)?.[1] : undefined;
      const readable = coding.toLowerCase() === 'identity' && (named ?? 'utf-8').toLowerCase() === 'utf-8';
      if (!readable) throw new Problem('media-type');
    });
  },
  { name: 'media-types' },
);
