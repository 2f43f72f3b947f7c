import { evidenceNumber } from '../../../custody/evidence/number.js';
import { joined, same } from '../../paper/print/told.js';
import type { Bilingual } from '../../paper/words.js';
import type { DossierReading } from '../dossier-reading.js';

/** An item by its UUID, as the report names it. */
export type NameItem = (id: string) => Bilingual;

/** A laboratory was given more than goes along: of an item that is no piece its number is followed by that. */
export function itemNames({ pieces }: Pick<DossierReading['request'], 'pieces'>): NameItem {
  return id => {
    const number = same(evidenceNumber(id));
    return pieces.includes(`evidence/${id}`) ? number : joined([number, noPiece], ' ');
  };
}

const noPiece: Bilingual = {
  fr: "(n'est pas une pièce de ce dossier)",
  en: '(no piece of this dossier)',
};
