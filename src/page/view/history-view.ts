import { isRoleCode, roles } from '../../custody/roles.js';
import type { Language } from '../../custody/text.js';
import { capacities } from '../../custody/vocabulary/capacities.js';
import { inWords } from '../../custody/vocabulary/told.js';
import type { ActTold, ItemHistory, OfficerTold, SealTold } from '../reading/item-history.js';
import type { Verifier } from '../thread/verifier.js';
import { element, lines } from './element.js';
import { picturesView } from './pictures-view.js';
import { tellMoment, tellTime } from './tell-moment.js';
import { timeline } from './timeline.js';
import { words } from './words.js';

/** Who had an item, where, under which seal and why, act by act; and its pictures. */
export function historyView(item: ItemHistory, verifier: Verifier, language: Language): HTMLElement {
  return element(
    'div',
    { class: 'history' },
    custodyView(item, language),
    actsTable(item, language),
    picturesView(item.photographs, verifier, language),
  );
}

function custodyView(item: ItemHistory, language: Language): HTMLElement {
  const title = words.custody[language];
  const picture = timeline(item, language);
  if (picture === null) {
    return element('section', {}, element('h4', {}, title), element('p', {}, words.custodyUnknown[language]));
  }
  return element(
    'section',
    {},
    element('h4', {}, title),
    element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': title }, picture),
    element(
      'p',
      { class: 'legend', 'aria-hidden': 'true' },
      ...(['held', 'moved', 'national'] as const).map(kind =>
        element('span', { class: `key ${kind}` }, words[kind][language]),
      ),
      element('span', { class: 'key mark' }, words.sealAct[language]),
      item.gaps.length > 0 ? element('span', { class: 'key gap' }, words.gap[language]) : null,
    ),
    lines(
      item.gaps.map(({ from, until, reason }) => `${words.gap[language]}, ${from} – ${until} – ${reason}`),
      'remarks',
    ),
  );
}

const columns = ['when', 'what', 'who', 'where', 'seal', 'why'] as const;

function actsTable({ history, number }: ItemHistory, language: Language): HTMLElement {
  const cell = (column: (typeof columns)[number], ...content: readonly (Node | string | null)[]) =>
    element('td', { role: 'cell', 'data-label': words[column][language] }, ...content);
  return element(
    'table',
    { class: 'acts', role: 'table' },
    element('caption', { class: 'hidden' }, `${words.items[language]}: ${number}`),
    element(
      'thead',
      { role: 'rowgroup' },
      element(
        'tr',
        { role: 'row' },
        ...columns.map(column =>
          element('th', { role: 'columnheader', scope: 'col' }, words[column][language]),
        ),
      ),
    ),
    element(
      'tbody',
      { role: 'rowgroup' },
      ...history.map(act =>
        element(
          'tr',
          { role: 'row', class: act.custody === null ? '' : 'passes' },
          cell('when', tellMoment(act.happened, language)),
          cell(
            'what',
            element('strong', {}, act.title[language]),
            custodyNote(act, language),
            signedView(act, language),
          ),
          cell('who', ...who(act, language)),
          cell('where', place(act, language)),
          cell('seal', ...act.seals.map(seal => element('div', {}, sealLine(seal, language)))),
          cell(
            'why',
            act.reason === null ? null : element('div', {}, act.reason[language]),
            lines(
              act.remarks.map(remark => remark[language]),
              'remarks',
            ),
            act.withheld === 0
              ? null
              : element('div', { class: 'withheld' }, withheld(act.withheld, language)),
          ),
        ),
      ),
    ),
  );
}

function custodyNote({ custody }: ActTold, language: Language): HTMLElement | null {
  return custody === null ? null : element('div', { class: 'note' }, words.custodyPasses[language]);
}

function who({ officer, countersigners }: ActTold, language: Language): readonly HTMLElement[] {
  return [
    element('div', {}, tellOfficer(officer, language)),
    ...countersigners.map(signer =>
      element(
        'div',
        { class: 'beside' },
        `${words.countersigned[language]} ${tellOfficer(signer, language)}, ${inWords(capacities)(signer.as)[language]}`,
      ),
    ),
  ];
}

/** The role in words; of the officer the name, or else the end of his register number. */
function tellOfficer({ id, name, role }: OfficerTold, language: Language): string {
  const title = isRoleCode(role) ? roles[role].title[language] : role;
  return `${title}, ${name ?? `${words.officer[language]}\u00a0…\u2060${id.slice(-12)}`}`;
}

function place({ place: where, custody }: ActTold, language: Language): string {
  const shelf = custody?.shelf ?? null;
  return shelf === null ? where : `${where}, ${words.shelf[language]} ${shelf}`;
}

function sealLine({ number, found, state }: SealTold, language: Language): string {
  if (number === null) return `${words.noSeal[language]} – ${state?.[language] ?? ''}`;
  const read = found === null || found === number ? '' : ` (${words.foundAs[language]} ${found})`;
  return `${number}${read}${state === null ? '' : ` – ${state[language]}`}`;
}

function withheld(count: number, language: Language): string {
  return count === 1 ? words.withheldOne[language] : `${count} ${words.withheldMany[language]}`;
}

/** The whole act, made when it is looked at: an item has many. */
function signedView({ index, receivedAt, signed }: ActTold, language: Language): HTMLElement {
  const details: HTMLDetailsElement = element(
    'details',
    {
      toggle: () => {
        if (!details.open || details.childElementCount > 1) return;
        details.append(
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
              element('dd', {}, value),
            ]),
          ),
        );
      },
    },
    element('summary', {}, words.everything[language]),
  );
  return details;
}
