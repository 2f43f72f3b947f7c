import type { TileSource } from '../../../log/index.js';

/** Where an event stands: all that a selection has to know of it. */
export interface EventPlace {
  readonly index: number;
  readonly subject: string;
  /** UUID of who signed. */
  readonly officer: string;
}

/** An event as the log holds it. */
export interface LoggedEvent {
  readonly index: number;
  readonly eventId: string;
  readonly subject: string;
  readonly jws: string;
  /** `leaf_data`, 145 bytes. */
  readonly leaf: Uint8Array;
  /** What was withheld and not erased, in the order of the digests. */
  readonly disclosures: readonly string[];
}

/** A subject at the size of the snapshot. */
export interface SubjectHead {
  readonly subject: string;
  /** 32 bytes. */
  readonly salt: Uint8Array;
  readonly seq: number;
  readonly eventId: string;
  readonly leaf: Uint8Array;
}

/** A file that an event binds in its body, or in a withheld claim. */
export interface NamedFile {
  /** Hexadecimal. */
  readonly sha256: string;
  /** Digest of the withheld claim that names it; empty: the open body does. */
  readonly digest: string;
  /** Its bytes can tell a claim that is withheld beside it, here or where another event of the tree names it. */
  readonly keptBack: boolean;
}

/** A subject with an act that names a file in its open body. */
export interface NamingSubject {
  readonly subject: string;
  /** Hexadecimal. */
  readonly sha256: string;
}

/**
 * The log at one size: what was appended later is not there, whatever is asked. Two things may change under a
 * snapshot that runs in no transaction: a withheld claim may be erased, and a file that was owed may come.
 */
export interface LogSnapshot {
  readonly origin: string;
  /** `log/<UUID>`. */
  readonly logSubject: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
  /** The signed note of exactly this size, with the cosignatures it had. */
  readonly note: string;
  /** DER of an RFC 3161 token over the checkpoint; null where there is none. */
  readonly token: Uint8Array | null;
  /** Time received of the last leaf, ms since 1970. */
  readonly receivedAt: number;
  readonly tiles: TileSource;

  /** Every subject, sorted. */
  allSubjects(): Promise<readonly string[]>;
  /** Every event of these subjects, in log order; subjects that have none are passed over. */
  placesOf(subjects: readonly string[]): Promise<readonly EventPlace[]>;
  /** These events, as far as they are inside, each with the countersignatures that follow it. */
  placesWithCountersignatures(eventIds: readonly string[]): Promise<readonly EventPlace[]>;
  /** The events at these leaves, in the order given, which rises. */
  events(indexes: Iterable<number>): AsyncIterable<LoggedEvent>;
  /** The heads of these subjects, in the order given. */
  heads(subjects: readonly string[]): AsyncIterable<SubjectHead>;
  /** Files that the events at these leaves name; SOP documents that the log adopted among them. */
  filesNamedAt(indexes: Iterable<number>): Promise<readonly NamedFile[]>;
  /** Which subjects name one of these files in the open, each pair once. */
  subjectsNaming(files: readonly string[]): Promise<readonly NamingSubject[]>;

  /** The incident with its scenes, their visits, its items and the discrepancies about them. */
  subjectsOfIncident(id: string): Promise<readonly string[]>;
  /** Every item that the officer ever answered for, and the officer. */
  subjectsOfCustodian(officer: string): Promise<readonly string[]>;
  /** Every subject with an event received in `[from, until)`, ms since 1970. */
  subjectsReceived(from: number, until: number): Promise<readonly string[]>;
}
