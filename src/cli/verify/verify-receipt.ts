import type { Language, Text } from '../../custody/text.js';
import {
  base64Bytes,
  equalBytes,
  type FormatCheck,
  FormatError,
  formatTime,
  type JsonValue,
  type Policy,
  parsePolicy,
  peekEvent,
  type SignedEvent,
  SUBJECT_SALT_BYTES,
  type VerifiedCheckpoint,
  type VerifiedInclusion,
  verifyCheckpoint,
  verifyInclusionOfEvent,
} from '../../log/index.js';
import { type KeptReceipt, readReceipts } from '../../verify/index.js';

const open = {
  signatures: {
    en: "the officers' signatures: their keys are not in a receipt",
    fr: 'les signatures des officiers : leurs clés ne sont pas dans un récépissé',
  },
  keyInForce: {
    en: "that the log's key was in force for this size: only the log's events, in an export, say so",
    fr: 'que la clé du journal était en vigueur pour cette taille : seuls les actes du journal, dans un export, le disent',
  },
  quorum: {
    en: 'no quorum of cosignatures: the receipt is provisional',
    fr: 'pas de quorum de cosignatures : le récépissé est provisoire',
  },
  consistency: (size: number): Text => ({
    en: `consistency with the checkpoint held of size ${size}`,
    fr: `la cohérence avec le point de contrôle détenu de taille ${size}`,
  }),
};

/** What a receipt file proves (log-format section 7), without a server. */
export interface ReceiptVerdict {
  readonly verdict: 'ok' | 'fail';
  readonly origin: string | null;
  readonly receipts: readonly ProvenEvent[];
  readonly failed: { readonly check: FormatCheck; readonly where: string; readonly detail: string } | null;
  readonly notProven: readonly string[];
}

export interface ProvenEvent {
  readonly subject: string;
  readonly seq: number;
  readonly type: string;
  /** Of an export or a dossier (E41, E60), the hash that the officer signed; null of any other event. */
  readonly exportHash: string | null;
  readonly index: number;
  readonly size: number;
  readonly receivedAt: string;
}

/**
 * Verifies every receipt of a file against a policy that was obtained apart from it, and against checkpoints already
 * held. That the officers' own signatures are good is not looked at: their keys are in the log, not in a receipt.
 * @param content as an outbox keeps them, as the service gives one, or a list of these
 * @param language of what was not proven
 */
export async function verifyReceiptFile(
  content: JsonValue,
  policyText: Uint8Array | null,
  known: readonly Uint8Array[],
  language: Language = 'en',
): Promise<ReceiptVerdict> {
  let where = 'policy';
  try {
    if (policyText === null) throw new FormatError('policy', 'there is no policy');
    const policy = parsePolicy(policyText);
    where = '.';
    const receipts = readReceipts(content);
    const notProven = new Set([open.signatures[language], open.keyInForce[language]]);
    const proven: ProvenEvent[] = [];
    let origin = '';
    for (const [position, receipt] of receipts.entries()) {
      where = String(position);
      const { event, inclusion } = await verifyOne(receipt, policy);
      const { checkpoint, leaf, index } = inclusion;
      if (!checkpoint.quorum) notProven.add(open.quorum[language]);
      for (const note of known) {
        const size = await compare(checkpoint, note, policy);
        if (size !== null) notProven.add(open.consistency(size)[language]);
      }
      origin = checkpoint.origin;
      const { subject, seq, type } = event;
      const exportHash = exportHashOf(event);
      const { size } = checkpoint;
      proven.push({
        subject,
        seq,
        type,
        exportHash,
        index,
        size,
        receivedAt: formatTime(leaf.receivedAt),
      });
    }
    return { verdict: 'ok', origin, receipts: proven, failed: null, notProven: [...notProven] };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const failed = { check: error.check, where, detail: error.message };
    return { verdict: 'fail', origin: null, receipts: [], failed, notProven: [] };
  }
}

function exportHashOf({ type, body }: SignedEvent): string | null {
  const isRecording = type === 'export.generated' || type === 'dossier.built';
  return isRecording && typeof body.hash === 'string' ? body.hash : null;
}

async function verifyOne(
  { jws, proof, subjectSalt }: KeptReceipt,
  policy: Policy,
): Promise<{ event: SignedEvent; inclusion: VerifiedInclusion }> {
  const event = peekEvent(jws);
  const salt = base64Bytes(subjectSalt, 'leaf');
  if (salt.length !== SUBJECT_SALT_BYTES) throw new FormatError('leaf', 'the salt is not 32 bytes long');
  return { event, inclusion: await verifyInclusionOfEvent(event, { proof, subjectSalt: salt }, policy) };
}

/**
 * Of one size there is one root; between two sizes a receipt proves nothing.
 * @returns the size of a checkpoint held that could not be compared
 */
async function compare(
  { origin, size, root }: VerifiedCheckpoint,
  note: Uint8Array,
  policy: Policy,
): Promise<number | null> {
  const held = await verifyCheckpoint(note, policy);
  if (held.origin !== origin) throw new FormatError('consistency', `a checkpoint held is of ${held.origin}`);
  if (held.size !== size) return held.size;
  if (!equalBytes(held.root, root))
    throw new FormatError('consistency', `two roots of the size ${size}: the log has signed two histories`);
  return null;
}
