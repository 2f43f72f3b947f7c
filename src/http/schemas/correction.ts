import Type from 'typebox';
import { words } from '../../custody/schema/described.js';

/** Beside every act that is quoted: what was corrected of it, and by which act (E55, RQ-05). */
export const CorrectedBySchema = Type.Array(
  Type.Object(
    {
      event: Type.String(words('The act that corrects it', 'L’acte rectificatif')),
      type: Type.String(words('Type of that act', 'Type de cet acte')),
      index: Type.Integer(words('Its place in the log', 'Son rang au journal')),
      pointer: Type.String(
        words('Which field, as a JSON pointer into the act', 'Champ visé : pointeur JSON dans l’acte'),
      ),
    },
    { title: 'CorrectedBy', ...words('A correction; both stay', 'Une rectification ; les deux restent') },
  ),
  words(
    'Acts that correct it, or the act it is part of',
    'Actes qui le rectifient, ou l’acte dont il fait partie',
  ),
);
