import { type Checkpoint, parseCheckpoint } from './checkpoint.js';
import { FormatError } from './error.js';
import { parseNote, type SignedNote } from './note.js';
import { hasQuorum, type Policy } from './policy.js';
import type { VerifierKey } from './verifier-key.js';
import { verifyNote } from './verify-note.js';

/** A cosignature of a witness of the policy. */
export interface VerifiedCosignature {
  /** The witness's name in the policy. */
  readonly witness: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** A checkpoint that a log of the policy has signed. */
export interface VerifiedCheckpoint extends Checkpoint {
  readonly note: SignedNote;
  /** Keys of this origin whose lines are good: one or more. Whether they were in force is known from the events. */
  readonly logKeys: readonly VerifierKey[];
  readonly cosignatures: readonly VerifiedCosignature[];
  /** Whether the cosignatures are enough for the policy. */
  readonly quorum: boolean;
}

/**
 * Verifies a checkpoint against a policy that was obtained apart from it (log-format section 5).
 * @throws {FormatError} `checkpoint`; a missing quorum is no error
 */
export async function verifyCheckpoint(
  note: string | Uint8Array,
  policy: Policy,
): Promise<VerifiedCheckpoint> {
  const parsed = parseNote(note);
  const checkpoint = parseCheckpoint(parsed.text);
  requireKnownLogKey(parsed, checkpoint.origin, policy);
  const lines = await verifyNote(parsed, [...policy.logs, ...policy.witnesses.map(witness => witness.key)]);
  const logKeys = lines
    .map(line => line.key)
    .filter(key => key.type === 'note' && key.name === checkpoint.origin);
  const cosignatures = policy.witnesses.flatMap(({ name, key }) =>
    lines.flatMap(line =>
      line.key === key && line.time !== undefined ? [{ witness: name, time: line.time * 1000 }] : [],
    ),
  );
  const quorum = hasQuorum(policy, new Set(cosignatures.map(({ witness }) => witness)));
  return { ...checkpoint, note: parsed, logKeys, cosignatures, quorum };
}

/** A line by a key of the policy whose name is the origin; what is wrong is said with the ids of both sides. */
function requireKnownLogKey({ signatures }: SignedNote, origin: string, { logs }: Policy): void {
  const own = logs.filter(({ name }) => name === origin);
  if (own.length === 0) {
    const names = [...new Set(logs.map(({ name }) => name))].join(', ');
    throw new FormatError(
      'checkpoint',
      `no key of the policy has signed for ${origin}: the policy is of ${names}`,
    );
  }
  const found = signatures.filter(({ name }) => name === origin);
  if (own.some(({ keyId }) => found.some(line => line.keyId === keyId))) return;
  if (found.length === 0) throw new FormatError('checkpoint', `the log ${origin} itself has not signed`);
  const known = own.map(({ keyId }) => keyId).join(', ');
  const by = found.map(({ keyId }) => keyId).join(', ');
  throw new FormatError(
    'checkpoint',
    `signed for ${origin} under another key (id ${by}) than the policy names (id ${known}): if the log has rotated its key, the policy also needs the line of that one, obtained apart`,
  );
}
