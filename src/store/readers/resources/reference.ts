import Type from 'typebox';
import { words } from '../../../custody/schema/described.js';
import { Shown, textFilter, Uuid, uuidFilter } from '../fields.js';
import { column, type ResourceDefinition } from '../resource.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'reference', name);

/** Reference collections (V5): headstamps, producers and models, each entry with its source. */
export const referenceResource: ResourceDefinition = {
  resource: 'references',
  path: 'references',
  kind: 'reference',
  title: { en: 'Reference collections', fr: 'Recueils de référence' },
  columns: {
    name: of(Shown('Name', 'Nom'), 'name'),
    describes: of(Shown('What it is a collection of', 'Objet du recueil'), 'describes'),
    source: of(Shown('Where it comes from', 'Provenance'), 'source'),
    openedBy: of(Uuid('Who opened it', 'Ouvert par'), 'opened_by'),
    entries: of(Type.Integer(words('Entries that stand', 'Entrées en vigueur')), 'entries'),
  },
  filters: {
    name: textFilter('reference.name', 'Name', 'Nom'),
    openedBy: uuidFilter('reference.opened_by', 'Who opened it', 'Ouvert par'),
  },
};
