import Type, { type TObject } from 'typebox';
import { Count, Exactly, List, words } from './described.js';
import { EventId, SubjectName, SubjectOf } from './identifiers.js';
import { Occurred, Place } from './occurrence.js';

const ItemOfGroup = Exactly({
  subject: SubjectName('evidence', 'Evidence item', 'Pièce'),
  seq: Count("Position in the item's own history", "Rang dans l'historique de la pièce", { min: 1 }),
});

const ItemsDigest = Type.String({
  ...words(
    'Digest of what the item events say: who countersigns the act signs for them too',
    'Empreinte de ce que disent les actes des pièces : qui contresigne les signe aussi',
  ),
  pattern: '^[A-Za-z0-9_-]{43}$',
});

/** Members of the body of a group's event (log-format section 10): at most 500 items. */
export const groupMembers = {
  itemsDigest: ItemsDigest,
  items: List(ItemOfGroup, 'Items concerned, in order', "Pièces concernées, dans l'ordre", {
    min: 1,
    max: 500,
  }),
} as const;

/** The same for a group that may concern no item (`itemsOptional`). */
export const optionalGroupMembers = {
  itemsDigest: ItemsDigest,
  items: List(
    ItemOfGroup,
    'Items concerned, in order; may be none',
    "Pièces concernées, dans l'ordre ; aucune le cas échéant",
    { max: 500 },
  ),
} as const;

/**
 * What a release can be about: an item, what a laboratory found, a piece of information. The list stands in frozen
 * bodies; which of the kinds have rules is `releasedKinds`.
 */
export const pieceKinds = ['evidence', 'examination', 'information'] as const;

/** The subject of a piece, `<kind>/<UUID>`. */
export const Piece = SubjectOf(
  pieceKinds,
  'Piece: an item, an examination or information',
  'Pièce : objet saisi, examen ou information',
);

/** The same for a group over pieces of several kinds. */
export const pieceGroupMembers = {
  itemsDigest: ItemsDigest,
  items: List(
    Exactly({
      subject: Piece,
      seq: Count("Position in the piece's own history", "Rang dans l'historique de la pièce", { min: 1 }),
    }),
    'Pieces concerned, in order',
    "Pièces concernées, dans l'ordre",
    { min: 1, max: 500 },
  ),
} as const;

/** Form 1 of a group's body: as it is now, without the digest, so that the first signer alone signed for the items. */
export function beforeItemsDigest(body: TObject) {
  const { itemsDigest: _, ...members } = body.properties;
  return { form: 1, body: Exactly(members), supersededIn: 2 } as const;
}

/** Members of the body of every item event: it repeats when and where, so that one item is complete by itself. */
export const itemMembers = {
  group: EventId("The group's event", "L'acte de groupe"),
  occurred: Occurred,
  place: Place,
} as const;
