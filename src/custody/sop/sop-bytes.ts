import {
  canonicalText,
  hexText,
  isJsonObject,
  type JsonValue,
  orNothing,
  PAYLOAD_LIMITS,
  parseCanonical,
  sha256,
  utf8Bytes,
} from '../../log/index.js';
import { checkSchema } from '../judge/admit-body.js';
import type { SopReference } from '../log/state.js';
import { type Sop, SopDocument } from './document.js';

/** An SOP document is a few dozen pages; more is something else. */
export const MAX_SOP_BYTES = 4_000_000;

/** The bytes of an SOP document: its JCS form. Its hash is what the log adopts. */
export function sopBytes(sop: Sop): Uint8Array {
  return utf8Bytes(canonicalText(sop as unknown as JsonValue));
}

export function sopReference(sop: Sop): SopReference {
  return { id: sop.id, version: sop.version, sha256: hexText(sha256(sopBytes(sop))) };
}

/** An SOP document read from somewhere: the document, or undefined where it does not follow its schema. */
export function readSop(value: unknown): Sop | undefined {
  return isJsonObject(value) && checkSchema(SopDocument, value, '').length === 0
    ? (value as unknown as Sop)
    : undefined;
}

/** As `readSop`, from the bytes of a file; undefined also where they are too many, or not in JCS form. */
export function readSopBytes(bytes: Uint8Array): Sop | undefined {
  if (bytes.length > MAX_SOP_BYTES) return undefined;
  return readSop(orNothing(() => parseCanonical(bytes, { ...PAYLOAD_LIMITS, maxBytes: MAX_SOP_BYTES })));
}
