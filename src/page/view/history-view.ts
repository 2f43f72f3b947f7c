import { isRoleCode, roles } from '../../custody/roles.js';
import type { Language } from '../../custody/text.js';
import { capacities } from '../../custody/vocabulary/capacities.js';
import { inWords } from '../../custody/vocabulary/told.js';
import { tellMoment, tellMomentWithZone } from '../reading/tell-moment.js';
import type { ActTold, OfficerTold, SealTold, SubjectHistory } from '../reading/told.js';
import { counted } from './counted.js';
import { documentsView } from './documents-view.js';
import { element, lines } from './element.js';
import { factsView } from './facts-view.js';
import { picturesView } from './pictures-view.js';
import { signedView } from './signed-view.js';
import type { ListContext } from './subject-list.js';
import { periodsLeftOut, timeline } from './timeline.js';
import { counts, words } from './words.js';

/** What matters of it in short; who had it, where, under which seal and why, act by act; and its files. */
export function historyView(told: SubjectHistory, context: ListContext): HTMLElement {
  const { verifier, language } = context;
  return element(
    'div',
    { class: 'history' },
    factsView(told.facts, language),
    told.gaps === null ? null : custodyView(told, told.gaps, language),
    element('h4', {}, words.actsTitle[language]),
    ...actsView(told, context),
    picturesView(told.photographs, verifier, language),
    documentsView(told.documents, language),
  );
}

function custodyView(
  item: SubjectHistory,
  gaps: NonNullable<SubjectHistory['gaps']>,
  language: Language,
): HTMLElement {
  const title = words.custody[language];
  const picture = timeline(item, language);
  const leftOut = periodsLeftOut(item);
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
      gaps.length > 0 ? element('span', { class: 'key gap' }, words.gap[language]) : null,
    ),
    leftOut === 0 ? null : element('p', {}, counted(leftOut, counts.periods, language)),
    item.followedFrom === null
      ? null
      : element('p', { class: 'remark' }, `${words.followed[language]} ${item.followedFrom}.`),
    lines(
      gaps.map(
        ({ from, until, reason }) =>
          `${words.gap[language]}, ${exactly(from, language)} – ${exactly(until, language)} – ${reason}`,
      ),
      'remarks',
    ),
  );
}

function exactly(at: string, language: Language): string {
  return tellMomentWithZone({ at, precision: null, clockDoubt: null }, language);
}

const columns = ['when', 'what', 'who', 'where', 'seal', 'why'] as const;

/** So many rows are made at once: a table of any length keeps nobody waiting. */
const ROWS_AT_ONCE = 200;

function actsView({ history, number }: SubjectHistory, context: ListContext): readonly HTMLElement[] {
  const { language } = context;
  const body = element('tbody', { role: 'rowgroup' });
  const more = element('button', { type: 'button', class: 'quiet' }, words.moreActs[language]);
  let shown = 0;
  const addRows = () => {
    const acts = history.slice(shown, shown + ROWS_AT_ONCE);
    const added = acts.flatMap(act => actRows(act, context));
    shown += acts.length;
    body.append(...added);
    more.hidden = shown === history.length;
    return added;
  };
  more.addEventListener('click', () => addRows()[0]?.querySelector('button')?.focus());
  addRows();
  const table = element(
    'table',
    { class: 'acts', role: 'table' },
    element('caption', { class: 'hidden' }, `${words.actsOf[language]} ${number}`),
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
    body,
  );
  return [table, more];
}

function actRows(act: ActTold, context: ListContext): readonly HTMLElement[] {
  const { language } = context;
  const { button, whole } = signedView(act, columns.length, context);
  const cell = (column: (typeof columns)[number], ...content: readonly (Node | string | null)[]) =>
    element('td', { role: 'cell', 'data-label': words[column][language], dir: 'auto' }, ...content);
  const row = element(
    'tr',
    { role: 'row', class: act.custody === null && act.ended === null ? 'act' : 'act passes' },
    cell('when', tellMoment(act.happened, language)),
    cell('what', element('strong', {}, act.title[language]), custodyNote(act, language), button),
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
        : element('div', { class: 'withheld' }, counted(act.withheld, counts.withheld, language)),
    ),
  );
  return whole === null ? [row] : [row, whole];
}

function custodyNote({ custody, ended, lost }: ActTold, language: Language): HTMLElement | null {
  if (lost) return element('div', { class: 'note' }, words.custodyLost[language]);
  const note =
    ended !== null
      ? `${words.custodyEnds[language]} – ${ended[language]}`
      : custody === null
        ? null
        : custody.national === null
          ? words.custodyPasses[language]
          : `${words.custodyLeaves[language]} – ${custody.national}`;
  return note === null ? null : element('div', { class: 'note' }, note);
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
