import type { Language } from '../../custody/text.js';
import type { Held, ToldVerdict, Verdict } from '../../verify/index.js';
import type { MatterTold, SubjectHistory, SubjectTold } from '../reading/told.js';

/** What the reader handed over. */
export interface Given {
  readonly zip: Blob;
  /** Obtained apart from the ZIP; null where none was. */
  readonly policy: { readonly name: string; readonly bytes: Uint8Array } | null;
  readonly known: readonly Held[];
  /** Files of certificates of time-stamp authorities. */
  readonly authorities: readonly Uint8Array[];
}

/** What came of it. */
export interface Outcome {
  readonly spoken: Readonly<Record<Language, { readonly verdict: Verdict; readonly told: ToldVerdict }>>;
  /** Of an export that holds. */
  readonly items: readonly SubjectTold[];
  /** Of an export that holds: releases, examinations and the like. */
  readonly matters: readonly MatterTold[];
  /** SHA-256 of the list of pieces of a dossier that holds, hexadecimal: its beginning is printed on every page. */
  readonly piecesHash: string | null;
  /** More is inside than is shown. */
  readonly cut: boolean;
}

export type ReportProgress = (step: 'files' | 'events', done: number, total: number) => void;

/**
 * Verifies one export after the other, and shows what is inside the last one that held. Its answers come in the order
 * of what was asked.
 */
export interface Verifier {
  /** @throws for a fault of the machine, as a file that can no longer be read */
  verify(given: Given, onProgress: ReportProgress): Promise<Outcome>;
  /** Of an item or a matter, by its subject; null of what is not inside. */
  history(subject: string): Promise<SubjectHistory | null>;
  /** The file of this SHA-256, hexadecimal, or the copy that went along of it; null where neither is inside, or too long. */
  file(sha256: string): Promise<Uint8Array | null>;
}
