import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

const shared = { removeAdditional: false, useDefaults: false, allErrors: false, strict: false } as const;

/** A body is taken as it is or refused: nothing is coerced, filled in or dropped. */
const bodies = formats.default(new Ajv2020({ ...shared, coerceTypes: false, discriminator: true }));
/** In an address and its headers everything is text; a repeated parameter is a list. */
const texts = formats.default(new Ajv2020({ ...shared, coerceTypes: 'array' }));

/**
 * How requests are checked, and answers written: answers go out as they were made, because a schema that cuts
 * off what it does not know would hide a mistake. That they follow their schemas is for the tests to show.
 */
export const validation = fp(
  async (app: FastifyInstance) => {
    app.setValidatorCompiler(({ schema, httpPart }) =>
      (httpPart === 'body' ? bodies : texts).compile(schema),
    );
    app.setSerializerCompiler(() => data => JSON.stringify(data));
  },
  { name: 'validation' },
);
