import { isRoleCode, roles } from '../../custody/roles.js';
import type { Language } from '../../custody/text.js';
import { tellMomentWithZone } from '../reading/tell-moment.js';
import type { CustodyTold, SubjectHistory } from '../reading/told.js';
import { drawn } from './element.js';
import { words } from './words.js';

const WIDTH = 960;
const LABELS = 300;
const ROW = 40;
const TOP = 34;
const MAX_ROWS = 40;
const MAX_LABEL = 36;
const MIN_BAR = 5;

/** Someone answers for the item from here to there, ms since 1970. */
interface Span {
  readonly custody: CustodyTold;
  readonly from: number;
  readonly until: number;
}

/**
 * Custody along time as a picture: one row for each time it passed, the seals above it. Null where the rules do not tell
 * who answered for it. Whatever is in it stands in the table of acts too.
 */
export function timeline(item: SubjectHistory, language: Language): SVGElement | null {
  const spans = spansDrawn(item);
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return null;
  const start = first.from;
  const end = Math.max(last.until, start + 60_000);
  const at = (time: number) =>
    LABELS + (Math.min(Math.max(time, start), end) - start) * ((WIDTH - LABELS - 16) / (end - start));
  const height = TOP + spans.length * ROW + 26;
  const label = `${words.custody[language]}, ${item.number}`;
  return drawn(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': label, class: 'timeline' },
    ...gapsOf(item, at, height),
    ...ticks(start, end, at, height, language),
    ...sealMarks(item, at),
    ...spans.flatMap((span, row) => drawSpan(span, TOP + row * ROW, at, language)),
  );
}

/** Where there are too many, the first and the last of them: how it began and where it is now. */
function spansDrawn(item: SubjectHistory): readonly Span[] {
  const spans = spansOf(item);
  return spans.length <= MAX_ROWS ? spans : [...spans.slice(0, MAX_ROWS / 2), ...spans.slice(-MAX_ROWS / 2)];
}

/** How many periods the picture leaves out; all stand in the table. */
export function periodsLeftOut(item: SubjectHistory): number {
  return Math.max(0, spansOf(item).length - MAX_ROWS);
}

/** Each period ends where the next begins, custody ends or is no longer known; the last one with the last act. */
function spansOf({ history }: SubjectHistory): readonly Span[] {
  const passed = history.filter(({ custody, ended, lost }) => custody !== null || ended !== null || lost);
  const end = history
    .map(({ happened }) => Date.parse(happened.at ?? ''))
    .filter(isTime)
    .reduce((latest, time) => Math.max(latest, time), 0);
  return passed.flatMap(({ custody }, position) => {
    if (custody === null) return [];
    const from = Date.parse(custody.since);
    const next = passed[position + 1];
    const until = Date.parse(next?.custody?.since ?? next?.happened.at ?? '');
    return isTime(from) ? [{ custody, from, until: isTime(until) ? until : Math.max(end, from) }] : [];
  });
}

function isTime(time: number): boolean {
  return Number.isFinite(time);
}

function drawSpan(
  { custody, from, until }: Span,
  top: number,
  at: (time: number) => number,
  language: Language,
): readonly SVGElement[] {
  const { who, name } = holderOf(custody, language);
  const place = [custody.place, custody.shelf].filter(text => text !== null && text !== '').join(', ');
  const since = tellMomentWithZone({ at: custody.since, precision: null, clockDoubt: null }, language);
  return [
    drawn('line', { class: 'row', x1: 0, x2: WIDTH, y1: top + ROW, y2: top + ROW }),
    drawn('text', { class: 'who', x: 0, y: top + 17 }, shortened(name === null ? who : `${who}, ${name}`)),
    drawn('text', { class: 'place', x: 0, y: top + 33 }, shortened(place)),
    drawn(
      'rect',
      {
        class: `span ${kindOf(custody)}`,
        x: at(from),
        y: top + 9,
        width: Math.max(MIN_BAR, at(until) - at(from)),
        height: ROW - 18,
        rx: 3,
      },
      drawn('title', {}, `${who}, ${place}, ${since}`),
    ),
  ];
}

function holderOf({ officer, national }: CustodyTold, language: Language) {
  const role = officer?.role ?? '';
  const title = isRoleCode(role) ? roles[role].title[language] : role;
  return { who: national ?? title, name: officer?.name ?? null };
}

function kindOf({ officer, national }: CustodyTold): 'held' | 'moved' | 'national' {
  if (national !== null || officer?.role.startsWith('NAT-')) return 'national';
  return officer?.role === 'COU' ? 'moved' : 'held';
}

function shortened(text: string): string {
  return text.length > MAX_LABEL ? `${text.slice(0, MAX_LABEL - 1)}…` : text;
}

function ticks(
  start: number,
  end: number,
  at: (time: number) => number,
  height: number,
  language: Language,
): readonly SVGElement[] {
  const steps = 2;
  return Array.from({ length: steps + 1 }, (_, step) => start + ((end - start) * step) / steps).flatMap(
    (time, step) => {
      const x = at(time);
      const told = tellMomentWithZone(
        { at: new Date(time).toISOString(), precision: null, clockDoubt: null },
        language,
      );
      const anchor = step === 0 ? 'start' : step === steps ? 'end' : 'middle';
      return [
        drawn('line', { class: 'tick', x1: x, x2: x, y1: TOP, y2: height - 22 }),
        drawn('text', { class: 'time', x, y: height - 6, 'text-anchor': anchor }, told),
      ];
    },
  );
}

/** A diamond at each act that names a seal. */
function sealMarks({ history }: SubjectHistory, at: (time: number) => number): readonly SVGElement[] {
  return history.flatMap(({ seals, happened, title }) => {
    const time = Date.parse(happened.at ?? '');
    const numbers = seals.flatMap(({ number }) => number ?? []).join(', ');
    if (numbers === '' || !isTime(time)) return [];
    const x = at(time);
    return [
      drawn(
        'path',
        { class: 'mark', d: `M${x} 10 l7 8 l-7 8 l-7 -8 z` },
        drawn('title', {}, `${title.fr} / ${title.en}: ${numbers}`),
      ),
    ];
  });
}

function gapsOf(
  { gaps }: SubjectHistory,
  at: (time: number) => number,
  height: number,
): readonly SVGElement[] {
  return (gaps ?? []).flatMap(({ from, until, reason }) => {
    const [start, end] = [Date.parse(from), Date.parse(until)];
    if (!isTime(start) || !isTime(end)) return [];
    const width = Math.max(MIN_BAR, at(end) - at(start));
    return [
      drawn(
        'rect',
        { class: 'gap', x: at(start), y: TOP, width, height: height - TOP - 22 },
        drawn('title', {}, reason),
      ),
    ];
  });
}
