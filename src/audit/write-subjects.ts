import {
  base64Text,
  canonicalText,
  leafHash,
  type Signer,
  signHeadStatement,
  subjectTag,
  utf8Bytes,
} from '../log/index.js';
import type { LogSnapshot, SubjectHead } from '../store/readers/snapshot/log-snapshot.js';
import type { ExportContent } from './export-content.js';

/**
 * `subjects.ndjson`: every subject inside with its salt, sorted; those inside whole with a head statement for exactly
 * this size and root, signed now: Ed25519 gives the same bytes each time.
 */
export async function* subjectLines({
  snapshot,
  selection: { whole, single },
  signer,
}: ExportContent): AsyncGenerator<Uint8Array> {
  const isSingle = new Set(single);
  const subjects = [...whole, ...single].sort();
  for await (const at of snapshot.heads(subjects)) {
    const head = isSingle.has(at.subject) ? null : await signHead(snapshot, at, signer);
    const line = canonicalText({ subject: at.subject, salt: base64Text(at.salt), head });
    yield utf8Bytes(`${line}\n`);
  }
}

function signHead(
  { origin: log, size, root, receivedAt: at }: LogSnapshot,
  { subject, salt, seq, eventId, leaf }: SubjectHead,
  signer: Signer,
): Promise<string> {
  const tag = subjectTag(salt, subject);
  const statement = { log, subject, subjectTag: tag, seq, eventId, leafHash: leafHash(leaf), size, root, at };
  return signHeadStatement(statement, signer);
}
