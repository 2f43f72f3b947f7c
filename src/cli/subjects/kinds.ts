import { evidenceNumber } from '../../custody/evidence/number.js';
import { type OfficerState, rolesHeld } from '../../custody/officer/state.js';
import type { Kind } from '../../custody/schema/identifiers.js';
import type { Language, Text } from '../../custody/text.js';
import { discrepancyKinds } from '../../custody/vocabulary/discrepancies.js';
import { dossierContents } from '../../custody/vocabulary/dossiers.js';
import { holdScopes } from '../../custody/vocabulary/holds.js';
import { kindsOfInformation } from '../../custody/vocabulary/information.js';
import { kindNames } from '../../custody/vocabulary/kind-names.js';
import { examinationStatuses } from '../../custody/vocabulary/laboratory.js';
import { physicalStateWords } from '../../custody/vocabulary/states.js';
import { inWords, roleTold } from '../../custody/vocabulary/told.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';

/** A subject with what is known of it: members of its summary, and of its state where that may be read. */
export interface KnownSubject {
  readonly id: string;
  readonly facts: JsonObject;
}

/** A kind of subject as it is listed and named on the command line. */
export interface ListedKind {
  readonly kind: Kind;
  /** In `scelle list WORD` and in the address `/v1/<path>`. */
  readonly word: string;
  readonly path: string;
  readonly singular: Text;
  /** What people call it: number, name, code. Empty where it has nothing but its UUID. */
  readonly namesOf: (subject: KnownSubject) => readonly string[];
  /** The filter of the list by such a name, where there is one. */
  readonly filter: string | null;
  /** Further columns of a list, with their headings. */
  readonly headings: readonly Text[];
  readonly cellsOf: (subject: KnownSubject, language: Language) => readonly string[];
}

const by =
  (...members: readonly string[]) =>
  ({ facts }: KnownSubject) =>
    members.map(member => textOf(facts[member])).filter(text => text !== '');

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function memberOf(value: JsonValue | undefined, name: string): string {
  return isJsonObject(value ?? null) ? textOf((value as JsonObject)[name]) : '';
}

function yesOrNo(value: boolean, language: Language): string {
  if (language === 'fr') return value ? 'oui' : 'non';
  return value ? 'yes' : 'no';
}

export const listedKinds: readonly ListedKind[] = [
  {
    kind: 'evidence',
    word: 'items',
    path: 'evidence',
    singular: kindNames.evidence.one,
    namesOf: ({ id }) => [evidenceNumber(id)],
    filter: 'number',
    headings: [
      { en: 'state', fr: 'état' },
      { en: 'description', fr: 'description' },
    ],
    cellsOf: ({ facts }, language) => [
      inWords(physicalStateWords)(textOf(facts.physical))[language],
      textOf(facts[language === 'fr' ? 'descriptionFr' : 'descriptionEn']) ||
        memberOf(facts.description, language),
    ],
  },
  {
    kind: 'information',
    word: 'information',
    path: 'information',
    singular: kindNames.information.one,
    namesOf: by('number'),
    filter: 'number',
    headings: [
      { en: 'kind', fr: 'nature' },
      { en: 'title', fr: 'intitulé' },
    ],
    cellsOf: ({ facts }, language) => [
      inWords(kindsOfInformation)(textOf(facts.kind))[language],
      textOf(facts[language === 'fr' ? 'titleFr' : 'titleEn']) || memberOf(facts.title, language),
    ],
  },
  {
    kind: 'scene',
    word: 'scenes',
    path: 'scenes',
    singular: kindNames.scene.one,
    namesOf: by('name'),
    filter: null,
    headings: [
      { en: 'closed', fr: 'clos' },
      { en: 'incident', fr: 'incident' },
    ],
    cellsOf: ({ facts }, language) => [
      yesOrNo(facts.closed === true || isJsonObject(facts.closed ?? null), language),
      textOf(facts.incident),
    ],
  },
  {
    kind: 'incident',
    word: 'incidents',
    path: 'incidents',
    singular: kindNames.incident.one,
    namesOf: by('caseFile'),
    filter: null,
    headings: [{ en: 'place', fr: 'lieu' }],
    cellsOf: ({ facts }) => [textOf(facts.placeName)],
  },
  {
    kind: 'officer',
    word: 'officers',
    path: 'officers',
    singular: kindNames.officer.one,
    namesOf: by('name'),
    filter: null,
    headings: [
      { en: 'roles now', fr: 'rôles actuels' },
      { en: 'unit', fr: 'unité' },
    ],
    cellsOf: ({ facts }, language) => [
      isJsonObject(facts.grants ?? null)
        ? rolesHeld(facts as unknown as OfficerState, Date.now())
            .map(role => roleTold(role)[language])
            .join(', ')
        : '',
      textOf(facts.unit),
    ],
  },
  {
    kind: 'transfer',
    word: 'transfers',
    path: 'transfers',
    singular: kindNames.transfer.one,
    namesOf: by('manifest'),
    filter: 'manifest',
    headings: [
      { en: 'stage', fr: 'étape' },
      { en: 'offered', fr: 'offert le' },
    ],
    cellsOf: ({ facts }) => [textOf(facts.stage), textOf(facts.begunAt)],
  },
  {
    kind: 'package',
    word: 'packages',
    path: 'packages',
    singular: kindNames.package.one,
    namesOf: by('number'),
    filter: null,
    headings: [{ en: 'seal', fr: 'scellé' }],
    cellsOf: ({ facts }) => [textOf(facts.sealNumber) || memberOf(facts.seal, 'number')],
  },
  {
    kind: 'site',
    word: 'sites',
    path: 'sites',
    singular: kindNames.site.one,
    namesOf: by('name'),
    filter: null,
    headings: [{ en: 'stores', fr: 'locaux' }],
    cellsOf: ({ facts: { stores } }) => [
      (Array.isArray(stores) ? stores.filter(isJsonObject) : [])
        .map(({ name, store }) => `${textOf(name)} ${textOf(store)}`)
        .join(', '),
    ],
  },
  {
    kind: 'unit',
    word: 'units',
    path: 'units',
    singular: kindNames.unit.one,
    namesOf: by('code', 'name'),
    filter: null,
    headings: [],
    cellsOf: () => [],
  },
  {
    kind: 'sealstock',
    word: 'seal-stocks',
    path: 'seal-stocks',
    singular: kindNames.sealstock.one,
    namesOf: () => [],
    filter: null,
    headings: [{ en: 'issued to', fr: 'remis à' }],
    cellsOf: ({ facts }) => [textOf(facts.issuedTo)],
  },
  {
    kind: 'visit',
    word: 'visits',
    path: 'visits',
    singular: kindNames.visit.one,
    namesOf: () => [],
    filter: null,
    headings: [
      { en: 'scene', fr: 'lieux' },
      { en: 'visitor', fr: 'visiteur' },
    ],
    cellsOf: ({ facts }) => [textOf(facts.scene), textOf(facts.visitor)],
  },
  {
    kind: 'request',
    word: 'requests',
    path: 'requests',
    singular: { en: 'request of an authority', fr: "demande d'une autorité" },
    namesOf: by('number'),
    filter: 'number',
    headings: [
      { en: 'reference', fr: 'référence' },
      { en: 'deadline', fr: 'échéance' },
      { en: 'settled', fr: 'réglée' },
    ],
    cellsOf: ({ facts }, language) => [
      textOf(facts.reference),
      textOf(facts.deadline),
      yesOrNo(facts.settled === true || isJsonObject(facts.closed ?? null), language),
    ],
  },
  {
    kind: 'hold',
    word: 'holds',
    path: 'holds',
    singular: kindNames.hold.one,
    namesOf: by('number'),
    filter: 'number',
    headings: [
      { en: 'stops', fr: 'suspend' },
      { en: 'by', fr: 'par' },
    ],
    cellsOf: ({ facts }, language) => [
      inWords(holdScopes)(textOf(facts.scope))[language],
      roleTold(textOf(facts.function))[language],
    ],
  },
  {
    kind: 'examination',
    word: 'examinations',
    path: 'examinations',
    singular: kindNames.examination.one,
    namesOf: by('number', 'laboratoryNumber'),
    filter: 'number',
    headings: [
      { en: 'state', fr: 'état' },
      { en: 'due', fr: 'échéance' },
    ],
    cellsOf: ({ facts }, language) => [
      inWords(examinationStatuses)(textOf(facts.status))[language],
      textOf(facts.due),
    ],
  },
  {
    kind: 'release',
    word: 'releases',
    path: 'releases',
    singular: kindNames.release.one,
    namesOf: by('number'),
    filter: null,
    headings: [{ en: 'purpose', fr: 'finalité' }],
    cellsOf: ({ facts }) => [textOf(facts.purpose)],
  },
  {
    kind: 'discrepancy',
    word: 'discrepancies',
    path: 'discrepancies',
    singular: kindNames.discrepancy.one,
    namesOf: () => [],
    filter: null,
    headings: [{ en: 'kind', fr: 'nature' }],
    cellsOf: ({ facts }, language) => [inWords(discrepancyKinds)(textOf(facts.kind))[language]],
  },
  {
    kind: 'export',
    word: 'exports',
    path: 'exports',
    singular: kindNames.export.one,
    namesOf: () => [],
    filter: null,
    headings: [
      { en: 'what', fr: 'quoi' },
      { en: 'for whom', fr: 'pour qui' },
    ],
    cellsOf: ({ facts }) => [textOf(facts.scope), textOf(facts.recipient)],
  },
  {
    kind: 'dossier',
    word: 'dossiers',
    path: 'dossiers',
    singular: kindNames.dossier.one,
    namesOf: by('number'),
    filter: null,
    headings: [
      { en: 'version', fr: 'version' },
      { en: 'contents', fr: 'contenu' },
    ],
    cellsOf: ({ facts }, language) => [
      textOf(facts.version),
      inWords(dossierContents)(textOf(facts.contents))[language],
    ],
  },
];

/** Address of the history of `kind/UUID`; undefined for a kind that is not listed. */
export function historyPath(subject: string): string | undefined {
  const [kind = '', id = ''] = subject.split('/');
  const listed = listedKind(kind);
  return listed && `/v1/${listed.path}/${id}/history`;
}

export function listedKind(kind: string): ListedKind | undefined {
  return listedKinds.find(listed => listed.kind === kind);
}
