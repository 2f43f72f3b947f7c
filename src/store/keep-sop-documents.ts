import type { Kysely } from 'kysely';
import { readSopBytes, sopBytes } from '../custody/sop/sop-bytes.js';
import { LocalizedError } from '../custody/text.js';
import { hexText, sha256 as sha256Of } from '../log/index.js';
import type { FileStore } from './files/file-store.js';
import { acceptUpload, findFile } from './files/uploads.js';
import type { Database } from './schema/index.js';
import type { SopDocuments } from './sop-documents.js';

/** An SOP document that the log adopted is not at hand, or one that was handed in is none of them. */
export class SopDocumentError extends LocalizedError {
  override readonly name = 'SopDocumentError';
}

/** The SOP document in force is neither among the files nor in this release. */
export function sopMissing(sha256: string): SopDocumentError {
  return new SopDocumentError({
    en: `the SOP document in force is not at hand, its SHA-256 is ${sha256}: hand it in with \`scelle serve --sop FILE\`. Exports of the log hold it as data/file/${sha256}`,
    fr: `le document de procédure en vigueur n'est pas disponible, son SHA-256 est ${sha256} : remettez-le par \`scelle serve --sop FILE\`. Les extraits du journal le contiennent sous data/file/${sha256}`,
  });
}

interface Store {
  readonly db: Kysely<Database>;
  readonly files: FileStore;
  readonly now: () => number;
}

/**
 * Keeps among the files every SOP document that the log was founded under or adopted and that this release brings
 * along: a later one may bring another. A crash anywhere leaves it to the next start of the same release.
 */
export async function keepAdoptedSops(store: Store, documents: SopDocuments): Promise<void> {
  for (const sha256 of await adoptedSops(store.db)) {
    if (await isKept(store, sha256)) continue;
    const document = await documents.load(sha256);
    if (document !== undefined) await keep(store, sha256, sopBytes(document));
  }
}

/**
 * Takes in the bytes of an SOP document that the log adopted and that is not at hand.
 * @throws SopDocumentError for bytes that are no SOP document, or none that this log adopted
 */
export async function handInSop(store: Store, bytes: Uint8Array): Promise<void> {
  const sha256 = hexText(sha256Of(bytes));
  const adopted = await adoptedSops(store.db);
  if (readSopBytes(bytes) === undefined || !adopted.includes(sha256)) {
    throw new SopDocumentError({
      en: `the file with the SHA-256 ${sha256} is no SOP document that this log adopted; those are ${adopted.join(', ')}`,
      fr: `le fichier de SHA-256 ${sha256} n'est pas un document de procédure adopté par ce journal ; ceux-ci sont ${adopted.join(', ')}`,
    });
  }
  if (!(await isKept(store, sha256))) await keep(store, sha256, bytes);
}

/** Hashes of the SOP documents that the log named, hexadecimal, in log order. */
async function adoptedSops(db: Kysely<Database>): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('file_reference')
    .select('sha256')
    .where('subject', 'like', 'log/%')
    // Of an SOP document the log says no size (log-format section 8).
    .where('size', 'is', null)
    .orderBy('log_index')
    .execute();
  return [...new Set(rows.map(({ sha256 }) => sha256))];
}

async function isKept({ db, files }: Store, sha256: string): Promise<boolean> {
  return (await files.sizeOf(sha256)) !== undefined && (await findFile(db, sha256)) !== undefined;
}

async function keep({ db, files, now }: Store, sha256: string, bytes: Uint8Array): Promise<void> {
  const staged = await files.stage(sha256, once(bytes), bytes.length);
  const upload = { sha256, mediaType: 'application/json', uploadedBy: null, uploadedAt: new Date(now()) };
  await acceptUpload(db, files, staged, upload);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
