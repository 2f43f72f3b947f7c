import Type from 'typebox';
import { Count, Exactly, Nullable, type Static, words } from './described.js';

/**
 * A number of people as a source gives it: from the lowest to the highest it can mean. "Several hundred" has a lowest and no
 * highest.
 */
export function CountRange(en: string, fr: string) {
  return Exactly(
    {
      lowest: Count('At least', 'Au moins', { max: 1_000_000 }),
      highest: Nullable(
        Count('At most; null: no limit was given', 'Au plus ; null : aucune limite indiquée', {
          max: 1_000_000,
        }),
      ),
    },
    words(en, fr),
  );
}

const range = CountRange('', '');
export type CountRangeOf = Static<typeof range>;

const Kilograms = (en: string, fr: string) =>
  Type.String({ ...words(en, fr), pattern: '^(0|[1-9]\\d{0,4})(\\.\\d{1,3})?$' });

/** A mass as it was estimated, in kilograms, as decimal text. */
export const MassRange = Exactly(
  {
    lowest: Kilograms('At least, in kilograms, as text', 'Au moins, en kilogrammes, en texte'),
    highest: Nullable(
      Kilograms(
        'At most, in kilograms, as text; null: no limit was given',
        'Au plus, en kilogrammes, en texte ; null : aucune limite indiquée',
      ),
    ),
  },
  words('Mass in kilograms, as estimated', 'Masse en kilogrammes, telle qu’estimée'),
);

/** Is the highest below the lowest? */
export function runsBackwards({
  lowest,
  highest,
}: {
  readonly lowest: number | string;
  readonly highest: number | string | null;
}): boolean {
  return highest !== null && Number(highest) < Number(lowest);
}
