import { sql } from 'kysely';
import Type from 'typebox';
import { Code, Flag, Line, words } from '../../../custody/schema/described.js';
import type { Kind } from '../../../custody/schema/identifiers.js';
import { linkRelations, linkStandings } from '../../../custody/vocabulary/links.js';
import { visualVerifications } from '../../../custody/vocabulary/propaganda.js';
import { requirementPriorities } from '../../../custody/vocabulary/requirements.js';
import { codesOf } from '../../../custody/vocabulary/vocabulary.js';
import {
  codeFilter,
  filterBy,
  flagFilter,
  MaybeShown,
  MaybeUuid,
  Shown,
  textFilter,
  Uuid,
  uuidFilter,
} from '../fields.js';
import { type Column, column, type Filter, type ResourceDefinition } from '../resource.js';

const Texts = (en: string, fr: string) => Type.Array(Type.String(), words(en, fr));

/** What every record of the analysis cell shows. */
function recordColumns(kind: Kind): Readonly<Record<string, Column>> {
  return {
    recordedBy: column(Uuid('Who recorded it', 'Enregistrée par'), kind, 'recorded_by'),
    classification: column(Shown('Classification', 'Classification'), kind, 'classification'),
    withdrawn: column(Flag('Was it withdrawn?', 'A-t-elle été retirée ?'), kind, 'withdrawn'),
  };
}

function recordFilters(kind: Kind): Readonly<Record<string, Filter>> {
  return { withdrawn: flagFilter(`${kind}.withdrawn`, 'Was it withdrawn?', 'A-t-elle été retirée ?') };
}

/** Armed groups, under the name in use. */
export const armedGroupResource: ResourceDefinition = {
  resource: 'armedgroups',
  path: 'armed-groups',
  kind: 'armedgroup',
  title: { en: 'Armed groups', fr: 'Groupes armés' },
  columns: {
    name: column(Shown('Name in use', 'Nom en usage'), 'armedgroup', 'name'),
    names: column(Texts('All names', 'Tous les noms'), 'armedgroup', 'names'),
    areas: column(Texts('Areas', 'Zones'), 'armedgroup', 'areas'),
    regimes: column(Texts('Sanctions regimes', 'Régimes de sanctions'), 'armedgroup', 'regimes'),
    ...recordColumns('armedgroup'),
  },
  filters: {
    name: filterBy(
      Line('Any of its names', "L'un de ses noms", 200),
      value => sql<boolean>`armedgroup.names @> array[${value}]::text[]`,
    ),
    ...recordFilters('armedgroup'),
  },
};

const ofClaim = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'propaganda', name);

/** Claims of armed groups. */
export const propagandaResource: ResourceDefinition = {
  resource: 'propaganda',
  path: 'propaganda',
  kind: 'propaganda',
  title: { en: 'Propaganda', fr: 'Revendications' },
  columns: {
    number: ofClaim(Shown('Number', 'Numéro'), 'number'),
    subjects: ofClaim(Texts('What it is about', 'Objet'), 'subjects'),
    published: ofClaim(Shown('Date of the claim', 'Date de la revendication'), 'published'),
    medium: ofClaim(Shown('Medium', 'Support'), 'medium'),
    armedGroup: ofClaim(MaybeUuid('Group that claims', 'Groupe qui revendique'), 'armed_group'),
    verified: ofClaim(
      Code(codesOf(visualVerifications), 'Can what it says be seen?', "Ce qu'elle dit est-il visible ?"),
      'verified',
    ),
    ...recordColumns('propaganda'),
  },
  filters: {
    number: textFilter('propaganda.number', 'Number', 'Numéro'),
    armedGroup: uuidFilter('propaganda.armed_group', 'Group that claims', 'Groupe qui revendique'),
    ...recordFilters('propaganda'),
  },
};

const ofLink = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'link', name);

/** Links that analysts asserted or rejected. */
export const linkResource: ResourceDefinition = {
  resource: 'links',
  path: 'links',
  kind: 'link',
  title: { en: 'Links', fr: 'Rapprochements' },
  columns: {
    from: ofLink(Shown('What is linked', 'Ce qui est mis en rapport'), 'from_subject'),
    relation: ofLink(Code(codesOf(linkRelations), 'Relation', 'Rapport'), 'relation'),
    to: ofLink(Shown('To what', 'Avec quoi'), 'to_subject'),
    standing: ofLink(Code(codesOf(linkStandings), 'Asserted or rejected', 'Affirmé ou écarté'), 'standing'),
    sharedWhat: ofLink(MaybeShown('What they share', 'Ce qui leur est commun'), 'shared_what'),
    sharedKey: ofLink(MaybeShown('Which', 'Lequel'), 'shared_key'),
    confidence: ofLink(Shown('Confidence', 'Degré de confiance'), 'confidence'),
    ...recordColumns('link'),
  },
  filters: {
    of: filterBy(
      Line('Either end, as <kind>/<UUID>', "L'une des extrémités, sous la forme <nature>/<UUID>", 100),
      value => sql<boolean>`${value} in (link.from_subject, link.to_subject)`,
    ),
    relation: codeFilter('link.relation', codesOf(linkRelations), 'Relation', 'Rapport'),
    standing: codeFilter(
      'link.standing',
      codesOf(linkStandings),
      'Asserted or rejected',
      'Affirmé ou écarté',
    ),
    ...recordFilters('link'),
  },
};

const ofNeed = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'requirement', name);

/** Information requirements, and what is tagged to them. */
export const requirementResource: ResourceDefinition = {
  resource: 'requirements',
  path: 'information-requirements',
  kind: 'requirement',
  title: { en: 'Information requirements', fr: 'Besoins en information' },
  columns: {
    number: ofNeed(Shown('Number', 'Numéro'), 'number'),
    priority: ofNeed(Code(codesOf(requirementPriorities), 'Priority', 'Priorité'), 'priority'),
    questionEn: ofNeed(
      Shown('What is to be known, in English', 'Ce qu’il faut savoir, en anglais'),
      'question_en',
    ),
    questionFr: ofNeed(
      Shown('What is to be known, in French', 'Ce qu’il faut savoir, en français'),
      'question_fr',
    ),
    areas: ofNeed(Texts('Areas', 'Zones'), 'areas'),
    answerBy: ofNeed(MaybeShown('To be answered by', 'Réponse attendue pour le'), 'answer_by'),
    tagged: ofNeed(Texts('Records tagged to it', 'Fiches rattachées'), 'tagged'),
    ...recordColumns('requirement'),
  },
  filters: {
    number: textFilter('requirement.number', 'Number', 'Numéro'),
    priority: codeFilter('requirement.priority', codesOf(requirementPriorities), 'Priority', 'Priorité'),
    tagged: filterBy(
      Line(
        'Tagged with this record, as <kind>/<UUID>',
        'Rattachés à cette fiche, sous la forme <nature>/<UUID>',
        100,
      ),
      value => sql<boolean>`requirement.tagged @> array[${value}]::text[]`,
    ),
    ...recordFilters('requirement'),
  },
};
