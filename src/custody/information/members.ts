import { ClassificationOfItem } from '../evidence/record/classification.js';
import { Count, Exactly, Flag, Line, List, Nullable, words } from '../schema/described.js';
import { IdOf } from '../schema/identifiers.js';
import { actMembers } from '../schema/occurrence.js';
import { Coded } from '../vocabulary/coded.js';
import { pieceLanguages } from '../vocabulary/information.js';

/** Members that every piece of information has, whatever it is. */
export const pieceMembers = {
  ...actMembers,
  number: Line('Number of the piece', 'Numéro de la pièce', 60),
  title: Exactly(
    {
      en: Line('Title in English', 'Intitulé en anglais', 300),
      fr: Line('Title in French', 'Intitulé en français', 300),
    },
    words('Title', 'Intitulé'),
  ),
  /** Not `items`: that is the list of a group (log-format section 10). */
  about: List(
    IdOf('evidence', 'Item it is about', 'Pièce à conviction concernée'),
    'Items it is about; may be none',
    'Pièces à conviction concernées ; aucune le cas échéant',
    { max: 200 },
  ),
  personalData: Flag(
    'Does it hold personal data of third persons?',
    'Contient-elle des données personnelles de tiers ?',
  ),
  classification: ClassificationOfItem,
} as const;

export const language = Coded(pieceLanguages, 'Language', 'Langue');
export const pages = Nullable(
  Count('Pages; null: it has none', 'Pages ; null : sans pages', { min: 1, max: 100_000 }),
);
