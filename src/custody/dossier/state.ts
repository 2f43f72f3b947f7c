import type { CommonState } from '../common/state.js';
import type { DossierContents, dossierNotices, dossierRelations } from '../vocabulary/dossiers.js';

/** Somebody has it (D7). */
export interface DossierDelivery {
  readonly unit: string;
  readonly capacity: string;
  /** Who received it with his own key; null: on paper. */
  readonly officer: string | null;
  readonly at: string;
  readonly event: string;
}

/** Somebody who has it was told something of it. */
export interface DossierNotice {
  readonly about: keyof typeof dossierNotices;
  /** The later dossier; null where the release was taken back. */
  readonly dossier: string | null;
  readonly unit: string;
  readonly at: string;
  readonly event: string;
}

/** One version of a dossier as its case officer answers for it (E41). */
export interface DossierState extends CommonState {
  readonly number: string;
  readonly version: number;
  /** The dossier that it replaces or adds to; null: the first of its number. */
  readonly follows: { readonly dossier: string; readonly as: keyof typeof dossierRelations } | null;
  readonly release: string;
  readonly recipientUnit: string;
  readonly proceedings: string;
  readonly contents: DossierContents;
  readonly builtBy: string;
  readonly builtAt: string;
  /** Leaves of the tree that it is made of. */
  readonly size: number;
  /** Root of that tree, b64. */
  readonly root: string;
  /** SHA-256 of its `tagmanifest-sha256.txt`, hexadecimal: through the manifests a hash of every byte. */
  readonly hash: string;
  /** SHA-256 of its `report/pieces.json`, hexadecimal: what every page of it prints. */
  readonly piecesHash: string;
  /** `<kind>/<UUID>`, in the order in which the dossier numbers them. */
  readonly pieces: readonly string[];
  /** Absent: nobody was given it yet. */
  readonly deliveries?: readonly DossierDelivery[];
  readonly notices?: readonly DossierNotice[];
}
