import type { Language } from '../../custody/text.js';
import type { SubjectTold } from '../reading/told.js';
import type { Verifier } from '../thread/verifier.js';
import { counted } from './counted.js';
import { element } from './element.js';
import { historyView } from './history-view.js';
import { type Place, toggle } from './page-state.js';
import { counts, words } from './words.js';

/** What a list of things with a history needs to open one of them. */
export interface ListContext {
  readonly verifier: Verifier;
  readonly language: Language;
  readonly place: Place;
}

/** One thing in a list: its history is asked for when it is opened, where it stands. */
export function subjectView(told: SubjectTold, level: 'h3' | 'h4', context: ListContext): HTMLLIElement {
  const {
    language,
    place: { opened },
  } = context;
  const { number, piece, description, state, subject } = told;
  const id = `history-${subject.replace('/', '-')}`;
  const history = element('div', { id });
  const show = (isOpen: boolean) => {
    button.setAttribute('aria-expanded', String(isOpen));
    history.hidden = !isOpen;
    if (isOpen && history.childElementCount === 0) void open(history, subject, context);
  };
  const button = element(
    'button',
    {
      type: 'button',
      'aria-controls': id,
      click: () => show(toggle(opened, subject)),
    },
    part('number', number),
    piece === null ? null : part('piece', `${words.piece[language]} ${piece}`),
    part('description', description?.[language] ?? '—'),
    part('state', state?.[language] ?? ''),
    part('counts', tellCounts(told, language)),
  );
  show(opened.has(subject));
  return element('li', {}, element(level, {}, button), history);
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

async function open(place: HTMLElement, subject: string, context: ListContext): Promise<void> {
  const { verifier, language } = context;
  place.replaceChildren(element('p', { role: 'status' }, words.loading[language]));
  try {
    const history = await verifier.history(subject);
    if (history !== null) place.replaceChildren(historyView(history, context));
  } catch (error) {
    place.replaceChildren(
      element('p', { role: 'alert' }, `${words.failedHistory[language]} ${String(error)}`),
    );
  }
}
