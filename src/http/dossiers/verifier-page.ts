import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** The page that verifies a dossier offline, as this release of the program was built with it. */
export interface VerifierPage {
  readonly bytes: Uint8Array;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Made by `npm run build`; null where the program was built without it. */
export async function readPage(): Promise<VerifierPage | null> {
  try {
    const bytes = await readFile(new URL('../../../scelle-page.html', import.meta.url));
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
