import { createSignatureVerifier } from '../../src/cli/verify/verify-signature.js';
import type { PublicKey } from '../../src/log/index.js';
import {
  type Bag,
  type Examiner,
  examineLine,
  type Verdict,
  type VerifyOptions,
} from '../../src/verify/index.js';
import { verifyKept } from '../helpers/verify-kept.js';
import type { Handed } from './attack.js';

/** Runs the verifier over an export that lies in memory, as `scelle verify` runs it over a folder. */
export function audit(
  files: Handed,
  { policy, known = [] }: Pick<VerifyOptions, 'policy' | 'known'>,
): Promise<Verdict> {
  return verifyKept(bagIn(files), { policy, known, examiner: examinerHere() });
}

function bagIn(files: Handed): Bag {
  return {
    async *list() {
      for (const [path, { length: size }] of files) yield { path, size };
    },
    async *open(path) {
      yield files.get(path) ?? new Uint8Array();
    },
  };
}

/** One thread, with the platform's signatures: a hundred logs are verified in a row. */
function examinerHere(): Examiner {
  const keys = new Map<string, PublicKey>();
  const verify = createSignatureVerifier();
  return {
    linesAtOnce: 64,
    partsAtOnce: 1,
    learn: key => keys.set(key.kid, key),
    examine: lines => Promise.all(lines.map(line => examineLine(line, kid => keys.get(kid), verify))),
  };
}
