import type { Bilingual } from '../words.js';

/** What stands in a cell or beside a label: words, or a hash that is printed in one piece in a fixed-width face. */
export type Said = Bilingual | { readonly exact: string };

export interface Column {
  readonly title: Bilingual;
  /** Share of the width. */
  readonly width: number;
}

export interface TableRow {
  readonly cells: readonly (readonly Said[])[];
  /** Below the row, over its whole width: a hash, a warning. */
  readonly below?: readonly Said[];
  /** A row that must not be overlooked. */
  readonly strong?: boolean;
}

/** A picture as the typesetter finds it: a path in its folder and its size in pixels. */
export interface PlacedPicture {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

export interface AlbumPicture {
  /** SHA-256 of the original, by which the picture is found; `null`: there is none to show. */
  readonly source: string | null;
  /** Number and category of the item. */
  readonly title: Bilingual;
  /** In words what the picture shows; for who does not see it too. */
  readonly caption: Bilingual;
  readonly lines: readonly Said[];
  /** What stands before the hash of the original: below a picture, and where there is none. */
  readonly derived: Bilingual;
  readonly original: Bilingual;
  readonly sha256: string;
  /** Printed in the frame where there is no picture. */
  readonly instead: Bilingual;
}

/** A field of a signature box: what is known, or a line to write on. */
export interface SignatureField {
  readonly label: Bilingual;
  readonly value: Bilingual | null;
  /** Height of the place to write, in millimetres. */
  readonly room: number;
}

export interface TimeBar {
  readonly kind: 'custody' | 'transit' | 'gap';
  readonly name: string;
  /** From 0 to 1 along the axis. */
  readonly from: number;
  readonly until: number;
}

/** What the typesetter sets, one after the other. All texts are data to it: nothing in them is a command. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: Bilingual }
  | {
      readonly kind: 'paragraph';
      readonly text: Bilingual;
      readonly weight?: 'bold';
      readonly align?: 'center' | 'right';
      /** Stays on one page with what follows. */
      readonly keep?: boolean;
    }
  | { readonly kind: 'notice'; readonly texts: readonly Bilingual[] }
  | {
      readonly kind: 'facts';
      /** Set close, where a page has much to hold. */
      readonly close?: boolean;
      readonly rows: readonly { readonly label: Bilingual; readonly values: readonly Said[] }[];
    }
  | {
      readonly kind: 'list';
      readonly numbered?: boolean;
      /** Stays on one page with what follows. */
      readonly keep?: boolean;
      readonly entries: readonly (readonly Said[])[];
    }
  | {
      readonly kind: 'table';
      readonly close?: boolean;
      /** Least height of a row in millimetres, where it is written in by hand. */
      readonly room?: number;
      readonly columns: readonly Column[];
      readonly rows: readonly TableRow[];
    }
  | {
      readonly kind: 'timeline';
      readonly words: string;
      /** In which time zone the axis is. */
      readonly axis: Bilingual;
      readonly bars: readonly TimeBar[];
      readonly ticks: readonly { readonly at: number; readonly text: string }[];
    }
  | { readonly kind: 'album'; readonly pictures: readonly AlbumPicture[] }
  | {
      readonly kind: 'signatures';
      readonly boxes: readonly {
        readonly title: Bilingual;
        readonly fields: readonly SignatureField[];
        /** Places left empty for ink, side by side. */
        readonly marks: readonly Bilingual[];
      }[];
    }
  | { readonly kind: 'fields'; readonly fields: readonly SignatureField[] }
  | {
      readonly kind: 'ruled';
      readonly label: Bilingual;
      readonly lines: number;
      /** Stays on one page with what follows. */
      readonly keep?: boolean;
    }
  | { readonly kind: 'code'; readonly text: string; readonly words: readonly Said[] }
  | { readonly kind: 'page' }
  /** Pages in landscape, for a table that is wide. */
  | { readonly kind: 'turned'; readonly blocks: readonly Block[] };

/** What stands at the foot and the head of every page. */
export interface Margins {
  readonly head: string;
  readonly demonstration: Bilingual | null;
  readonly foot: string;
  readonly volume: number;
  readonly volumes: number;
}

/** One volume, ready to be set. */
export interface Sheets {
  readonly title: string;
  readonly author: string;
  /** `YYYY-MM-DDTHH:MM:SS…`: the date in the file, in UTC. */
  readonly date: string;
  readonly margins: Margins;
  readonly blocks: readonly Block[];
}
