import {
  createSigner,
  createVerifierKey,
  formatVerifierKey,
  generatePrivateJwk,
  parsePublicJwk,
} from '../../src/log/index.js';
import type { LogKey } from '../../src/store/appender/checkpoint-signer.js';
import type { TestLog } from './test-log.js';

export async function newLogKey(origin: string): Promise<LogKey> {
  const privateJwk = await generatePrivateJwk('Ed25519');
  const { d: _secret, ...publicJwk } = privateJwk;
  return {
    key: createVerifierKey(origin, 'note', parsePublicJwk(publicJwk)),
    signer: await createSigner(privateJwk),
  };
}

/** The act that gives the log this key, by DEMO-OPS-1, who has to be enlisted. */
export async function rotation({ cast }: Pick<TestLog, 'cast'>, { key }: Pick<LogKey, 'key'>) {
  const { submitted } = await cast.sign({
    subject: cast.logSubject,
    type: 'log.key-rotated',
    by: 'DEMO-OPS-1/OPS',
    countersigned: ['DEMO-REG-1/REG as registrar'],
    body: { logKey: formatVerifierKey(key) },
  });
  return submitted;
}
