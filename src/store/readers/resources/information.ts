import { sql } from 'kysely';
import Type from 'typebox';
import { Flag, Nullable, words } from '../../../custody/schema/described.js';
import { disputedColumn } from '../disputed/disputed-column.js';
import { flagFilter, MaybeUuid, recordFilterBy, Shown, textFilter, Uuid, uuidFilter } from '../fields.js';
import { column, type ResourceDefinition } from '../resource.js';
import { heldColumn, heldFilter } from './held.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'information', name);

/** Information beside evidence: reports, extracts, statements. Never in custody, released by a decision alone. */
export const informationResource: ResourceDefinition = {
  resource: 'information',
  path: 'information',
  kind: 'information',
  title: { en: 'Information', fr: 'Informations' },
  columns: {
    number: of(Shown('Number', 'Numéro'), 'number'),
    kind: of(Shown('Kind', 'Nature'), 'kind'),
    titleEn: of(Shown('Title in English', 'Intitulé en anglais'), 'title_en'),
    titleFr: of(Shown('Title in French', 'Intitulé en français'), 'title_fr'),
    incident: of(MaybeUuid('Incident', 'Incident'), 'incident'),
    scene: of(MaybeUuid('Scene', 'Scène'), 'scene'),
    registeredBy: of(Uuid('Who registered it', 'Enregistrée par'), 'registered_by'),
    author: of(MaybeUuid('Author, where he is an officer', 'Auteur, s’il est officier'), 'author'),
    asTold: of(
      Flag(
        'Told by somebody else, taken by an officer?',
        'Rapportée par autrui, recueillie par un officier ?',
      ),
      'as_told',
    ),
    language: of(Shown('Language', 'Langue'), 'language'),
    pages: of(Nullable(Type.Integer(words('Pages', 'Pages'))), 'pages'),
    personalData: of(
      Flag('Personal data of third persons?', 'Données personnelles de tiers ?'),
      'personal_data',
    ),
    classification: of(Shown('Classification', 'Classification'), 'classification'),
    held: heldColumn('information'),
    disputed: disputedColumn,
  },
  filters: {
    number: textFilter('information.number', 'Number', 'Numéro'),
    kind: textFilter('information.kind', 'Kind', 'Nature'),
    incident: uuidFilter('information.incident', 'Incident', 'Incident'),
    scene: uuidFilter('information.scene', 'Scene', 'Scène'),
    author: uuidFilter('information.author', 'Author, an officer', 'Auteur, un officier'),
    asTold: flagFilter('information.as_told', 'Told by somebody else?', 'Rapportée par autrui ?'),
    held: heldFilter('information'),
    classification: textFilter('information.classification', 'Classification', 'Classification'),
    item: recordFilterBy(
      Uuid('Item it is about', 'Pièce concernée'),
      value => sql<boolean>`exists (select from information_item listed
        where listed.information = information.id and listed.item = ${value}::uuid)`,
    ),
  },
};
