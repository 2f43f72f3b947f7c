import Type, { type Static } from 'typebox';
import { gateIds } from '../gates.js';
import { roleCodes } from '../roles.js';
import { Code, Count, Exactly, Flag, Line, List, Nullable } from '../schema/described.js';
import { Day } from '../schema/occurrence.js';
import { organisationClasses } from '../vocabulary/institutions.js';
import { codesOf } from '../vocabulary/vocabulary.js';
import { AnalysisSettings } from './analysis.js';
import { BothLanguages, Provenance } from './provenance.js';

const RoleName = Code(roleCodes, 'Role', 'Rôle');

/** What a reader in a role may see, and of which subjects. Default deny. */
export const resources = [
  'evidence',
  'identifications',
  'references',
  'information',
  'sources',
  'packages',
  'seals',
  'transfers',
  'incidents',
  'accounts',
  'scenes',
  'visits',
  'officers',
  'units',
  'sites',
  'discrepancies',
  'requests',
  'tracings',
  'holds',
  'releases',
  'examinations',
  'files',
  'events',
  'alerts',
  'exports',
  'dossiers',
  'imports',
  'armedgroups',
  'propaganda',
  'links',
  'requirements',
] as const;
export type Resource = (typeof resources)[number];

const Gate = Exactly({
  on: Flag('Is the gate in force?', 'Le verrou est-il en vigueur ?'),
  /** Roles that may pass the gate by a reasoned decision; null: nobody may. */
  override: Nullable(
    Exactly({
      roles: List(RoleName, 'Roles that may decide', 'Rôles habilités', { min: 1, max: 30 }),
      /** Who signs beside an officer who passes the gate for an act of his own; absent: he decides alone. */
      secondOfficers: Type.Optional(
        List(
          RoleName,
          'Roles of the second officer where the author of the act decides himself',
          "Rôles du second officier lorsque l'auteur de l'acte décide lui-même",
          { min: 1, max: 30 },
        ),
      ),
    }),
  ),
  rule: BothLanguages,
  ...Provenance,
});

const Countersignature = Exactly({
  as: Line('Capacity, e.g. witness', 'Qualité, p. ex. témoin', 40),
  /** 0: may be given, is not owed. */
  count: Count('How many are owed', 'Combien sont requis', { min: 0, max: 10 }),
  roles: Nullable(
    List(RoleName, 'Roles that may sign; null: any', 'Rôles admis ; null : tous', { min: 1, max: 30 }),
  ),
});

const ActSignatures = Exactly({
  signers: List(RoleName, 'Roles that may sign the act', "Rôles qui peuvent signer l'acte", { max: 30 }),
  /** For acts whose body states a `kind`: of the signers, only these for the kinds named. */
  signersByKind: Type.Optional(
    Type.Record(
      Type.String({ pattern: '^[A-Z_]{1,40}$' }),
      List(RoleName, 'Roles that may sign this kind', 'Rôles qui peuvent signer cette nature', { max: 30 }),
    ),
  ),
  countersignatures: List(Countersignature, 'Countersignatures owed', 'Contreseings requis', { max: 5 }),
  ...Provenance,
});

/** RQ-10, E55: who signs beside the author where an act is entered late, or corrects what another wrote. */
const Supervisors = Exactly({
  roles: List(RoleName, 'Roles that may supervise', 'Rôles habilités à superviser', { min: 1, max: 30 }),
  ...Provenance,
});

/** Reading that is shown to nobody who does not say why: kept with the entry of the access log. */
const ReadingPurpose = Exactly({
  resources: List(Code(resources, 'Resource', 'Ressource'), 'Resources', 'Ressources', { min: 1, max: 30 }),
  ...Provenance,
});

/**
 * RQ-68: lawful recipients beside the host State have rules of their own: on which level is decided, and what is asked
 * beside the questions that are always asked.
 */
const RecipientRule = Exactly({
  classes: List(
    Code(codesOf(organisationClasses), 'Class of recipient', 'Catégorie de destinataire'),
    'Classes of recipient',
    'Catégories de destinataires',
    { min: 1, max: 20 },
  ),
  deciders: List(RoleName, 'Roles that may grant', 'Rôles qui peuvent accorder', { min: 1, max: 10 }),
  questions: List(BothLanguages, 'Asked beside the four questions', 'Demandé outre les quatre questions', {
    max: 20,
  }),
  ...Provenance,
});

const Deadline = Exactly({ value: Count('Value', 'Valeur', { max: 1_000_000 }), ...Provenance });

/** Names of the deadlines; each is a whole number in the unit its name says. */
export const deadlineNames = [
  'lateEntryHours',
  'futureToleranceMinutes',
  'transferOverdueHours',
  'checkOutOverdueDays',
  'checkOutMaximumDays',
  'discrepancyDays',
  'custodyGapMinutes',
  'releaseMaximumDays',
  'sceneClearanceMaximumHours',
] as const;

export type DeadlineName = (typeof deadlineNames)[number];

/** `summary`: number, state, where; `record`: everything signed; `withheld`: disclosed claims too. */
export const fieldGroups = ['summary', 'record', 'withheld'] as const;
export type FieldGroup = (typeof fieldGroups)[number];

export const scopes = ['custody', 'unit', 'site', 'incident', 'recipient', 'all'] as const;
export type Scope = (typeof scopes)[number];

const ReadingGrant = Exactly({
  roles: List(RoleName, 'Roles', 'Rôles', { min: 1, max: 30 }),
  resources: List(Code(resources, 'Resource', 'Ressource'), 'Resources', 'Ressources', { min: 1, max: 30 }),
  fields: Code(fieldGroups, 'Field group', 'Groupe de champs'),
  scope: Code(scopes, 'Scope', 'Étendue'),
});

/**
 * The procedure as data (domain.md section (a), consequence 2): gates, who may sign what, deadlines, who may
 * read what. One document, adopted by an event of the log; its bytes are its JCS form.
 */
export const SopDocument = Exactly({
  id: Line('Identifier', 'Identifiant', 60),
  version: Count('Version', 'Version', { min: 1 }),
  /**
   * Edition of the rules the procedure counts on (RQ-13); absent: 1. A rule that came later judges nothing under
   * an older document: what stood when it was done stands for ever.
   */
  edition: Type.Optional(Count('Edition of the rules', 'Édition des règles', { min: 1 })),
  title: BothLanguages,
  statement: BothLanguages,
  effective: Day('In force from', 'En vigueur à partir du'),
  review: Day('To be reviewed by', 'À réviser avant le'),
  gates: Type.Object(
    Object.fromEntries(gateIds.map(id => [id, Gate])) as Record<(typeof gateIds)[number], typeof Gate>,
    {
      additionalProperties: false,
    },
  ),
  deadlines: Type.Object(
    {
      ...(Object.fromEntries(deadlineNames.map(name => [name, Deadline])) as Record<
        DeadlineName,
        typeof Deadline
      >),
      /** RQ-65: after how many days it is asked what came of a handover; absent: nobody is reminded. */
      outcomeDays: Type.Optional(Deadline),
    },
    { additionalProperties: false },
  ),
  /** Absent from documents adopted before there was such a list: then any role may. */
  supervisors: Type.Optional(Supervisors),
  /** Absent: one rule for all recipients. A class that no rule names is granted to by whoever signs the act. */
  recipients: Type.Optional(
    List(RecipientRule, 'Rules by recipient', 'Règles par destinataire', { max: 50 }),
  ),
  /** Settings of the analysis, as dated data; absent: none is stated. */
  analysis: Type.Optional(AnalysisSettings),
  acts: Type.Record(Type.String({ pattern: '^[a-z]+\\.[a-z-]+$' }), ActSignatures),
  /** Absent: nobody has to say why he reads. */
  purpose: Type.Optional(ReadingPurpose),
  reading: List(ReadingGrant, 'Who may read what', 'Qui peut lire quoi', { min: 1, max: 200 }),
});

export type Sop = Static<typeof SopDocument>;
