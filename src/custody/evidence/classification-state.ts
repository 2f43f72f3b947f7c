/** V6, E56: how sensitive a piece is, who limits it, and when that is looked at again. */
export interface Classification {
  readonly level: 'UNCLASSIFIED' | 'CONFIDENTIAL' | 'STRICTLY_CONFIDENTIAL';
  readonly caveats: readonly string[];
  readonly originator: string;
  /** Day by which it is looked at again; null where none was set. */
  readonly review: string | null;
}

/** A part of a piece that is classified apart from it: a file of it, or a claim in one of its acts (V6). */
export interface ClassifiedPart {
  /** `event_id` of the act that it stands in. */
  readonly act: string;
  /** RFC 6901, from the payload. */
  readonly pointer: string;
  /** SHA-256 of the files that stand there; empty: it is a claim. */
  readonly files: readonly string[];
  /** Withheld in that act: it leaves with no release. */
  readonly withheld: boolean;
  readonly classification: Classification;
  /** `event_id` of its classification, where that brought the originator's consent with it. */
  readonly originatorConsent?: string;
}
