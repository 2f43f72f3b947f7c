import { Calibre, checkCalibre } from '../evidence/record/interpretation.js';
import { Code, Count, Exactly, Line, Nullable, type Static, words } from '../schema/described.js';
import { refuseIf, type Violation } from '../violation.js';
import { confidences } from '../vocabulary/marks.js';
import { referenceEntryKinds } from '../vocabulary/references.js';
import { codesOf } from '../vocabulary/vocabulary.js';

const Year = (en: string, fr: string) => Nullable(Count(en, fr, { min: 1800, max: 2200 }));

/** How an entry is called inside its collection. */
export const EntryKey = Line('Key of the entry', "Clé de l'entrée", 80);

/** What an entry says. The last statement of a key is in force; earlier ones stay. */
export const entryMembers = {
  kind: Code(codesOf(referenceEntryKinds), 'Kind of entry', "Nature de l'entrée"),
  mark: Nullable(Line('Code, or text of the headstamp', 'Code, ou texte du marquage', 200)),
  producer: Nullable(Line('Producer', 'Fabricant')),
  country: Nullable(Line('Country', 'Pays', 100)),
  years: Exactly(
    {
      from: Year('First year; null: not known', 'Première année ; null : inconnue'),
      to: Year('Last year; null: not known, or still', 'Dernière année ; null : inconnue, ou en cours'),
    },
    words('Years for which it holds', 'Années pour lesquelles elle vaut'),
  ),
  model: Nullable(Line('Model', 'Modèle')),
  calibre: Nullable(Calibre),
  source: Line('Source', 'Source', 300),
  confidence: Code(codesOf(confidences), 'Confidence', 'Degré de confiance'),
} as const;

const entry = Exactly(entryMembers);
export type ReferenceEntry = Static<typeof entry>;

/** An entry says something, in years that can be, with the code of the calibre that is written. */
export function checkEntry(entry: ReferenceEntry, key: string, pointer: string): readonly Violation[] {
  const { mark, producer, model, years } = entry;
  return [
    ...refuseIf(mark === null && producer === null && model === null, 'reference.entry-empty', pointer, {
      key,
    }),
    ...refuseIf(
      years.from !== null && years.to !== null && years.to < years.from,
      'reference.years-reversed',
      `${pointer}/years/to`,
      { key, from: String(years.from), to: String(years.to) },
    ),
    ...checkCalibre(entry, pointer),
  ];
}
