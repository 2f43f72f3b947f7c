import { sql } from 'kysely';
import Type from 'typebox';
import { words } from '../../../custody/schema/described.js';
import { filterBy, Moment, Shown, textFilter, Uuid, Uuids, uuidFilter } from '../fields.js';
import { column, type ResourceDefinition } from '../resource.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'incident', name);

/** Incidents: the events under investigation. */
export const incidentResource: ResourceDefinition = {
  resource: 'incidents',
  path: 'incidents',
  kind: 'incident',
  title: { en: 'Incidents', fr: 'Incidents' },
  columns: {
    caseFile: of(Shown('Case file', 'Dossier'), 'case_file'),
    types: of(Type.Array(Type.String(), words('Types', 'Types')), 'types'),
    happened: of(Moment('When it happened', 'Moment des faits'), 'happened'),
    happenedPrecision: of(
      Shown('How precisely that is known', 'Précision de ce moment'),
      'happened_precision',
    ),
    placeName: of(Shown('Place', 'Lieu'), 'place_name'),
    reportingUnit: of(Uuid('Unit that reported it', 'Unité à l’origine du rapport'), 'reporting_unit'),
    openedBy: of(Uuid('Who opened it', 'Ouvert par'), 'opened_by'),
    assigned: of(Uuids('Case officers in charge', 'Officiers chargés de l’affaire'), 'assigned'),
  },
  filters: {
    caseFile: textFilter('incident.case_file', 'Case file', 'Dossier'),
    reportingUnit: uuidFilter(
      'incident.reporting_unit',
      'Unit that reported it',
      'Unité à l’origine du rapport',
    ),
    assigned: filterBy(
      Uuid('Case officer in charge', 'Officier chargé de l’affaire'),
      value => sql<boolean>`incident.assigned @> array[${value}]::uuid[]`,
    ),
  },
};
