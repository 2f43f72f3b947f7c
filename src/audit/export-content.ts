import type { Signer } from '../log/index.js';
import type { LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';
import type { HashedFile, WrittenFile } from './bag/bag-writer.js';
import type { Selection } from './selection.js';

/** Files by their SHA-256, hexadecimal. */
export interface ExportFiles {
  /** Undefined where the file is owed, or was when the export was ordered. */
  find(sha256: string): Promise<Omit<HashedFile, 'sha256'> | undefined>;
}

export interface ExportContent {
  readonly snapshot: LogSnapshot;
  readonly selection: Selection;
  /** Whether withheld claims are handed over. */
  readonly withheld: boolean;
  /** Sizes of earlier trees, rising, from which a proof of consistency goes along. */
  readonly since: readonly number[];
  /** C2SP tlog-policy, for convenience only. */
  readonly policy: string;
  /** The log's own key: it signs the head statements. */
  readonly signer: Signer;
  readonly files: ExportFiles;
  /** A part that is made for somebody to whom not everything may go; absent: an export for auditors. */
  readonly part?: ExportPart;
}

/** What of the files and of `report/` belongs to a part. */
export interface ExportPart {
  /** SHA-256 of the files that may go along, hexadecimal: every other one stays out, and is listed as withheld. */
  readonly permitted: ReadonlySet<string>;
  /** Digests of the withheld claims that are handed over all the same, because a decision covers them. */
  readonly claims: ReadonlySet<string>;
  /** Files under `report/` in place of the page of an export, in this order. */
  readonly report: readonly ReportFile[];
  /** The last of them, which describes all that was written before it. */
  readonly describe: (files: readonly WrittenFile[]) => ReportFile;
}

/** A file under `report/`, as it was made. Its bytes are covered by the hash of the whole. */
export interface ReportFile {
  /** Below `report/`. */
  readonly path: string;
  open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** What was done so far: events written, of how many. */
export type ExportProgress = (done: number, total: number) => void;
