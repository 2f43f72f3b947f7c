import {
  base64Bytes,
  equalBytes,
  FormatError,
  formatTime,
  isJsonObject,
  type JsonValue,
  type Policy,
  parsePolicy,
  peekEvent,
  SUBJECT_SALT_BYTES,
  splitSubmission,
  type VerifiedCheckpoint,
  type VerifiedInclusion,
  verifyCheckpoint,
  verifyInclusionOfEvent,
} from '../../log/index.js';

/** What a receipt file proves (log-format section 7), without a server. */
export interface ReceiptVerdict {
  readonly verdict: 'ok' | 'fail';
  readonly origin: string | null;
  readonly receipts: readonly ProvenEvent[];
  readonly failed: { readonly check: string; readonly where: string; readonly detail: string } | null;
  readonly notProven: readonly string[];
}

export interface ProvenEvent {
  readonly subject: string;
  readonly seq: number;
  readonly index: number;
  readonly size: number;
  readonly receivedAt: string;
}

interface KeptReceipt {
  readonly jws: string;
  readonly proof: string;
  readonly subjectSalt: string;
}

const most = 1000;

/**
 * Verifies every receipt of a file against a policy that was obtained apart from it, and against checkpoints already
 * held. That the officers' own signatures are good is not looked at: their keys are in the log, not in a receipt.
 * @param content as an outbox keeps them, as the service gives one, or a list of these
 */
export async function verifyReceiptFile(
  content: JsonValue,
  policyText: Uint8Array | null,
  known: readonly Uint8Array[],
): Promise<ReceiptVerdict> {
  let where = 'policy';
  try {
    if (policyText === null) throw new FormatError('policy', 'there is no policy');
    const policy = parsePolicy(policyText);
    const receipts = readReceipts(content);
    const notProven = new Set(["the officers' signatures: their keys are not in a receipt"]);
    const proven: ProvenEvent[] = [];
    let origin = '';
    for (const [position, receipt] of receipts.entries()) {
      where = String(position);
      const { event, inclusion } = await verifyOne(receipt, policy);
      const { checkpoint, leaf, index } = inclusion;
      if (!checkpoint.quorum) notProven.add('no quorum of cosignatures: the receipt is provisional');
      for (const note of known) await compare(checkpoint, note, policy, notProven);
      origin = checkpoint.origin;
      const { subject, seq } = event;
      const { size } = checkpoint;
      proven.push({ subject, seq, index, size, receivedAt: formatTime(leaf.receivedAt) });
    }
    return { verdict: 'ok', origin, receipts: proven, failed: null, notProven: [...notProven] };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const failed = { check: error.check, where, detail: error.message };
    return { verdict: 'fail', origin: null, receipts: [], failed, notProven: [] };
  }
}

async function verifyOne(
  { jws, proof, subjectSalt }: KeptReceipt,
  policy: Policy,
): Promise<{ event: ReturnType<typeof peekEvent>; inclusion: VerifiedInclusion }> {
  const event = peekEvent(jws);
  const salt = base64Bytes(subjectSalt, 'leaf');
  if (salt.length !== SUBJECT_SALT_BYTES) throw new FormatError('leaf', 'the salt is not 32 bytes long');
  return { event, inclusion: await verifyInclusionOfEvent(event, { proof, subjectSalt: salt }, policy) };
}

/** Of one size there is one root; between two sizes a receipt proves nothing. */
async function compare(
  { origin, size, root }: VerifiedCheckpoint,
  note: Uint8Array,
  policy: Policy,
  notProven: Set<string>,
): Promise<void> {
  const held = await verifyCheckpoint(note, policy);
  if (held.origin !== origin) throw new FormatError('consistency', `a checkpoint held is of ${held.origin}`);
  if (held.size !== size) notProven.add(`consistency with the checkpoint held of size ${held.size}`);
  else if (!equalBytes(held.root, root))
    throw new FormatError('consistency', `two roots of the size ${size}: the log has signed two histories`);
}

function readReceipts(content: JsonValue): readonly KeptReceipt[] {
  const list = Array.isArray(content) ? content : [content];
  if (list.length === 0 || list.length > most) throw new FormatError('leaf', 'no receipts, or too many');
  return list.map(readReceipt);
}

function readReceipt(value: JsonValue): KeptReceipt {
  const outer = isJsonObject(value) ? value : {};
  const inner = isJsonObject(outer.receipt ?? null) ? (outer.receipt as typeof outer) : outer;
  const { proof, subjectSalt } = inner;
  const jws = typeof outer.event === 'string' ? splitSubmission(outer.event).jws : outer.jws;
  if (typeof jws !== 'string' || typeof proof !== 'string' || typeof subjectSalt !== 'string') {
    throw new FormatError('leaf', 'not a receipt: expected jws, proof and subjectSalt, or event and receipt');
  }
  return { jws, proof, subjectSalt };
}

/** The verdict in lines for people. */
export function tellReceiptVerdict(
  { failed, origin, receipts, notProven }: ReceiptVerdict,
  language: 'en' | 'fr',
): readonly string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  if (failed !== null) {
    return [`${say('DOES NOT HOLD', 'NE TIENT PAS')}: ${failed.check} (${failed.where}): ${failed.detail}`];
  }
  return [
    say(`HOLDS: in the log ${origin}`, `TIENT : dans le journal ${origin}`),
    ...receipts.map(
      ({ index, size, subject, seq, receivedAt }) =>
        `  #${index} ${say('of', 'sur')} ${size}  ${subject} #${seq}  ${say('received', 'reçu le')} ${receivedAt}`,
    ),
    say('Not proven:', 'Non prouvé :'),
    ...notProven.map(text => `  - ${text}`),
  ];
}
