import type { Text } from '../../../custody/text.js';
import { calibreCode } from '../../../custody/vocabulary/calibre.js';
import type { markKinds } from '../../../custody/vocabulary/marks.js';
import { type CategoryCode, traitsOf } from '../../../custody/vocabulary/materiel.js';
import { units } from '../../../custody/vocabulary/quantity.js';
import { foundAs } from '../../../custody/vocabulary/recovery.js';
import type { JsonObject } from '../../../log/index.js';

/** A mark as it stands on the object. */
export interface DemoMark {
  readonly kind: keyof typeof markKinds;
  readonly text: string;
  readonly place: string;
}

/** What marks are taken to mean, and who says so; what nobody says is null. */
export interface DemoInterpretation {
  readonly calibre?: string;
  readonly year?: number;
  readonly country?: string;
  readonly confidence: 'HIGH' | 'MODERATE' | 'LOW';
  readonly reference: Text;
}

/** An item of a case: what the brief says of it, everything else visibly invented. */
export interface DemoItem {
  readonly label: string;
  readonly category: CategoryCode;
  readonly subCategory: string;
  /** What an `OTHER` is. */
  readonly subCategoryText?: string;
  readonly description: Text;
  /** Null: the brief gives no quantity. */
  readonly amount: string | null;
  readonly foundAs: keyof typeof foundAs;
  /** Where a code does not say it. */
  readonly foundAsText?: Text;
  readonly suspected: 'NONE' | 'LOADED_WEAPON' | 'EXPLOSIVE';
  readonly marks?: readonly DemoMark[];
  /** Marks that were looked for and not found, or that the brief does not give. */
  readonly unmarked?: Text;
  readonly interpretation?: DemoInterpretation;
  /** Labels of an explosive device (V2). */
  readonly ied?: JsonObject;
}

/** An item of the register: a subject of the log. */
export interface RegisteredItem extends DemoItem {
  readonly id: string;
  readonly subject: string;
}

export function isFirearm({ category, subCategory }: DemoItem): boolean {
  return traitsOf(category, subCategory)?.firearm === true;
}

/** By its class, or because somebody suspected it: such an item needs an EOD certificate to travel (GATE-2). */
export function mayHoldExplosive({ category, subCategory, suspected }: DemoItem): boolean {
  return traitsOf(category, subCategory)?.explosivePossible === true || suspected === 'EXPLOSIVE';
}

/** EOD certifies it as explosive, not as free from it: ammunition and explosives, but not what is left of them. */
export function isExplosive(item: DemoItem): boolean {
  const { category, subCategory } = item;
  return mayHoldExplosive(item) && category !== 'VEHICLE' && subCategory !== 'TAIL';
}

/** Under this number EOD certifies what may hold explosive. */
export function certificateOf(item: DemoItem): string | null {
  return mayHoldExplosive(item) ? `${item.label}-CERTIFICATE` : null;
}

/** An item in one line: its label, what it is, how much, how it was found. */
export function tellItem({ label, description, amount, foundAs: found, foundAsText }: DemoItem): Text {
  const count = amount === '1' ? units.PIECE : { en: 'pieces', fr: 'pièces' };
  const quantity = {
    en: amount === null ? 'quantity not stated' : `${amount} ${count.en}`,
    fr: amount === null ? 'quantité non précisée' : `${amount} ${count.fr}`,
  };
  const { en, fr } = foundAsText ?? foundAs[found];
  return {
    en: `${label}: ${description.en}; ${quantity.en}; ${lowerFirst(en)}`,
    fr: `${label} : ${description.fr} ; ${quantity.fr} ; ${lowerFirst(fr)}`,
  };
}

/** Several things of the story in the middle of a sentence. */
export function labelsOf(items: readonly { readonly label: string }[]): string {
  return items.map(({ label }) => label).join(', ');
}

export function coded(code: string, text: string | null = null): JsonObject {
  return { code, text };
}

/** The marks exactly as read (RQ-11). */
export function marksAsRead(marks: readonly DemoMark[]): readonly JsonObject[] {
  return marks.map(({ kind, text, place }) => ({
    kind: coded(kind),
    text,
    unreadable: 0,
    place,
    clock: null,
    symbol: null,
    obliteration: 'NOT_OBLITERATED',
    photograph: null,
  }));
}

/** The interpretation, apart from the marks (RQ-11). */
export function interpretationOf(interpretation: DemoInterpretation | undefined): JsonObject | null {
  if (interpretation === undefined) return null;
  const { calibre, year, country, confidence, reference } = interpretation;
  return {
    make: null,
    model: null,
    calibre: calibre === undefined ? null : { written: calibre, code: calibreCode(calibre) },
    serial: null,
    year: year ?? null,
    country: country ?? null,
    lot: null,
    confidence,
    reference: reference.en,
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
