import type { Bilingual, Moment, Row, Section, Signatory } from './words.js';

/** What was asked of one item, and what came of it (D5, RQ-50, RQ-54). */
export interface ItemResult {
  /** Number of the item, or of the sub-item that was made of it; where it does not go along that is said. */
  readonly item: Bilingual;
  readonly question: Bilingual;
  readonly examination: Bilingual;
  readonly level: Bilingual;
  /** The day it was made. */
  readonly performed: Bilingual;
  readonly method: Bilingual;
  readonly instrument: Bilingual;
  readonly limits: Bilingual;
  readonly finding: Bilingual;
  /** Apart from the finding; `null` where the examiner gave none. */
  readonly opinion: Bilingual | null;
  /** V7, e.g. `Inconclusive`: negative and inconclusive results are results. */
  readonly resultClass: Bilingual;
  readonly comparedWith: Bilingual;
  /** Under the laboratory's own references. */
  readonly traces: Bilingual;
  /** Raw files of instruments, by hash (hexadecimal). */
  readonly files: readonly FileByHash[];
}

/** A file of which the paper prints the hash (hexadecimal). */
export interface FileByHash {
  readonly what: Bilingual;
  readonly sha256: string;
}

/** What the laboratory recorded of one item in the terms of the field: `label : value` a line, codes in words. */
export interface ItemRecord {
  readonly item: Bilingual;
  /** As read, apart from what they are taken to mean (RQ-11). */
  readonly marks: readonly Bilingual[];
  /** V5. */
  readonly headstamp: readonly Bilingual[];
  /** V2: labels alone, nothing on how a device is made. */
  readonly construction: readonly Bilingual[];
  readonly interpretation: readonly Bilingual[];
  readonly photographs: readonly FileByHash[];
}

/** A lead (V7), which is no result: where its act stands in the log, and what is handed over of it. */
export interface Lead {
  readonly leaf: number;
  readonly rows: readonly Row[];
}

/** A former version of a report: it stays (E34, RQ-54). */
export interface FormerVersion {
  readonly version: number;
  readonly signed: Moment;
  readonly reason: Bilingual;
  readonly sha256: string | null;
}

/** A laboratory report with the request it answers (form D5). */
export interface LaboratoryReport {
  readonly laboratoryNumber: string;
  readonly reportNumber: string;
  readonly version: number;
  readonly request: {
    readonly unit: Bilingual;
    readonly caseNumber: string;
    readonly requested: Moment;
    readonly contact: Bilingual;
    readonly offence: Bilingual;
    readonly circumstances: Bilingual;
    /** What is asked of each item, examined or not (RQ-50). */
    readonly questions: Bilingual;
    /** Examination types in their order (GATE-5). */
    readonly order: Bilingual;
    readonly priorExaminations: Bilingual;
    readonly hazards: Bilingual;
    /** Whether destructive testing was allowed, and who approved. */
    readonly destructive: Bilingual;
    readonly urgency: Bilingual | null;
    readonly returnInstructions: Bilingual;
  };
  readonly received: {
    readonly at: Moment;
    readonly from: Bilingual;
    readonly count: Bilingual;
    readonly seals: Bilingual;
    readonly condition: Bilingual;
  };
  /** Under what quality system, accredited or not. */
  readonly quality: Bilingual;
  readonly summary: Bilingual;
  /** How a device is made in detail: whether it was told, never what. */
  readonly deviceDetail: Bilingual;
  readonly results: Section<ItemResult>;
  /** Marks, headstamp, labels of a device, interpretation and photographs of each item (D2, V2, V5). */
  readonly records: readonly ItemRecord[];
  /** Items examined, items not examined and why. */
  readonly notExamined: Section<{ readonly item: Bilingual; readonly why: Bilingual }>;
  /** Items opened and resealed, with the new seal number. */
  readonly opened: Section<Bilingual>;
  readonly consumed: Section<Bilingual>;
  /** Derived items: number, parent, description. */
  readonly derived: Section<{
    readonly item: string;
    readonly parent: string;
    readonly description: Bilingual;
  }>;
  /** From case to case (V7): what was compared and found, with method, limits and confidence. */
  readonly comparisons: Section<Bilingual>;
  readonly leads: Section<Lead>;
  readonly examiner: Signatory & { readonly signed: Moment };
  /** Another person than the examiner (SD-3); `null`: not reviewed, which is then printed as a defect. */
  readonly reviewer: (Signatory & { readonly signed: Moment }) | null;
  readonly formerVersions: Section<FormerVersion>;
  readonly languages: Bilingual;
  readonly classification: Bilingual;
  /** Number of the piece in the bordereau. */
  readonly piece: number | null;
  readonly sha256: string | null;
}
