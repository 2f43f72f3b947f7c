import type { Text } from '../../custody/text.js';
import type { DossierItem } from './item.js';
import type { LaboratoryReport } from './laboratory-report.js';
import type { Bilingual, Moment, Row, Section, Signatory } from './words.js';

/** Original, copy or summary (RQ-67). */
export type Nature = 'ORIGINAL' | 'COPY' | 'SUMMARY';

/** One numbered piece of the bordereau (D7): a report, a photograph, a statement, an exhibit's history. */
export interface Piece {
  readonly number: number;
  readonly title: Bilingual;
  readonly nature: Nature;
  /** Printed pages; `null` for what has none, e.g. a file of data. */
  readonly pages: number | null;
  /** Hex; `null` for an exhibit, which is a thing. */
  readonly sha256: string | null;
  /** `event_id` of the last act in its history: what an exhibit has in place of a hash; `null` for a file. */
  readonly head: string | null;
  /** Path in the bag. */
  readonly file: string | null;
  /** Of a cleaned copy the SHA-256 of the original, which stays proven (GATE-8), hex; `null` for anything else. */
  readonly copyOf: string | null;
  /** A thing, which stands in the table of exhibits too; anything else is written or a photograph. */
  readonly isObject: boolean;
}

/** RQ-07: what a person saw himself, in that person's own statement. */
export interface FactStatement {
  /** Number of the piece in the bordereau. */
  readonly piece: number;
  readonly by: Signatory;
  readonly stated: Moment;
  readonly entered: Moment;
  /** How he knows it himself: saw, heard, found it. */
  readonly known: Bilingual;
  readonly text: Bilingual;
  /** `event_id` of the statement. */
  readonly event: string;
  /** Late entry, override, correction. */
  readonly marks: readonly Bilingual[];
}

/** A part of form D6 with its rows. */
export interface FormPart {
  readonly title: Text;
  readonly rows: readonly Row[];
}

/** A piece as the decision lists it. */
export interface PieceOfDecision {
  /** In the bordereau. */
  readonly number: number;
  readonly title: Bilingual;
  readonly nature: Nature;
  /** `event_id` of the last act in its history. */
  readonly head: string;
  /** SHA-256 of the files that go as they are, hexadecimal. */
  readonly files: readonly string[];
  /** SHA-256 of the originals of which cleaned copies go, hexadecimal (GATE-8). */
  readonly copiesOf: readonly string[];
}

/** Extract of the decision under which everything here is handed over (form D6, RQ-62). */
export interface Decision {
  readonly number: string;
  readonly outcome: Bilingual;
  readonly decided: Moment;
  readonly by: Signatory;
  readonly validFrom: Moment | null;
  readonly validUntil: Moment | null;
  /** Réquisition, letter or note verbale answered. */
  readonly requestReference: Bilingual;
  readonly requested: Moment;
  readonly purpose: Bilingual;
  readonly offence: Bilingual;
  readonly reasons: Bilingual;
  /** Every other row of form D6 in its parts, each with what was found. */
  readonly parts: readonly FormPart[];
  /** What the decision is about, piece by piece: as what it goes, with which files (RQ-67). */
  readonly contents: Section<PieceOfDecision>;
  readonly conditions: Section<Bilingual>;
  readonly returnClause: Bilingual | null;
  /** Printed as QR code: the receipt of the decision in short, e.g. origin, leaf, event_id, one a line. */
  readonly receipt: string;
  readonly event: string;
}

/** Something that a defence counsel will ask about, told by us first (RQ-31, GATE-12). */
export interface Defect {
  /** Number of the item; `null` where it concerns the dossier. */
  readonly item: string | null;
  readonly kind: Bilingual;
  readonly what: Bilingual;
  readonly at: Moment | null;
}

/** What was taken out, where, and why (GATE-8, GATE-9). */
export interface Redaction {
  readonly where: Bilingual;
  /** SHA-256 of the file concerned, hexadecimal; `null`: the record itself. */
  readonly file: string | null;
  readonly what: Bilingual;
  readonly why: Bilingual;
}

/** Somebody who can testify, subject to waiver of immunity; by capacity, never by name. */
export interface PossibleWitness {
  readonly capacity: Bilingual;
  readonly unit: Bilingual;
  readonly about: Bilingual;
}

/** The procès-verbal de remise (D7). What is `null` is a line to be written on. */
export interface Handover {
  readonly number: string | null;
  readonly place: Bilingual | null;
  readonly at: Moment | null;
  readonly giver: Signatory;
  readonly receiver: Signatory;
  readonly witnesses: readonly Signatory[];
  /** Who keeps each copy, in the order of their numbers: three by practice. */
  readonly copies: readonly Bilingual[];
  /** Number of the national case or record, where known. */
  readonly nationalReferences: readonly string[];
}

/** What the appendix on checking needs. */
export interface Checking {
  /** How the one folder in the ZIP is called, as far as that is known before it is built. */
  readonly bag: string;
  /** Size and root of the checkpoint (root in base64, as the note has it). */
  readonly size: number;
  readonly root: string;
  /** vkey line of the log, as a policy names it. */
  readonly logKey: string;
  /** Files by which it is checked and their hashes: to be had apart from the bag. */
  readonly verifiers: readonly {
    readonly name: string;
    readonly sha256: string;
    readonly obtain: Bilingual;
  }[];
  /** What checking does not prove, in whole sentences. */
  readonly notProven: Section<Bilingual>;
}

/**
 * Everything that the printed dossier says (form D7): plain data, made of one release at one checkpoint by who reads
 * the store. The paper adds labels, dates in words, page numbers and nothing else. Serialised it is JSON.
 *
 * Two equal documents with equal pictures print the same bytes, at any time and in any time zone.
 */
export interface DossierDocument {
  readonly number: string;
  readonly version: number;
  /** A supplement names the dossier it adds to, and what it adds. */
  readonly supplements: {
    readonly number: string;
    readonly version: number;
    readonly adds: Bilingual;
  } | null;
  readonly origin: string;
  /** The mark of a demonstration stands on every page. */
  readonly demonstration: boolean;
  readonly classification: Bilingual;
  readonly caveats: readonly Bilingual[];
  /** Date of the dossier, of the PDF too: never the clock of the machine. */
  readonly date: Moment;
  /** SHA-256 of the list of pieces, hex; its start stands on every page. */
  readonly piecesHash: string;
  readonly caseReference: string;
  readonly subject: Bilingual;
  readonly addressee: {
    readonly authority: Bilingual;
    readonly person: string | null;
    readonly capacity: Bilingual;
    readonly place: Bilingual;
  };
  readonly sender: { readonly office: Bilingual; readonly place: Bilingual; readonly signatory: Signatory };
  /** Paragraphs of the letter beside the formula of transmission, which the paper writes itself. */
  readonly letter: readonly Bilingual[];
  /** What the dossier is as a whole (RQ-67), and what is said to it. */
  readonly nature: {
    readonly kind: 'ORIGINALS' | 'COPIES' | 'SUMMARY' | 'MIXED';
    readonly statements: readonly Bilingual[];
  };
  readonly decision: Decision;
  readonly facts: Section<FactStatement>;
  readonly pieces: Section<Piece>;
  readonly items: Section<DossierItem>;
  readonly reports: Section<LaboratoryReport>;
  /** How arms and explosives are to be stored. */
  readonly storageInstructions: Section<Bilingual>;
  readonly defects: Section<Defect>;
  readonly redactions: Section<Redaction>;
  readonly witnesses: Section<PossibleWitness>;
  readonly handover: Handover;
  readonly checking: Checking;
}
