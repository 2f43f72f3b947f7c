import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { signSessionAssertion } from '../../src/log/index.js';
import type { TestStage } from './test-stage.js';

export type Get = (
  url: string,
  headers?: Readonly<Record<string, string>>,
) => Promise<LightMyRequestResponse>;

/** A session of one officer of the cast, opened as his device would. */
export async function openTestSession({ app, stage, clock }: TestStage, name: string): Promise<string> {
  const nonces = await app.inject({ method: 'POST', url: '/v1/sessions/nonces', payload: {} });
  const { nonce } = nonces.json<{ nonce: string }>();
  const { officer, signer } = stage.officer(name);
  const signed = { log: stage.origin, officer, nonce, at: clock.now };
  const assertion = await signSessionAssertion(signed, signer);
  const answer = await app.inject({ method: 'POST', url: '/v1/sessions', payload: { assertion } });
  if (answer.statusCode !== 201) throw new Error(`no session for ${name}: ${answer.body}`);
  return answer.json<{ accessToken: string }>().accessToken;
}

/** Reads as one officer of the cast. */
export async function readAs(testStage: TestStage, name: string): Promise<Get> {
  const token = await openTestSession(testStage, name);
  return (url, headers = {}) =>
    testStage.app.inject({ url, headers: { authorization: `Bearer ${token}`, ...headers } });
}

/** Posts JSON, with a token where one is given. */
export function post(
  app: FastifyInstance,
  url: string,
  payload: NonNullable<InjectOptions['payload']>,
  headers: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> {
  return app.inject({ method: 'POST', url, payload, headers });
}
