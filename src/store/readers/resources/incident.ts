import { type RawBuilder, sql } from 'kysely';
import Type from 'typebox';
import { Flag, Line, words } from '../../../custody/schema/described.js';
import { Day } from '../../../custody/schema/occurrence.js';
import {
  filterBy,
  flagFilter,
  MaybeShown,
  Moment,
  Shown,
  textFilter,
  Uuid,
  Uuids,
  uuidFilter,
} from '../fields.js';
import { type Column, column, type ResourceDefinition } from '../resource.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'incident', name);

/** Of the facts as they were stated last; `named` is a column in this code, never input. */
function stated<T>(named: string): RawBuilder<T> {
  return sql<T>`(select ${sql.ref(`version.${named}`)} from incident_version version
    where version.incident = incident.id order by version.known_index desc limit 1)`;
}

const lastStated = (schema: Column['schema'], name: string): Column => ({ schema, from: () => stated(name) });
const Texts = (en: string, fr: string) => Type.Array(Type.String(), words(en, fr));

/** Incidents: the events under investigation. */
export const incidentResource: ResourceDefinition = {
  resource: 'incidents',
  path: 'incidents',
  kind: 'incident',
  title: { en: 'Incidents', fr: 'Incidents' },
  columns: {
    caseFile: of(Shown('Case file', 'Dossier'), 'case_file'),
    types: of(Texts('Types', 'Types'), 'types'),
    subTypes: of(Texts('Sub-types', 'Sous-types'), 'sub_types'),
    targets: lastStated(Texts('Targets', 'Cibles'), 'targets'),
    happened: of(Moment('When it happened', 'Moment des faits'), 'happened'),
    happenedPrecision: of(
      Shown('How precisely that is known', 'Précision de ce moment'),
      'happened_precision',
    ),
    placeName: of(Shown('Place', 'Lieu'), 'place_name'),
    administrativeUnits: of(
      Texts(
        'Administrative units at the time, largest first',
        "Circonscriptions à l'époque, de la plus grande à la plus petite",
      ),
      'administrative_units',
    ),
    reportingUnit: of(Uuid('Unit that reported it', 'Unité à l’origine du rapport'), 'reporting_unit'),
    exploitation: lastStated(
      MaybeShown('How far it was exploited; null: not known', "Niveau d'exploitation ; null : non connu"),
      'exploitation',
    ),
    exploitationReasons: lastStated(
      Texts('Why not fully', 'Pourquoi pas entièrement'),
      'exploitation_reasons',
    ),
    withdrawn: of(
      Flag('Was it withdrawn from the register?', 'A-t-il été retiré du registre ?'),
      'withdrawn',
    ),
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
    type: filterBy(
      Line('Of this type, by code or in words', 'De ce type, par code ou en clair'),
      value => sql<boolean>`incident.types @> array[${value}]::text[]`,
    ),
    subType: filterBy(
      Line('Of this sub-type', 'De ce sous-type'),
      value => sql<boolean>`incident.sub_types @> array[${value}]::text[]`,
    ),
    target: filterBy(
      Line('With this class of target', 'Ayant visé cette nature de cible'),
      value => sql<boolean>`${stated('targets')} @> array[${value}]::text[]`,
    ),
    region: filterBy(
      Line(
        'In this administrative unit, as it was or as it is today',
        "Dans cette circonscription, d'alors ou d'aujourd'hui",
      ),
      value => sql<boolean>`(incident.administrative_units @> array[${value}]::text[]
        or ${stated('administrative_units_today')} @> array[${value}]::text[])`,
    ),
    withdrawn: flagFilter(
      'incident.withdrawn',
      'Was it withdrawn from the register?',
      'A-t-il été retiré du registre ?',
    ),
    from: filterBy(
      Day('Happened on or after this day, UTC', 'Survenu à partir de ce jour, UTC'),
      value => sql<boolean>`incident.happened >= ${`${value}T00:00:00Z`}::timestamptz`,
    ),
    until: filterBy(
      Day('Happened before this day, UTC', 'Survenu avant ce jour, UTC'),
      value => sql<boolean>`incident.happened < ${`${value}T00:00:00Z`}::timestamptz`,
    ),
  },
};
