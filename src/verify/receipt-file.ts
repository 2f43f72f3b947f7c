import { FormatError, isJsonObject, type JsonValue, splitSubmission } from '../log/index.js';

/** One receipt as somebody keeps it: nothing of it is judged yet. */
export interface KeptReceipt {
  readonly jws: string;
  /** C2SP tlog-proof. */
  readonly proof: string;
  /** b64. */
  readonly subjectSalt: string;
}

const most = 1000;

/**
 * The receipts of a file.
 * @param content as an outbox keeps them, as the service gives one, or a list of these
 * @throws {FormatError} `leaf`
 */
export function readReceipts(content: JsonValue): readonly KeptReceipt[] {
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
