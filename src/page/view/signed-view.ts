import type { Language } from '../../custody/text.js';
import { tellTime } from '../reading/tell-moment.js';
import type { ActTold } from '../reading/told.js';
import { element } from './element.js';
import { toggle } from './page-state.js';
import type { ListContext } from './subject-list.js';
import { words } from './words.js';

/**
 * The button that opens the whole act in a row of its own beneath its own row, and that row where it is open from the
 * beginning: otherwise it is made when it is looked at, for an item has many.
 */
export function signedView(
  act: ActTold,
  columns: number,
  { language, place: { opened } }: ListContext,
): { readonly button: HTMLButtonElement; readonly whole: HTMLElement | null } {
  const id = `act-${act.index}`;
  let whole = opened.has(id) ? signedRow(act, id, columns, language) : null;
  const button: HTMLButtonElement = element(
    'button',
    {
      type: 'button',
      class: 'signed',
      'aria-expanded': String(opened.has(id)),
      'aria-controls': id,
      click: () => {
        const isOpen = toggle(opened, id);
        button.setAttribute('aria-expanded', String(isOpen));
        if (whole === null) {
          whole = signedRow(act, id, columns, language);
          button.closest('tr')?.after(whole);
        }
        whole.hidden = !isOpen;
      },
    },
    words.everything[language],
  );
  return { button, whole };
}

function signedRow(
  { index, receivedAt, signed }: ActTold,
  id: string,
  columns: number,
  language: Language,
): HTMLElement {
  return element(
    'tr',
    { role: 'row', class: 'whole', id },
    element(
      'td',
      { role: 'cell', colspan: String(columns), dir: 'auto' },
      element(
        'p',
        {},
        `${words.leaf[language]} ${index}, ${words.received[language]} ${tellTime(receivedAt)}`,
      ),
      element(
        'dl',
        {},
        ...signed.flatMap(({ label, value }) => [
          element('dt', {}, label[language]),
          element('dd', {}, value[language]),
        ]),
      ),
    ),
  );
}
