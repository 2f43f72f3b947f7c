import { Code, Exactly, Line, words } from '../schema/described.js';
import { File, IdOf } from '../schema/identifiers.js';
import { Day } from '../schema/occurrence.js';
import { QuantityOfLine } from '../schema/quantity.js';
import { Withholdable } from '../schema/withheld.js';
import { SealNumber } from '../sealstock/seal-number.js';
import { damagedStatuses, sealForms, sealTypes, signedAcross } from '../vocabulary/seals.js';
import { codesOf, type Vocabulary } from '../vocabulary/vocabulary.js';

/** GATE-3: a package holds firearms, or ammunition, or neither; never both. */
export const contentClasses = {
  FIREARMS: { en: 'Firearms; no ammunition, no explosive', fr: 'Armes à feu ; ni munitions ni explosif' },
  AMMUNITION: { en: 'Ammunition; no firearm', fr: 'Munitions ; aucune arme à feu' },
  NEITHER: { en: 'Neither firearms nor ammunition', fr: 'Ni arme à feu ni munitions' },
} as const satisfies Vocabulary;

export type ContentClass = keyof typeof contentClasses;

/** A seal as it is applied (D3, E14). */
export const SealApplied = Exactly(
  {
    stock: IdOf('sealstock', 'Stock the seal is from', 'Stock dont provient le scellé'),
    number: SealNumber('Seal number', 'Numéro de scellé'),
    type: Code(codesOf(sealTypes), 'Type of seal', 'Type de scellé'),
    form: Code(codesOf(sealForms), 'Form of the seal', 'Forme du scellé'),
    signedAcross: Code(
      codesOf(signedAcross),
      'What stands across the seal',
      'Ce qui est apposé à cheval sur le scellé',
    ),
    photo: File('Photograph of the seal', 'Photographie du scellé'),
  },
  words('The seal', 'Le scellé'),
);

/** The label as it is written on the package (D3). */
export const Label = Exactly(
  {
    case: Line('Case', 'Affaire'),
    exhibit: Line('Exhibit numbers', 'Numéros des pièces', 400),
    description: Line('Description', 'Description', 400),
    date: Day('Date', 'Date'),
    place: Line('Place', 'Lieu'),
    officer: Withholdable(
      Line('Officer', 'Officier'),
      'Officer as written on the label',
      "Officier tel qu'inscrit sur l'étiquette",
    ),
  },
  words('Label on the package', 'Étiquette du colis'),
);

export const HeldClass = Code(
  codesOf(contentClasses),
  'What the package holds: firearms and ammunition are packed apart',
  'Contenu du colis : armes et munitions sont emballées à part',
);

/** One line of the content list: how the item was described and counted when it went in (D3). */
export const ContentLine = Exactly(
  {
    description: Line('Description as packed', "Description à l'emballage", 400),
    quantity: QuantityOfLine,
  },
  words('Line of the content list', 'Ligne de la liste de contenu'),
);

/** Members of every item event of a package's act: which package, under which seal (design section 4). */
export const packedMembers = {
  package: IdOf('package', 'Package', 'Colis'),
  sealNumber: SealNumber('Seal number', 'Numéro de scellé'),
} as const;

export const SealStateSeen = Code(
  ['VERIFIED_INTACT', ...damagedStatuses],
  'State of the seal before opening',
  "État du scellé avant l'ouverture",
);
