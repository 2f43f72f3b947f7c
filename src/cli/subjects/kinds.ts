import { evidenceNumber } from '../../custody/evidence/number.js';
import { type OfficerState, rolesHeld } from '../../custody/officer/state.js';
import { kindNames } from '../../custody/vocabulary/kind-names.js';
import { physicalStateWords, transferStageWords } from '../../custody/vocabulary/states.js';
import { inWords, roleTold } from '../../custody/vocabulary/told.js';
import { isJsonObject } from '../../log/index.js';
import { analysisKinds } from './analysis-kinds.js';
import { by, type ListedKind, memberOf, textOf, yesOrNo } from './listed-kind.js';
import { writtenKinds } from './written-kinds.js';

export type { KnownSubject, ListedKind } from './listed-kind.js';

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
    cellsOf: ({ facts }, language) => [
      inWords(transferStageWords)(textOf(facts.stage))[language],
      textOf(facts.begunAt),
    ],
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
  ...writtenKinds,
  ...analysisKinds,
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
