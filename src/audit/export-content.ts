import type { Signer } from '../log/index.js';
import type { LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';
import type { Selection } from './selection.js';

/** Bytes by their SHA-256, hexadecimal. */
export interface ExportFiles {
  /** Undefined where the file is owed, or its bytes are not at hand. */
  open(sha256: string): Promise<AsyncIterable<Uint8Array> | Iterable<Uint8Array> | undefined>;
}

export interface ExportContent {
  readonly snapshot: LogSnapshot;
  readonly selection: Selection;
  /** Whether withheld claims are handed over. */
  readonly withheld: boolean;
  /** C2SP tlog-policy, for convenience only. */
  readonly policy: string;
  /** The log's own key: it signs the head statements. */
  readonly signer: Signer;
  readonly files: ExportFiles;
}

/** What was done so far: events written, of how many. */
export type ExportProgress = (done: number, total: number) => void;
