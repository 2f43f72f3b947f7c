import type { Text } from '../../../custody/text.js';
import type { Block, SignatureField } from '../print/block.js';

/** A field to be filled in by hand. */
function field(label: Text): SignatureField {
  return { label, value: null, room: 6 };
}

/** Fields one below the other. */
export function fields(...labels: readonly Text[]): Block {
  return { kind: 'fields', fields: labels.map(field) };
}

/** A table with empty lines. @param rows how many, or the first and last of their numbers */
export function emptyTable(
  rows: number | readonly [first: number, last: number],
  ...columns: readonly (readonly [Text, number])[]
): Block {
  const [first, last] = typeof rows === 'number' ? [1, rows] : rows;
  return {
    kind: 'table',
    room: 9,
    columns: columns.map(([title, width]) => ({ title, width })),
    rows: Array.from({ length: last - first + 1 }, (_, index) => ({
      cells: columns.map((_, column) => [{ fr: column === 0 ? String(first + index) : '' }]),
    })),
  };
}

const person: readonly Text[] = [
  { fr: 'Nom et grade', en: 'Name and grade' },
  { fr: 'Qualité et unité', en: 'Capacity and unit' },
  { fr: 'Date, heure, lieu', en: 'Date, hour, place' },
];

/** Who signs: name, grade, capacity, unit, date, signature and stamp (RQ-08). */
export function signatures(...titles: readonly Text[]): Block {
  return {
    kind: 'signatures',
    boxes: titles.map(title => ({
      title,
      fields: person.map(field),
      marks: [
        { fr: 'Signature', en: 'Signature' },
        { fr: 'Cachet', en: 'Stamp' },
      ],
    })),
  };
}
