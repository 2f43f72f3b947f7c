import { compactKey } from '../../custody/identification/keys.js';
import { grouped } from './spread.js';
import { counts, type MaterielVersion } from './version.js';

/** Why two numbers that are compared as one may yet not be one, or not of one object. */
export const serialDoubts = {
  LEADING_ZEROS: {
    en: 'They differ in zeros in front',
    fr: 'Ils diffèrent par des zéros de tête',
  },
  CONFUSABLE: {
    en: 'They differ in characters that are taken for one another (O and 0, I, L and 1)',
    fr: 'Ils diffèrent par des caractères qui se confondent (O et 0, I, L et 1)',
  },
  OTHER_MODEL: {
    en: 'The models or kinds of object differ',
    fr: "Les modèles ou les natures d'objet diffèrent",
  },
  MODEL_UNKNOWN: {
    en: 'Of one of them the model is not known',
    fr: "Le modèle de l'un d'eux n'est pas connu",
  },
  SAME_INCIDENT: {
    en: 'Two objects of one incident bear it: it may be a part number, or one object recorded twice',
    fr: "Deux objets d'un même incident le portent : ce peut être un numéro de pièce, ou un objet relevé deux fois",
  },
  MANY: {
    en: 'Three objects or more bear it: it may be a part number',
    fr: 'Trois objets ou plus le portent : ce peut être un numéro de pièce',
  },
  SHORT: {
    en: 'It has fewer than four characters',
    fr: 'Il compte moins de quatre caractères',
  },
} as const;

export type SerialDoubt = keyof typeof serialDoubts;

/** Items that bear what may be one number: candidates for a comparison, never a statement that they are one object. */
export interface SerialCandidates {
  readonly key: string;
  /** The numbers read the same but for case, spaces and punctuation. */
  readonly exact: boolean;
  readonly doubts: readonly SerialDoubt[];
  /** First in time first. */
  readonly records: readonly MaterielVersion[];
}

/** The same number on several items, as far as it was read whole. */
export function serialCandidates(versions: readonly MaterielVersion[]): readonly SerialCandidates[] {
  const numbered = versions.filter(counts).toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0));
  return grouped(numbered, ({ serialKey }) => serialKey)
    .map(([key, records]) => ({ key, records: oncePerItem(records) }))
    .filter(({ records }) => records.length > 1)
    .map(({ key, records }) => {
      const exact = distinct(records.map(exactly)) === 1;
      return { key, exact, doubts: doubtsOf(key, records), records };
    });
}

function oncePerItem(records: readonly MaterielVersion[]): readonly MaterielVersion[] {
  return [...new Map(records.toReversed().map(record => [record.item, record])).values()].toReversed();
}

function exactly({ serial }: MaterielVersion): string {
  return compactKey(serial) ?? '';
}

function doubtsOf(key: string, records: readonly MaterielVersion[]): readonly SerialDoubt[] {
  const written = records.map(exactly);
  const withoutZeros = written.map(text => text.replace(/^0+/, ''));
  const models = records.map(({ modelKey }) => modelKey);
  const kinds = records.map(({ category, subCategory }) => `${category} ${subCategory}`);
  const found: Readonly<Record<SerialDoubt, boolean>> = {
    LEADING_ZEROS: distinct(withoutZeros) < distinct(written),
    CONFUSABLE: distinct(withoutZeros) > 1,
    OTHER_MODEL: distinct(models.filter(model => model !== null)) > 1 || distinct(kinds) > 1,
    MODEL_UNKNOWN: models.includes(null),
    SAME_INCIDENT: distinct(records.map(({ incident }) => incident)) < records.length,
    MANY: records.length > 2,
    SHORT: key.length < 4,
  };
  return (Object.keys(serialDoubts) as SerialDoubt[]).filter(doubt => found[doubt]);
}

function distinct(values: readonly unknown[]): number {
  return new Set(values).size;
}
