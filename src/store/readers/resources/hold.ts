import { sql } from 'kysely';
import Type from 'typebox';
import { Line, words } from '../../../custody/schema/described.js';
import { disputedColumn } from '../disputed/disputed-column.js';
import { filterBy, MaybeShown, Moment, Shown, textFilter, Uuid, uuidFilter } from '../fields.js';
import { column, type ResourceDefinition } from '../resource.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'hold', name);

/** Holds (E57): what may be neither released nor disposed of, by whose function, until it is lifted. */
export const holdResource: ResourceDefinition = {
  resource: 'holds',
  path: 'holds',
  kind: 'hold',
  title: { en: 'Holds', fr: 'Mesures de conservation' },
  columns: {
    number: of(Shown('Number', 'Numéro'), 'number'),
    function: of(Shown('Function that placed it', 'Fonction qui l’a prise'), 'function'),
    ground: of(Shown('Ground', 'Fondement'), 'ground'),
    scope: of(Shown('What it stops', 'Ce qu’elle suspend'), 'scope'),
    authority: of(Shown('Authority', 'Autorité'), 'authority'),
    placedBy: of(Uuid('Who placed it', 'Prise par'), 'placed_by'),
    placedAt: of(Moment('When it was placed', 'Date'), 'placed_at'),
    reviewOn: {
      schema: MaybeShown('To be looked at again on', 'À réexaminer le'),
      from: () => sql`hold.review_on::text`,
    },
    standing: of(
      Type.Integer(words('How many pieces it still holds', 'Nombre de pièces encore visées')),
      'standing',
    ),
    disputed: disputedColumn,
  },
  filters: {
    number: textFilter('hold.number', 'Number', 'Numéro'),
    function: textFilter('hold.function', 'Function that placed it', 'Fonction qui l’a prise'),
    placedBy: uuidFilter('hold.placed_by', 'Who placed it', 'Prise par'),
    standing: filterBy(
      Type.Enum(['true', 'false'], words('Does it still hold something?', 'Vise-t-elle encore une pièce ?')),
      value => sql<boolean>`(hold.standing > 0) = ${value === 'true'}`,
    ),
    piece: filterBy(
      Line('Piece it is over, `<kind>/<UUID>`', 'Pièce visée, `<genre>/<UUID>`', 60),
      value => sql<boolean>`exists (select from hold_piece listed
        where listed.hold = hold.id and listed.piece = ${value})`,
    ),
  },
};
