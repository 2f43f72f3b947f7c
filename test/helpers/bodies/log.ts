import { base64Text, formatNote, type JsonObject, utf8Bytes } from '../../../src/log/index.js';
import { type Intent, uuidOf } from '../procedure.js';

/** An act about the log by its operator, `DEMO-OPS-1`. */
export function byOperator(subject: string, word: string, body: JsonObject): Intent {
  return { subject, type: `log.${word}`, by: 'DEMO-OPS-1/OPS', body };
}

export interface NoteParts {
  readonly origin?: string;
  readonly size?: number;
  readonly cosigned?: boolean;
  readonly signed?: boolean;
}

/** A checkpoint in the form of one, b64; its signatures are of the right form and good for nothing. */
export function anchorNote(logKey: string, parts: NoteParts = {}): string {
  const [name = '', keyId = ''] = logKey.split('+');
  const { origin = name, size = 1, cosigned = true, signed = true } = parts;
  const own = { name, keyId, signature: new Uint8Array(64) };
  const witness = { name: 'witness.example.org', keyId: '0a0b0c0d', signature: new Uint8Array(72) };
  const text = `${origin}\n${size}\n${base64Text(new Uint8Array(32))}\n`;
  const note = formatNote({ text, signatures: [...(signed ? [own] : []), ...(cosigned ? [witness] : [])] });
  return base64Text(utf8Bytes(note));
}

/** A migration that was carried out. */
export function administeredBody(
  name: string,
  changes: JsonObject = {},
  details: JsonObject = {},
): JsonObject {
  return {
    number: uuidOf(name),
    act: 'MIGRATED',
    done: '2021-04-02T12:00:00Z',
    details: { migrations: ['0013-access-chain'], settings: [], size: null, sha256: null, ...details },
    ...changes,
  };
}
