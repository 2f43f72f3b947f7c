import Type from 'typebox';
import { Flag, words } from '../../../custody/schema/described.js';
import { disputedColumn } from '../disputed/disputed-column.js';
import { flagFilter, Shown, Uuid, Uuids, uuidFilter } from '../fields.js';
import { column, type ResourceDefinition } from '../resource.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'identification', name);

/** Identifications (E35): what items are, apart from their records. */
export const identificationResource: ResourceDefinition = {
  resource: 'identifications',
  path: 'identifications',
  kind: 'identification',
  title: { en: 'Identifications', fr: 'Identifications' },
  columns: {
    item: of(Uuid('Item that is identified', 'Pièce identifiée'), 'item'),
    madeBy: of(Uuid('Who identified it first', 'Première identification par'), 'made_by'),
    statedBy: of(Uuid('Who stated what is in force', 'Auteur de la version en vigueur'), 'stated_by'),
    authors: of(Uuids('Everybody who stated it', 'Tous ses auteurs'), 'authors'),
    parts: of(Type.Integer(words('Sub-lots identified', 'Sous-lots identifiés')), 'parts'),
    unidentified: of(Type.Integer(words('Pieces not identified', 'Pièces non identifiées')), 'unidentified'),
    statements: of(Type.Integer(words('Statements so far', 'Nombre de versions')), 'statements'),
    withdrawn: of(Flag('Is it withdrawn?', 'Est-elle retirée ?'), 'withdrawn'),
    classification: of(Shown('Classification', 'Classification'), 'classification'),
    disputed: disputedColumn,
  },
  filters: {
    item: uuidFilter('identification.item', 'Item that is identified', 'Pièce identifiée'),
    statedBy: uuidFilter(
      'identification.stated_by',
      'Who stated what is in force',
      'Auteur de la version en vigueur',
    ),
    withdrawn: flagFilter('identification.withdrawn', 'Is it withdrawn?', 'Est-elle retirée ?'),
  },
};
