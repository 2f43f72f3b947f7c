import Type from 'typebox';
import { words } from '../../../custody/schema/described.js';
import { Shown, textFilter, Uuid, uuidFilter } from '../fields.js';
import { column, type ResourceDefinition } from '../resource.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'source', name);

/** Sources by code name (GATE-8): for human rights, the legal office, and who registered each. */
export const sourceResource: ResourceDefinition = {
  resource: 'sources',
  path: 'sources',
  kind: 'source',
  title: { en: 'Sources', fr: 'Sources' },
  columns: {
    code: of(Shown('Code name', 'Nom de code'), 'code'),
    registeredBy: of(Uuid('Who registered it', 'Enregistrée par'), 'registered_by'),
    links: of(Type.Integer(words('Links to pieces', 'Rattachements à des pièces')), 'links'),
    consents: of(Type.Integer(words('Consents not revoked', 'Consentements non révoqués')), 'consents'),
  },
  filters: {
    code: textFilter('source.code', 'Code name', 'Nom de code'),
    registeredBy: uuidFilter('source.registered_by', 'Who registered it', 'Enregistrée par'),
  },
};
