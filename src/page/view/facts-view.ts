import type { Language } from '../../custody/text.js';
import type { Fact } from '../reading/facts/fact.js';
import { element } from './element.js';
import { words } from './words.js';

/** What a reader asks first, question by question. */
export function factsView(facts: readonly Fact[], language: Language): HTMLElement | null {
  if (facts.length === 0) return null;
  return element(
    'section',
    {},
    element('h4', {}, words.facts[language]),
    element(
      'dl',
      { class: 'short' },
      ...facts.flatMap(({ label, values }) => [
        element('dt', {}, label[language]),
        ...values.map(value => element('dd', {}, value[language])),
      ]),
    ),
  );
}
