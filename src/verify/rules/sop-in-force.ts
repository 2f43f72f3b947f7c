import type { Sop } from '../../custody/sop/document.js';
import { reconstruction } from '../../custody/sop/reconstruction.js';
import { readSopBytes, sopReference } from '../../custody/sop/sop-bytes.js';
import { hexText, isJsonObject, type SignedEvent, sha256 } from '../../log/index.js';

/** Bytes of files of the export by SHA-256 in hexadecimal: of those that may be SOP documents. */
export interface SopFiles {
  get(sha256: string): Uint8Array | undefined;
}

/** The SOP document that an event of the log's own brings into force: SHA-256 in hexadecimal. */
export function sopNamedBy({ subject, body: { sop = null } }: SignedEvent): string | undefined {
  if (!subject.startsWith('log/') || !isJsonObject(sop)) return undefined;
  return typeof sop.sha256 === 'string' && /^[0-9a-f]{64}$/.test(sop.sha256) ? sop.sha256 : undefined;
}

/** The SOP documents this verifier can judge by: those inside, and the one it brings along. */
export class SopsAtHand {
  readonly #files: SopFiles;
  readonly #read = new Map<string, Sop | undefined>([[sopReference(reconstruction).sha256, reconstruction]]);

  constructor(files: SopFiles) {
    this.#files = files;
  }

  /** Undefined where the document is not inside, is none, or counts on rules that came later than this verifier. */
  find(hash: string): Sop | undefined {
    if (!this.#read.has(hash)) {
      const bytes = this.#files.get(hash);
      // A file that is not inside yet may be handed over with a later event.
      if (bytes === undefined) return undefined;
      this.#read.set(hash, readDocument(bytes, hash));
    }
    return this.#read.get(hash);
  }
}

function readDocument(bytes: Uint8Array, hash: string): Sop | undefined {
  if (hexText(sha256(bytes)) !== hash) return undefined;
  const sop = readSopBytes(bytes);
  return sop !== undefined && (sop.edition ?? 1) <= (reconstruction.edition ?? 1) ? sop : undefined;
}
