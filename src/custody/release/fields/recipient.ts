import { Exactly, Line, Nullable, words } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { Withholdable } from '../../schema/withheld.js';

const person = Exactly({
  name: Line('Name', 'Nom'),
  grade: Nullable(Line('Grade', 'Grade', 80)),
});

/** GATE-10: to whom it goes. */
export const Recipient = Exactly(
  {
    unit: IdOf('unit', 'Unit of the recipient', 'Unité destinataire'),
    capacity: Line('Capacity of the recipient', 'Qualité du destinataire'),
    person: Nullable(Withholdable(person, 'Who receives, by name', 'Destinataire, nommément désigné')),
  },
  words('Recipient', 'Destinataire'),
);
