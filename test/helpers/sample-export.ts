import { fileURLToPath } from 'node:url';
import { openFolderBag } from '../../src/cli/verify/folder-bag.js';
import { type Verdict, type VerifyOptions, verifyExport } from '../../src/verify/index.js';
import { readVectorText } from './vectors.js';

/** A sample export of `../shared/vectors/custody-log`, made by another implementation. */
export function sampleFolder(name: string): string {
  return fileURLToPath(new URL(`../../../../shared/vectors/custody-log/${name}`, import.meta.url));
}

/** The policy of the samples, which lies beside them. */
export function samplePolicy(): string {
  return readVectorText('custody-log/policy.txt');
}

export function verifySample(name: string, options: Partial<VerifyOptions> = {}): Promise<Verdict> {
  return verifyExport(openFolderBag(sampleFolder(name)), { policy: samplePolicy(), ...options });
}
