import type { Language } from '../../custody/text.js';
import type { SubjectTold } from '../reading/told.js';
import type { Verifier } from '../thread/verifier.js';
import { counted } from './counted.js';
import { element } from './element.js';
import { historyView } from './history-view.js';
import { counts, words } from './words.js';

/** What a list of things with a history needs to open one of them. */
export interface ListContext {
  readonly verifier: Verifier;
  readonly language: Language;
}

/** One thing in a list: its history is asked for when it is opened, where it stands. */
export function subjectView(told: SubjectTold, level: 'h3' | 'h4', context: ListContext): HTMLLIElement {
  const { language } = context;
  const { number, piece, description, state, subject } = told;
  const id = `history-${subject.replace('/', '-')}`;
  const place = element('div', { id, hidden: true });
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
        if (!isOpen && place.childElementCount === 0) void open(place, subject, context);
      },
    },
    part('number', number),
    piece === null ? null : part('piece', `${words.piece[language]} ${piece}`),
    part('description', description?.[language] ?? '—'),
    part('state', state?.[language] ?? ''),
    part('counts', tellCounts(told, language)),
  );
  return element('li', {}, element(level, {}, button), place);
}

/** Text of whatever direction stays within its own part. */
function part(className: string, text: string): HTMLElement {
  return element('span', { class: className, dir: 'auto' }, text);
}

function tellCounts({ acts, pictures, withheld, whole }: SubjectTold, language: Language): string {
  return [
    counted(acts, counts.acts, language),
    ...(pictures === 0 ? [] : [counted(pictures, counts.pictures, language)]),
    ...(whole ? [] : [words.notWhole[language]]),
    ...(withheld === 0 ? [] : [counted(withheld, counts.withheld, language)]),
  ].join(' · ');
}

async function open(place: HTMLElement, subject: string, { verifier, language }: ListContext): Promise<void> {
  place.replaceChildren(element('p', { role: 'status' }, words.loading[language]));
  try {
    const history = await verifier.history(subject);
    if (history !== null) place.replaceChildren(historyView(history, verifier, language));
  } catch (error) {
    place.replaceChildren(
      element('p', { role: 'alert' }, `${words.failedHistory[language]} ${String(error)}`),
    );
  }
}
