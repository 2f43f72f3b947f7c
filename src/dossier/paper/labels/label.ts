import { evidenceNumber } from '../../../custody/evidence/number.js';
import type { Text } from '../../../custody/text.js';
import { tellQuantity } from '../../../custody/vocabulary/quantity.js';
import type { Bilingual } from '../words.js';

/** A line of a label: what is known, or room for ink. */
interface LabelLine {
  readonly label: Text;
  readonly value: Bilingual | null;
}

/** One label: the code of its subject, the number people read, and lines (D3: case, exhibit, description, date). */
export interface Label {
  readonly title: Text;
  /** `evidence/<UUID>` or `package/<UUID>`: what every command takes for the subject, a new one too. */
  readonly subject: string;
  readonly number: string;
  readonly lines: readonly LabelLine[];
}

/** A sheet of labels of 70 x 37 mm, 24 on A4. */
export interface LabelSheet {
  readonly title: string;
  readonly date: string;
  readonly demonstration: boolean;
  readonly labels: readonly Label[];
}

const longest = 80;

const words = {
  item: { fr: 'Scellé', en: 'Exhibit' },
  package: { fr: 'Conditionnement', en: 'Package' },
  description: { fr: 'Objet', en: 'Object' },
  quantity: { fr: 'Quantité', en: 'Quantity' },
  seal: { fr: 'Scellé n°', en: 'Seal no.' },
  case: { fr: 'Affaire', en: 'Case' },
  date: { fr: 'Date, lieu', en: 'Date, place' },
  officer: { fr: 'Agent', en: 'Officer' },
  contents: { fr: 'Contenu', en: 'Content' },
} as const satisfies Record<string, Text>;

export interface LabelledItem {
  readonly id: string;
  readonly description: Text;
  readonly quantity: { readonly amount: string | null; readonly unit: string };
  readonly seal: string | null;
}

export function itemLabel({ id, description, quantity, seal }: LabelledItem): Label {
  return {
    title: words.item,
    subject: `evidence/${id}`,
    number: evidenceNumber(id),
    lines: [
      { label: words.description, value: { fr: shortened(description.fr) } },
      { label: words.quantity, value: quantity.amount === null ? null : tellQuantity(quantity) },
      { label: words.seal, value: seal === null ? null : { fr: seal } },
      { label: words.officer, value: null },
    ],
  };
}

/** As much as a label holds, and visibly cut. */
function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length <= longest ? text : `${letters.slice(0, longest).join('')}…`;
}

export interface LabelledPackage {
  readonly id: string;
  readonly number: string;
  readonly seal: string;
  readonly contents: number;
}

export function packageLabel({ id, number, seal, contents }: LabelledPackage): Label {
  return {
    title: words.package,
    subject: `package/${id}`,
    number,
    lines: [
      { label: words.seal, value: { fr: seal } },
      { label: words.contents, value: { fr: `${contents} ${contents < 2 ? 'objet' : 'objets'}` } },
      { label: words.date, value: null },
      { label: words.officer, value: null },
    ],
  };
}

/**
 * A label for an item that is not registered yet: its number is fixed by a fresh UUID (RQ-01), which is given when the
 * item is registered. So a patrol without power labels today what it registers tomorrow.
 */
export function blankLabel(id: string): Label {
  return {
    title: words.item,
    subject: `evidence/${id}`,
    number: evidenceNumber(id),
    lines: [words.description, words.seal, words.date, words.officer].map(label => ({ label, value: null })),
  };
}
