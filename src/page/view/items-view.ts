import type { Language } from '../../custody/text.js';
import type { ItemHistory, ItemTold } from '../reading/item-history.js';
import type { Verifier } from '../thread/verifier.js';
import { element } from './element.js';
import { historyView } from './history-view.js';
import { words } from './words.js';

const SHOWN_AT_ONCE = 50;
const SEARCHED_FROM = 12;

/** The items of an export that holds; each opens where it stands. */
export function itemsView(
  items: readonly ItemTold[],
  cut: boolean,
  { verifier, language }: { readonly verifier: Verifier; readonly language: Language },
): HTMLElement {
  const list = element('ol', { class: 'items' });
  const more = element('button', { type: 'button', class: 'quiet' }, words.more[language]);
  let shown = SHOWN_AT_ONCE;
  let wanted = '';
  const fill = () => {
    const found = items.filter(item => matches(item, wanted));
    list.replaceChildren(...found.slice(0, shown).map(item => itemView(item, verifier, language)));
    more.hidden = found.length <= shown;
  };
  more.addEventListener('click', () => {
    shown += SHOWN_AT_ONCE;
    fill();
  });
  fill();
  const search = element('input', {
    type: 'search',
    id: 'search',
    input: ({ target }) => {
      wanted = target instanceof HTMLInputElement ? target.value.toLowerCase() : '';
      fill();
    },
  });
  return element(
    'section',
    { 'aria-labelledby': 'items-title', class: 'card' },
    element('h2', { id: 'items-title' }, `${words.items[language]} (${items.length})`),
    element('p', {}, items.length === 0 ? words.noItems[language] : words.itemsHelp[language]),
    cut ? element('p', { class: 'remark' }, words.cut[language]) : null,
    items.length < SEARCHED_FROM
      ? null
      : element(
          'p',
          { class: 'search' },
          element('label', { for: 'search' }, words.search[language]),
          search,
        ),
    list,
    more,
  );
}

function matches({ number, description, subject }: ItemTold, wanted: string): boolean {
  const text = `${number} ${description?.en ?? ''} ${description?.fr ?? ''} ${subject}`.toLowerCase();
  return text.includes(wanted);
}

/** Its history is asked for when it is opened. */
function itemView(item: ItemTold, verifier: Verifier, language: Language): HTMLElement {
  const { number, description, state, acts, pictures, subject } = item;
  const id = `history-${subject.slice('evidence/'.length)}`;
  const place = element('div', { id, hidden: true });
  const counts = [`${acts} ${words.acts[language]}`, countPictures(pictures, language)]
    .filter(text => text !== '')
    .join(' · ');
  const button = element(
    'button',
    {
      type: 'button',
      'aria-expanded': 'false',
      'aria-controls': id,
      click: () => {
        const isOpen = button.getAttribute('aria-expanded') === 'true';
        button.setAttribute('aria-expanded', String(!isOpen));
        place.hidden = isOpen;
        if (!isOpen && place.childElementCount === 0) void open(place, subject, verifier, language);
      },
    },
    element('span', { class: 'number' }, number),
    element('span', { class: 'description' }, description?.[language] ?? '—'),
    element('span', { class: 'state' }, state?.[language] ?? ''),
    element('span', { class: 'counts' }, counts),
  );
  return element('li', {}, element('h3', {}, button), place);
}

function countPictures(count: number, language: Language): string {
  if (count === 0) return '';
  return count === 1 ? words.pictureOne[language] : `${count} ${words.pictures[language].toLowerCase()}`;
}

async function open(
  place: HTMLElement,
  subject: string,
  verifier: Verifier,
  language: Language,
): Promise<void> {
  place.replaceChildren(element('p', {}, words.loading[language]));
  try {
    const history: ItemHistory | null = await verifier.history(subject);
    if (history !== null) place.replaceChildren(historyView(history, verifier, language));
  } catch (error) {
    place.replaceChildren(element('p', { role: 'alert' }, String(error)));
  }
}
