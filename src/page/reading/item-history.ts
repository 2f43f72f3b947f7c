import type { Text } from '../../custody/text.js';

/** An officer as he stands in an act: his register number, and his name where it was handed over. */
export interface OfficerTold {
  /** UUID. */
  readonly id: string;
  readonly name: string | null;
  readonly role: string;
}

/** A moment of an act, as its signer states it. */
export interface Moment {
  /** `YYYY-MM-DDTHH:MM:SS[.sss]Z`; null where the act says none in this form. */
  readonly at: string | null;
  readonly precision: string | null;
  readonly clockDoubt: string | null;
}

/** Custody from an act on (domain.md C.1). */
export interface CustodyTold {
  readonly officer: OfficerTold;
  readonly place: string;
  /** Store and shelf, where it was put on one. */
  readonly shelf: string | null;
  readonly reason: Text;
  readonly since: string;
}

/** One act of an item's history; countersignatures stand with what they sign. */
export interface ActTold {
  /** Leaf of the log. */
  readonly index: number;
  readonly type: string;
  readonly title: Text;
  readonly happened: Moment;
  /** ms since 1970. */
  readonly receivedAt: number;
  readonly officer: OfficerTold;
  readonly place: string;
  readonly reason: Text | null;
  readonly seals: readonly SealTold[];
  readonly countersigners: readonly (OfficerTold & { readonly as: string })[];
  /** What a reader must not overlook: late, under reserve, a gate passed, something that differs. */
  readonly remarks: readonly Text[];
  /** Members that are not handed over. */
  readonly withheld: number;
  /** Set where custody passes by this act. */
  readonly custody: CustodyTold | null;
  /** What was signed, member by member, with the words of its form. */
  readonly signed: readonly { readonly label: Text; readonly value: string }[];
}

export interface SealTold {
  /** Null where there is none, and `state` says why. */
  readonly number: string | null;
  /** As it was read; null where nobody read it apart. */
  readonly found: string | null;
  readonly state: Text | null;
}

/** A picture that an act binds. */
export interface PictureTold {
  readonly sha256: string;
  /** Bytes, as they were signed. */
  readonly size: number;
  readonly caption: string;
  /** Leaf of the act. */
  readonly index: number;
  /** Its bytes are inside. */
  readonly inside: boolean;
}

/** An item in a list. */
export interface ItemTold {
  /** `evidence/<UUID>`. */
  readonly subject: string;
  readonly number: string;
  readonly description: Text | null;
  /** Where it stands after its last act inside; null where the rules could not be replayed. */
  readonly state: Text | null;
  readonly acts: number;
  readonly pictures: number;
}

export interface ItemHistory extends ItemTold {
  readonly history: readonly ActTold[];
  readonly photographs: readonly PictureTold[];
  /** Periods that nobody can account for (GATE-12). */
  readonly gaps: readonly { readonly from: string; readonly until: string; readonly reason: string }[];
}
