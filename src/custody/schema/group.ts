import { Count, Exactly, List } from './described.js';
import { EventId, SubjectName } from './identifiers.js';
import { Occurred, Place } from './occurrence.js';

const ItemOfGroup = Exactly({
  subject: SubjectName('evidence', 'Evidence item', 'Pièce'),
  seq: Count("Position in the item's own history", "Rang dans l'historique de la pièce", { min: 1 }),
});

/** Members of the body of a group's event (log-format section 10): at most 500 items. */
export const groupMembers = {
  items: List(ItemOfGroup, 'Items concerned, in order', "Pièces concernées, dans l'ordre", {
    min: 1,
    max: 500,
  }),
} as const;

/** The same for a group that may concern no item (`itemsOptional`). */
export const optionalGroupMembers = {
  items: List(
    ItemOfGroup,
    'Items concerned, in order; may be none',
    "Pièces concernées, dans l'ordre ; aucune le cas échéant",
    { max: 500 },
  ),
} as const;

/** Members of the body of every item event: it repeats when and where, so that one item is complete by itself. */
export const itemMembers = {
  group: EventId("The group's event", "L'acte de groupe"),
  occurred: Occurred,
  place: Place,
} as const;
