import type { Text } from '../../custody/text.js';
import type { MatterKind } from './contents-reading.js';
import type { Fact } from './facts/fact.js';
import type { SignedLine } from './tell-signed.js';

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
  /** Null where a national authority received on paper. */
  readonly officer: OfficerTold | null;
  /** Of whoever received for a national authority; null while it is ours. */
  readonly national: string | null;
  readonly place: string;
  /** Store and shelf, where it was put on one. */
  readonly shelf: string | null;
  readonly reason: Text;
  readonly since: string;
}

/** One act of a history; countersignatures stand with what they sign. */
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
  /** Set where nobody has custody from this act on: how it ended. */
  readonly ended: Text | null;
  /** From this act on nobody can say who has custody. */
  readonly lost: boolean;
  /** What was signed, member by member, with the words of its form. */
  readonly signed: readonly SignedLine[];
}

export interface SealTold {
  /** Null where there is none, and `state` says why. */
  readonly number: string | null;
  /** As it was read; null where nobody read it apart. */
  readonly found: string | null;
  readonly state: Text | null;
}

/** Of a file: its own bytes, a copy made of it for a dossier, or neither. */
export type WhatIsInside = 'original' | 'copy' | null;

/** A file that an act binds. */
export interface FileTold {
  readonly sha256: string;
  /** Bytes, as they were signed. */
  readonly size: number;
  readonly mediaType: string;
  /** Of a photograph; empty of any other file. */
  readonly number: string;
  /** When a photograph was taken, as it was signed; empty where that is not said. */
  readonly takenAt: string;
  /** Leaf of the act. */
  readonly index: number;
  readonly inside: WhatIsInside;
}

/** Something with a history of its own, in a list. */
export interface SubjectTold {
  /** `<kind>/<UUID>`. */
  readonly subject: string;
  readonly number: string;
  /** In the bordereau of a dossier; null of what is no piece of it. */
  readonly piece: number | null;
  readonly description: Text | null;
  /** Where it stands after its last act inside; null where that is not known. */
  readonly state: Text | null;
  readonly acts: number;
  readonly pictures: number;
  /** Members of its acts that are not handed over. */
  readonly withheld: number;
  /** All its acts are inside; otherwise those alone that something else names. */
  readonly whole: boolean;
}

/** What an item stands in: a release, a request, an examination, information, a hold. */
export interface MatterTold extends SubjectTold {
  readonly kind: MatterKind;
}

/** Whole, as it is shown when it is opened. */
export interface SubjectHistory extends SubjectTold {
  /** What a reader asks first, by itself. */
  readonly facts: readonly Fact[];
  readonly history: readonly ActTold[];
  readonly photographs: readonly FileTold[];
  /** Other files. */
  readonly documents: readonly FileTold[];
  /** Of an item: leaf from which on its custody follows from the acts inside, and the rules could not be replayed. */
  readonly followedFrom: number | null;
  /** Of an item: periods that nobody can account for (GATE-12). Null of what is never in custody. */
  readonly gaps: readonly { readonly from: string; readonly until: string; readonly reason: string }[] | null;
}
