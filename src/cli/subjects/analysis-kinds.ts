import { kindNames } from '../../custody/vocabulary/kind-names.js';
import { linkRelations, linkStandings } from '../../custody/vocabulary/links.js';
import { requirementPriorities } from '../../custody/vocabulary/requirements.js';
import { inWords } from '../../custody/vocabulary/told.js';
import { by, type ListedKind, textOf } from './listed-kind.js';

/** Kinds of record that the analysis cell keeps. */
export const analysisKinds: readonly ListedKind[] = [
  {
    kind: 'armedgroup',
    word: 'armed-groups',
    path: 'armed-groups',
    singular: kindNames.armedgroup.one,
    namesOf: by('name'),
    filter: 'name',
    headings: [],
    cellsOf: () => [],
  },
  {
    kind: 'propaganda',
    word: 'propaganda',
    path: 'propaganda',
    singular: kindNames.propaganda.one,
    namesOf: by('number'),
    filter: 'number',
    headings: [{ en: 'date', fr: 'date' }],
    cellsOf: ({ facts }) => [textOf(facts.published)],
  },
  {
    kind: 'link',
    word: 'links',
    path: 'links',
    singular: kindNames.link.one,
    namesOf: () => [],
    filter: null,
    headings: [
      { en: 'from', fr: 'de' },
      { en: 'relation', fr: 'rapport' },
      { en: 'to', fr: 'à' },
      { en: 'standing', fr: 'état' },
    ],
    cellsOf: ({ facts }, language) => [
      textOf(facts.from),
      inWords(linkRelations)(textOf(facts.relation))[language],
      textOf(facts.to),
      inWords(linkStandings)(textOf(facts.standing))[language],
    ],
  },
  {
    kind: 'requirement',
    word: 'information-requirements',
    path: 'information-requirements',
    singular: kindNames.requirement.one,
    namesOf: by('number'),
    filter: 'number',
    headings: [
      { en: 'priority', fr: 'priorité' },
      { en: 'question', fr: 'question' },
    ],
    cellsOf: ({ facts }, language) => [
      inWords(requirementPriorities)(textOf(facts.priority))[language],
      textOf(facts[language === 'fr' ? 'questionFr' : 'questionEn']),
    ],
  },
];
