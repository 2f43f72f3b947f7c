import { randomBytes } from 'node:crypto';
import {
  beginFounding,
  type FoundingFile,
  makeOfficerKey,
  type OfficerKey,
  originOfFounding,
  signFounding,
  unlockOfficerKey,
} from '../../src/client/index.js';
import { reconstruction } from '../../src/custody/sop/reconstruction.js';
import { sopReference } from '../../src/custody/sop/sop-bytes.js';
import { createSigner, formatVerifierKey, generatePrivateJwk, newId } from '../../src/log/index.js';
import type { LogKey } from '../../src/store/appender/checkpoint-signer.js';
import { verifierKeyOf } from '../../src/store/log-key-file.js';

export const random = (length: number) => new Uint8Array(randomBytes(length));

export const founderCard = ({ officer, label, key }: OfficerKey) => ({
  officer,
  name: `DEMO ${label}`,
  jwk: { ...key.jwk },
});

export async function makeFounder(label: string): Promise<OfficerKey> {
  const officer = newId(Date.UTC(2021, 0, 1), random(16));
  const alg = label === 'one' ? 'Ed25519' : 'ES256';
  return unlockOfficerKey(
    JSON.parse(JSON.stringify(await makeOfficerKey({ officer, label, alg }, null, random))),
    null,
  );
}

/** A founding that was begun, its founders with their keys, and the key of its log. */
export async function beginTestFounding(
  labels: readonly string[],
): Promise<{ file: FoundingFile; founders: readonly OfficerKey[]; logKey: LogKey }> {
  const founders = await Promise.all(labels.map(makeFounder));
  const plan = {
    name: 'custody.example.org',
    subject: `log/${newId(Date.UTC(2021, 0, 1), random(16))}`,
    founders: founders.map(founderCard),
    sop: sopReference(reconstruction),
    at: '2021-01-01T08:00:00Z',
  };
  const privateJwk = await generatePrivateJwk('Ed25519');
  const key = verifierKeyOf(originOfFounding(plan), privateJwk);
  const file = beginFounding({ ...plan, logKey: formatVerifierKey(key) }, random);
  return { file, founders, logKey: { key, signer: await createSigner(privateJwk) } };
}

/** The file goes from one founder to the next until all have proven and signed. */
export async function signByAll(file: FoundingFile, founders: readonly OfficerKey[]): Promise<FoundingFile> {
  let signed = file;
  for (const founder of [...founders, ...founders]) signed = await signFounding(signed, founder);
  return signed;
}
