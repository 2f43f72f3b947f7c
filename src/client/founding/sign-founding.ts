import { composeFounding } from '../../custody/compose/compose-founding.js';
import {
  base64urlBytes,
  FormatError,
  makeProofOfPossession,
  parseVerifierKey,
  readEvent,
  verifyProofOfPossession,
} from '../../log/index.js';
import { type BatchFile, batchOf, eventIdsOf, signBatch, submissionOf } from '../batch-file.js';
import type { OfficerKey } from '../officer-key.js';
import { type FoundingFile, keyOf, parseFoundingFile } from './founding-file.js';
import { FoundingFileError } from './founding-file-error.js';

/** What a founder still has to add: first the proof that he has the key, then, when all have, his signatures. */
export interface MissingFromFounding {
  readonly officer: string;
  readonly name: string;
  readonly needed: 'proof' | 'signature';
}

/**
 * Reads a founding file that somebody brought, with every proof and signature in it.
 * @throws FoundingFileError
 */
export async function readFoundingFile(value: unknown): Promise<FoundingFile> {
  const file = parseFoundingFile(value);
  await checkProofs(file);
  await checkSignatures(file);
  return file;
}

export function missingFromFounding(file: FoundingFile): readonly MissingFromFounding[] {
  const batch = foundingBatch(file);
  return file.founders.flatMap(({ officer, name, pop, jwk }): readonly MissingFromFounding[] => {
    if (pop === null) return [{ officer, name, needed: 'proof' }];
    const { kid } = keyOf({ name, jwk });
    const signed = batch?.events.every(event => event.kid !== kid || event.jws !== null);
    return signed === true ? [] : [{ officer, name, needed: 'signature' }];
  });
}

/**
 * Adds what this founder can add now: his proof of possession, and his signatures once every founder's proof is
 * there. Run again with nothing to add, it changes nothing.
 * @throws FoundingFileError `not-a-founder`
 */
export async function signFounding(file: FoundingFile, key: OfficerKey): Promise<FoundingFile> {
  const own = file.founders.find(
    founder => founder.officer === key.officer && keyOf(founder).kid === key.key.kid,
  );
  if (own === undefined) throw new FoundingFileError('not-a-founder', key.label);
  const proven = own.pop === null ? await addProof(file, key) : file;
  const batch = foundingBatch(proven);
  if (batch === undefined) return proven;
  const signed = await signBatch(batch, key);
  return { ...proven, signatures: signed.events.map(({ jws }) => jws) };
}

/** What is submitted when every founder has signed. @throws FoundingFileError `signature-missing` */
export function foundingSubmission(file: FoundingFile): readonly string[] {
  const missing = missingFromFounding(file);
  const batch = foundingBatch(file);
  if (missing.length > 0 || batch === undefined) {
    throw new FoundingFileError('signature-missing', missing.map(({ name }) => name).join(', '));
  }
  return submissionOf(batch);
}

/** The founding batch as far as it is signed; undefined while a proof is missing, for it holds all of them. */
export function foundingBatch(file: FoundingFile): BatchFile | undefined {
  const founders = file.founders.flatMap(({ officer, name, jwk, pop }) => {
    const key = keyOf({ name, jwk });
    return pop === null ? [] : [{ officer, kid: key.kid, alg: key.alg, jwk: key.jwk, pop, name }];
  });
  if (founders.length < file.founders.length) return undefined;
  const { subject, logKey, sop, at, continues = null } = file;
  const nonces = file.nonces[Symbol.iterator]();
  const salts = file.salts[Symbol.iterator]();
  const { events, disclosures } = composeFounding(
    { origin: originOf(file), subject, logKey, founders, sop, continues, at },
    () => take(nonces),
    () => base64urlBytes(take(salts), 'jcs'),
  );
  const batch = batchOf(events, disclosures);
  const signed = batch.events.map((event, position) => ({
    ...event,
    jws: file.signatures[position] ?? null,
  }));
  return { ...batch, events: signed };
}

function originOf({ logKey }: FoundingFile): string {
  return parseVerifierKey(logKey, 'key').name;
}

function take(drawn: Iterator<string>): string {
  const { done, value } = drawn.next();
  if (done === true) throw new RangeError('the founding file holds too few random values');
  return value;
}

async function addProof(file: FoundingFile, { officer, signer }: OfficerKey): Promise<FoundingFile> {
  const pop = await makeProofOfPossession({ log: originOf(file), officer }, signer);
  const founders = file.founders.map(founder =>
    founder.officer === officer ? { ...founder, pop } : founder,
  );
  return { ...file, founders };
}

async function checkProofs(file: FoundingFile): Promise<void> {
  for (const founder of file.founders) {
    if (founder.pop === null) continue;
    const holder = { log: originOf(file), officer: founder.officer };
    await asFault('proof-wrong', founder.name, () =>
      verifyProofOfPossession(founder.pop ?? '', holder, keyOf(founder)),
    );
  }
}

/** The file travels through other hands: each signature must be its founder's, over what the file says now. */
async function checkSignatures(file: FoundingFile): Promise<void> {
  const batch = foundingBatch(file);
  const keys = new Map(
    file.founders.map(founder => [keyOf(founder).kid, { name: founder.name, key: keyOf(founder) }]),
  );
  const expected = batch === undefined ? [] : eventIdsOf(batch);
  for (const [position, jws] of file.signatures.entries()) {
    if (jws === null) continue;
    const kid = batch?.events[position]?.kid ?? '';
    await asFault('signature-wrong', keys.get(kid)?.name ?? '', async () => {
      const event = await readEvent(jws, wanted => keys.get(wanted)?.key);
      if (event.eventId !== expected[position]) throw new FormatError('jws', 'another event was signed');
    });
  }
}

async function asFault(
  fault: 'proof-wrong' | 'signature-wrong',
  name: string,
  check: () => Promise<void>,
): Promise<void> {
  try {
    await check();
  } catch (cause) {
    if (cause instanceof FormatError) throw new FoundingFileError(fault, name, { cause });
    throw cause;
  }
}
