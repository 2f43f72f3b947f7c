import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { FolderFileStore } from '../store/files/folder-file-store.js';
import { keepAdoptedSops } from '../store/keep-sop-documents.js';
import type { Database } from '../store/schema/index.js';
import { sopDocumentsIn } from '../store/sop-documents.js';

/**
 * Keeps the SOP document that a log was founded under among its files, once it is founded. A crash before leaves it to
 * the first start of the service.
 */
export async function keepFoundingSop(db: Kysely<Database>, home: string): Promise<void> {
  const files = await FolderFileStore.open(join(home, 'files'));
  await keepAdoptedSops({ db, files, now: Date.now }, sopDocumentsIn(files));
}
