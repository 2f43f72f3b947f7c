import type { Bilingual, Moment, Row, Section, Signatory } from './words.js';

/** A seal on an item or its package, with its state at the handover (D3, D7, RQ-31). */
export interface SealOnPaper {
  readonly number: string;
  /** Type and French form, e.g. `Sachet à fermeture inviolable – scellé fermé`. */
  readonly form: Bilingual;
  readonly state: Bilingual;
  /** Damaged, missing, of another number: printed bold wherever the seal is named (RQ-31). */
  readonly doubtful: boolean;
  /** It is on the object now; one that was opened or replaced stands in the history. */
  readonly inPlace: boolean;
}

/** One custodian of an item, from one moment to the next (RQ-04). Printed as a line and drawn along time. */
export interface CustodyPeriod {
  /** `gap`: nobody is recorded as custodian (GATE-12); `transit`: a courier answers for a sealed container. */
  readonly kind: 'custody' | 'transit' | 'gap';
  /** Who answers, by capacity and unit; of a gap, what is stated about it. */
  readonly custodian: Bilingual;
  /** Number of the item whose custody it was, before this one came of it; `null`: its own. */
  readonly of: string | null;
  readonly place: Bilingual;
  readonly from: Moment;
  /** `null`: until now. */
  readonly until: Moment | null;
}

/** One signed act in an item's history (the custody history, D7). */
export interface CustodyAct {
  /** When it is said to have happened; `null` where the act states no time. */
  readonly occurred: Moment | null;
  readonly entered: Moment;
  /** Position of the statement in the log. */
  readonly leaf: number;
  readonly what: Bilingual;
  /** Who signed, by capacity and unit, with the countersigners. */
  readonly by: Bilingual;
  /** Seals named by the act, and how they were found. */
  readonly seals: Bilingual | null;
  /** Late entry, override, correction, disputed key: printed below the act, bold. */
  readonly marks: readonly Bilingual[];
  /** `event_id`, base64url. */
  readonly event: string;
}

/** A picture of the album. The paper shows a shrunk copy and names the original by its hash. */
export interface Photograph {
  /** Number of the piece in the bordereau; `null` where it is not a piece. */
  readonly piece: number | null;
  /** Label and number under which the officer signed it; never the name of a file (F-28). */
  readonly caption: Bilingual;
  readonly taken: Moment | null;
  readonly takenBy: Bilingual | null;
  /** Of the original, hex. */
  readonly sha256: string;
  /** As what it is attached, where a decision lets some go as originals; `null`: none, and the bordereau says it. */
  readonly attached: Bilingual | null;
  /** Path of the original in the bag; `null` where it is not inside, and `absent` says why. */
  readonly file: string | null;
  readonly absent: Bilingual | null;
}

/** Assessment, EOD certificate, weapon-clear slip or another paper on safety (D7, conditional). */
export interface SafetyCertificate {
  readonly title: Bilingual;
  /** Null: it bears none. */
  readonly number: string | null;
  /** Number of the item that it was issued for, where this one came of that and took it over; `null`: its own. */
  readonly takenFrom: string | null;
  readonly issued: Moment;
  readonly validUntil: Moment | null;
  /** Capacity of who certified; his name only where the dossier may tell it. */
  readonly by: Signatory;
  readonly countersigned: readonly Signatory[];
  /** What was found, a line each. */
  readonly finding: readonly Bilingual[];
  readonly sha256: string | null;
}

/** The certificates of an item, and where one of them is not inside. */
export interface SafetyCertificates extends Section<SafetyCertificate> {
  /** That the act which the item's safety rests on is not inside, and where it is, in whole sentences; else `null`. */
  readonly elsewhere: Bilingual | null;
}

/** An exhibit, as the table of exhibits, its custody page and its album tell it (D2, D7, RQ-69). */
export interface DossierItem {
  readonly number: string;
  readonly root: string | null;
  readonly parent: string | null;
  readonly category: Bilingual;
  readonly description: Bilingual;
  readonly quantity: Bilingual;
  /** RQ-14. */
  readonly foundAs: Bilingual;
  /** Further rows of the exhibit record that may be told: marks as read, serial number, condition. */
  readonly particulars: readonly Row[];
  readonly seals: Section<SealOnPaper>;
  readonly hazard: Bilingual;
  readonly storage: Bilingual;
  /** Of an item that came of another: of which, when, where, by whom, and where the time before is told. */
  readonly origins: readonly Bilingual[];
  readonly periods: Section<CustodyPeriod>;
  readonly acts: Section<CustodyAct>;
  readonly photographs: Section<Photograph>;
  readonly certificates: SafetyCertificates;
}
