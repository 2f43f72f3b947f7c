import { matterKinds } from '../reading/contents-reading.js';
import type { MatterTold } from '../reading/told.js';
import { element } from './element.js';
import { type ListContext, subjectView } from './subject-list.js';
import { matterTitles, words } from './words.js';

const SHOWN_OF_A_KIND = 200;

/** The release with its conditions, examinations, information and holds of an export that holds, kind by kind. */
export function mattersView(matters: readonly MatterTold[], context: ListContext): HTMLElement {
  const { language } = context;
  return element(
    'section',
    { 'aria-labelledby': 'matters-title', class: 'card' },
    element('h2', { id: 'matters-title' }, `${words.matters[language]} (${matters.length})`),
    element('p', {}, matters.length === 0 ? words.noMatters[language] : words.mattersHelp[language]),
    ...matterKinds.flatMap(kind => {
      const ofKind = matters.filter(matter => matter.kind === kind);
      if (ofKind.length === 0) return [];
      const left = ofKind.length - SHOWN_OF_A_KIND;
      return [
        element('h3', {}, `${matterTitles[kind][language]} (${ofKind.length})`),
        element(
          'ol',
          { class: 'items', id: `matters-${kind}` },
          ...ofKind.slice(0, SHOWN_OF_A_KIND).map(matter => subjectView(matter, 'h4', context)),
          left > 0 ? element('li', {}, `+ ${left}`) : null,
        ),
      ];
    }),
  );
}
