import type { SubjectTold } from '../reading/told.js';
import type { Outcome } from '../thread/verifier.js';
import { counted } from './counted.js';
import { element } from './element.js';
import { SHOWN_AT_ONCE } from './page-state.js';
import { type ListContext, subjectView } from './subject-list.js';
import { counts, words } from './words.js';

const SEARCHED_FROM = 12;

/** The items of an export that holds; each opens where it stands. */
export function itemsView({ items, cut, piecesHash }: Outcome, context: ListContext): HTMLElement {
  const { language, place } = context;
  const list = element('ol', { class: 'items' });
  const more = element('button', { type: 'button', class: 'quiet' }, words.more[language]);
  const tally = element('span', { class: 'small', role: 'status' });
  const fill = () => {
    const { wanted, shown } = place;
    const found = items.filter(item => matches(item, wanted));
    list.replaceChildren(...found.slice(0, shown).map(item => subjectView(item, 'h3', context)));
    tally.textContent = wanted === '' ? '' : counted(found.length, counts.found, language);
    more.hidden = found.length <= shown;
  };
  more.addEventListener('click', () => {
    const next = place.shown;
    place.shown += SHOWN_AT_ONCE;
    fill();
    list.children[next]?.querySelector('button')?.focus();
  });
  fill();
  const search = element('input', {
    type: 'search',
    id: 'search',
    value: place.wanted,
    input: ({ target }) => {
      place.wanted = target instanceof HTMLInputElement ? target.value.toLowerCase() : '';
      fill();
    },
  });
  return element(
    'section',
    { 'aria-labelledby': 'items-title', class: 'card' },
    element('h2', { id: 'items-title' }, `${words.items[language]} (${items.length})`),
    element('p', {}, items.length === 0 ? words.noItems[language] : words.itemsHelp[language]),
    piecesHash === null
      ? null
      : element(
          'p',
          { class: 'pieces-hash' },
          words.piecesHash[language],
          ' ',
          element('code', {}, piecesHash),
        ),
    cut ? element('p', { class: 'remark' }, words.cut[language]) : null,
    items.length < SEARCHED_FROM
      ? null
      : element(
          'p',
          { class: 'search' },
          element('label', { for: 'search' }, words.search[language]),
          search,
          tally,
        ),
    list,
    more,
  );
}

function matches({ number, piece, description, subject }: SubjectTold, wanted: string): boolean {
  const text =
    `${piece ?? ''} ${number} ${description?.en ?? ''} ${description?.fr ?? ''} ${subject}`.toLowerCase();
  return text.includes(wanted);
}
