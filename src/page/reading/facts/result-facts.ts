import type { Text } from '../../../custody/text.js';
import { alterations, examTypes, resultClasses, traceKinds } from '../../../custody/vocabulary/laboratory.js';
import type { ActRead } from '../contents-reading.js';
import { type Fact, fact, joined, labelled, Members } from './fact.js';

const titles: Readonly<Record<string, Text>> = {
  'evidence.result-issued': { en: 'Laboratory result', fr: 'Résultat de laboratoire' },
  'evidence.result-amended': { en: 'Laboratory result, amended', fr: 'Résultat de laboratoire, rectifié' },
};

/** What one version of a report says of an item (D5): finding and opinion apart, or that they are withheld. */
export function resultFacts(act: ActRead): readonly Fact[] {
  const { type } = act.event;
  const title = Object.hasOwn(titles, type) ? titles[type] : undefined;
  if (title === undefined) return [];
  const body = Members.of(act);
  const leaf = ({ en, fr }: Text): readonly [string, string] => [
    `${en} (leaf ${act.index})`,
    `${fr} (feuille ${act.index})`,
  ];
  return [
    ...fact(
      ...leaf(title),
      ...body.each('exams').map(examMade),
      ...body.each('omitted').map(examOmitted),
      labelled('Not examined', 'Non examinée', body.text('notExamined')),
      body.within('alteration').text('kind', alterations),
    ),
  ];
}

function examMade(exam: Members): Text | null {
  const traces = exam
    .each('traces')
    .map(trace => joined(', ', trace.text('kind', traceKinds), trace.text('reference'), trace.text('place')));
  return joined(
    ' – ',
    joined({ en: ': ', fr: ' : ' }, exam.text('type', examTypes), exam.text('result', resultClasses)),
    labelled('method', 'méthode', exam.text('method')),
    labelled('instrument', 'instrument', exam.text('instrument')),
    labelled('limits', 'limites', exam.text('limits')),
    labelled('finding', 'constatations', exam.text('finding')),
    labelled('opinion', 'avis', exam.text('opinion')),
    labelled('traces', 'traces', joined({ en: '; ', fr: ' ; ' }, ...traces)),
  );
}

function examOmitted(exam: Members): Text | null {
  return joined(' – ', exam.text('type', examTypes), exam.text('result', resultClasses), exam.text('reason'));
}
