import {
  type Algorithm,
  base64urlText,
  createSigner,
  type EventPayload,
  generatePrivateJwk,
  type JsonObject,
  type PublicKey,
  parsePublicJwk,
  type SignedEvent,
  type Signer,
  sha256,
  signEvent,
  u64Bytes,
} from '../../src/log/index.js';

export const TEST_ORIGIN = 'demo.example/ABCDEFGHIJKLMNOPQRSTUV';

export interface TestOfficer {
  readonly officer: string;
  readonly signer: Signer;
  readonly key: PublicKey;
}

/** A UUID from a small number. */
export function testUuid(number: number): string {
  return `0192f3a0-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

export async function createTestOfficer(number: number, alg: Algorithm = 'ES256'): Promise<TestOfficer> {
  const { d, ...jwk } = await generatePrivateJwk(alg);
  return {
    officer: testUuid(number),
    signer: await createSigner({ ...jwk, d }),
    key: parsePublicJwk(jwk),
  };
}

let nonces = 0;

/** The next event of a history by this officer, everything else as a harmless default. */
export async function signTestEvent(
  by: TestOfficer,
  type: string,
  after: SignedEvent | string,
  body: JsonObject = {},
  changes: Partial<EventPayload> = {},
): Promise<SignedEvent> {
  nonces += 1;
  const isFirst = typeof after === 'string';
  const payload: EventPayload = {
    v: 1,
    log: TEST_ORIGIN,
    subject: isFirst ? after : after.subject,
    seq: isFirst ? 1 : after.seq + 1,
    prev: isFirst ? null : after.eventId,
    type,
    form: 1,
    actor: { officer: by.officer, role: 'WIT' },
    at: '2021-04-02T06:30:00Z',
    nonce: base64urlText(sha256(u64Bytes(nonces)).subarray(0, 16)),
    refs: [],
    body,
    ...changes,
  };
  return signEvent(payload, by.signer);
}
