import {
  type Algorithm,
  base64Bytes,
  collectDigests,
  decodeLeaf,
  disclosureDigest,
  equalBytes,
  FormatError,
  hashJws,
  isJsonObject,
  type JsonValue,
  type Leaf,
  leafHash,
  type PublicKey,
  parseCanonical,
  readEventPayload,
  revealBody,
  splitJws,
  utf8Bytes,
  utf8Text,
} from '../../log/index.js';
import { parseEventLine } from '../bag/records.js';

/** A file that an event binds (log-format section 1). */
export interface BoundFile {
  readonly sha256: string;
  readonly size: number;
}

/** What is wrong with the bytes of one event, by check. */
export type Faults = Partial<Record<'jws' | 'jcs' | 'disclosure' | 'leaf', string>>;

/**
 * What the bytes of one line say by themselves: everything that needs no other event. It is data alone, so that it
 * can be found out on any core and handed over.
 */
export interface Examined {
  readonly index: number;
  readonly jws: string;
  readonly disclosures: readonly string[];
  /** Undefined where the JWS cannot be split. */
  readonly signed?: {
    readonly kid: string;
    readonly alg: Algorithm;
    readonly eventId: string;
    /** Undefined where the examiner does not know the key. */
    readonly good?: boolean;
    /** The payload as it was received; undefined where it is not in canonical form. */
    readonly payload?: string;
  };
  /** Undefined where it cannot be decoded. */
  readonly leaf?: Leaf & { readonly hash: Uint8Array };
  /** Digests of claims that were not handed over. */
  readonly withheld: readonly string[];
  readonly files: readonly BoundFile[];
  readonly faults: Faults;
}

/** Checks a signature; may be the platform's own way, on the thread that it is called on. */
export type VerifySignature = (
  key: PublicKey,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>;

const SHA256_HEX = /^[0-9a-f]{64}$/;

/**
 * Reads one line of `events.ndjson`. Broken evidence is noted, not thrown: in which order it counts, the caller knows.
 * @param findKey keys that are known so far
 */
export async function examineLine(
  line: string,
  findKey: (kid: string) => PublicKey | undefined,
  verify: VerifySignature,
): Promise<Examined> {
  const { index, leaf: leafText, jws, disclosures } = parseEventLine(line);
  const faults: Faults = {};
  const note = <Value>(check: keyof Faults, read: () => Value): Value | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      faults[check] ??= error.message;
      return undefined;
    }
  };
  const split = note('jws', () => splitJws(jws, 'custody-event+jws'));
  const payload = split && note('jcs', () => readEventPayload(parseCanonical(split.payloadBytes)));
  const body =
    payload && note('disclosure', () => revealBody(payload.body, disclosures, { complete: false }));
  const leaf = note('leaf', () => readLeaf(leafText, jws));
  const key = split && findKey(split.header.kid);
  const good =
    split && key && key.alg === split.header.alg
      ? await verify(key, utf8Bytes(split.signingInput), split.signature)
      : undefined;
  return {
    index,
    jws,
    disclosures,
    ...(split && {
      signed: {
        kid: split.header.kid,
        alg: split.header.alg,
        eventId: split.eventId,
        ...(good !== undefined && { good }),
        ...(payload && { payload: utf8Text(split.payloadBytes) }),
      },
    }),
    ...(leaf && { leaf }),
    withheld: body && payload ? findWithheld(payload.body, disclosures) : [],
    files: body ? findFiles(body) : [],
    faults,
  };
}

function readLeaf(text: string, jws: string): Leaf & { readonly hash: Uint8Array } {
  const data = base64Bytes(text, 'leaf');
  const leaf = decodeLeaf(data);
  if (!equalBytes(leaf.jwsHash, hashJws(jws))) throw new FormatError('leaf', 'the JWS hash is another');
  return { ...leaf, hash: leafHash(data) };
}

function findWithheld(
  body: { readonly [member: string]: JsonValue },
  disclosures: readonly string[],
): string[] {
  const given = new Set(disclosures.map(disclosureDigest));
  return collectDigests(body)
    .map(({ digest }) => digest)
    .filter(digest => !given.has(digest));
}

/** Every object with exactly `sha256`, `size` and `mediaType`, in what is shown. */
function findFiles(value: JsonValue): BoundFile[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isJsonObject(value) && Object.keys(value).sort().join() === 'mediaType,sha256,size') {
    const { sha256, size } = value;
    if (typeof sha256 === 'string' && SHA256_HEX.test(sha256) && typeof size === 'number') {
      return [{ sha256, size }];
    }
  }
  return Object.values(value).flatMap(findFiles);
}
