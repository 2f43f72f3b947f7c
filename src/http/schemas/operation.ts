import type { FastifySchema } from 'fastify';
import type { TSchema } from 'typebox';
import type { ProblemCode } from '../problem/problem.js';
import { problemResponses } from './problem.js';

export interface Operation extends Pick<FastifySchema, 'body' | 'querystring' | 'params' | 'headers'> {
  /** Name of the operation in generated clients. */
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  /** Is a session needed? Written beside the route, never guessed from its address. */
  readonly session: 'required' | 'optional' | 'none' | 'metrics-token';
  readonly answers: Readonly<Record<number, unknown>>;
  readonly problems: readonly ProblemCode[];
}

/** The schema of a route: what is checked and what the OpenAPI document says, in one value. */
export function describeOperation<const O extends Operation>(operation: O) {
  const { id, tag, summary, description, session, answers, problems, ...checked } = operation;
  const security = {
    required: [{ session: [] }],
    optional: [{}, { session: [] }],
    none: [],
    'metrics-token': [{ metrics: [] }],
  }[session];
  const own: readonly ProblemCode[] = [
    ...(session === 'required' ? (['unauthenticated', 'purpose-required'] as const) : []),
    ...(operation.params === undefined ? [] : (['address-too-long'] as const)),
    ...problems,
  ];
  return {
    ...(checked as Omit<O, Exclude<keyof Operation, keyof FastifySchema>>),
    operationId: id,
    tags: [tag],
    summary,
    description,
    security,
    response: { ...answers, ...problemResponses(...own) },
  };
}

/** An answer in JSON, as OpenAPI wants it. */
export function json(schema: TSchema, example?: unknown) {
  return { content: { 'application/json': { schema, ...(example === undefined ? {} : { example }) } } };
}
