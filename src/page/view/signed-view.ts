import type { Language } from '../../custody/text.js';
import { tellTime } from '../reading/tell-moment.js';
import type { ActTold } from '../reading/told.js';
import { element } from './element.js';
import { words } from './words.js';

/** Opens the whole act in a row of its own beneath its own row, made when it is looked at: an item has many. */
export function signedButton(act: ActTold, columns: number, language: Language): HTMLButtonElement {
  const id = `act-${act.index}`;
  let whole: HTMLElement | null = null;
  const button: HTMLButtonElement = element(
    'button',
    {
      type: 'button',
      class: 'signed',
      'aria-expanded': 'false',
      'aria-controls': id,
      click: () => {
        const isOpen = button.getAttribute('aria-expanded') === 'true';
        button.setAttribute('aria-expanded', String(!isOpen));
        if (whole === null) {
          whole = signedRow(act, id, columns, language);
          button.closest('tr')?.after(whole);
        }
        whole.hidden = isOpen;
      },
    },
    words.everything[language],
  );
  return button;
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
