import type { Text } from '../../../custody/text.js';
import type { Bilingual, Moment, Row, Section, Signatory } from '../words.js';
import type { Block, Said } from './block.js';

const months: readonly Text[] = [
  { fr: 'janvier', en: 'January' },
  { fr: 'février', en: 'February' },
  { fr: 'mars', en: 'March' },
  { fr: 'avril', en: 'April' },
  { fr: 'mai', en: 'May' },
  { fr: 'juin', en: 'June' },
  { fr: 'juillet', en: 'July' },
  { fr: 'août', en: 'August' },
  { fr: 'septembre', en: 'September' },
  { fr: 'octobre', en: 'October' },
  { fr: 'novembre', en: 'November' },
  { fr: 'décembre', en: 'December' },
];

const shown: Readonly<Record<Moment['precision'], number>> = {
  YEAR: 1,
  MONTH: 2,
  DAY: 3,
  HOUR: 4,
  MINUTE: 5,
  SECOND: 6,
};

/** The parts of a time that are known, `2026-03-12T14:05:00Z` at a minute: 2026, 03, 12, 14, 05. */
function partsOf({ at, precision }: Moment): readonly string[] {
  const parts = at.slice(0, 19).split(/[-T:]/).slice(0, shown[precision]);
  // A minute that is known to the second, and is a whole one, is said as people say it.
  return parts[5] === '00' ? parts.slice(0, 5) : parts;
}

/** `12 mars 2026 à 14 h 05 (UTC)`: Mali keeps UTC all the year. */
export function moment(time: Moment): Bilingual {
  const [year = '', month, day, hour, minute, second] = partsOf(time);
  const name = months[Number(month ?? 1) - 1] ?? { fr: '', en: '' };
  const date = (language: 'fr' | 'en') =>
    [day === undefined ? '' : ordinal(Number(day), language), month === undefined ? '' : name[language], year]
      .filter(part => part !== '')
      .join(' ');
  if (hour === undefined) return { fr: date('fr'), en: date('en') };
  const clock = [hour, minute ?? '', second ?? ''].filter(part => part !== '');
  return {
    fr: `${date('fr')} à ${clock[0]} h${clock.length > 1 ? ` ${clock.slice(1).join(' min ')}` : ''}${clock.length > 2 ? ' s' : ''} (UTC)`,
    en: `${date('en')}, ${clock.length > 1 ? clock.join(':') : `${hour}h`} UTC`,
  };
}

function ordinal(day: number, language: 'fr' | 'en'): string {
  return day === 1 && language === 'fr' ? '1er' : String(day);
}

/** To the minute, where a table has no room for more; the statement itself is named beside it. */
export function toTheMinute(time: Moment): Moment {
  return time.precision === 'SECOND' ? { at: time.at, precision: 'MINUTE' } : time;
}

/** `12/03/2026 14:05`, for tables that say in their head what it is. */
export function shortMoment(time: Moment): Bilingual {
  const [year = '', month, day, hour, minute, second] = partsOf(time);
  const date = [day, month, year].filter(part => part !== undefined).join('/');
  const clock = hour === undefined ? '' : ` ${[hour, minute ?? 'h', second].filter(Boolean).join(':')}`;
  return { fr: `${date}${clock.replace(':h', ' h')}` };
}

/** Between the marks of an isolate, so that a word in another direction does not turn what stands around it. */
function isolated(text: string): string {
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? `\u2068${text}\u2069` : text;
}

/** Between texts, for `joined`: French sets a space before either, English does not. */
export const colon: Text = { fr: ' : ', en: ': ' };
export const semicolon: Text = { fr: ' ; ', en: '; ' };

/** Joins texts in both languages: where one has no English, the French stands for it. */
export function joined(parts: readonly Bilingual[], by: string | Text = ' – '): Bilingual {
  const known = parts.filter(({ fr }) => fr !== '');
  const inEnglish = known.some(({ en }) => en != null);
  const between = typeof by === 'string' ? { fr: by, en: by } : by;
  return {
    fr: known.map(({ fr }) => isolated(fr)).join(between.fr),
    en: inEnglish ? known.map(({ fr, en }) => isolated(en ?? fr)).join(between.en) : null,
  };
}

/** Text that is the same in both languages: a number, a name. */
export function same(text: string): Bilingual {
  return { fr: text };
}

export const dash = same('–');

/** Capacity first (RQ-08), then grade, name and unit as far as they may be told. */
export function signatory({ name, grade, capacity, unit }: Signatory): Bilingual {
  const person = [grade, name].filter(part => part !== null).join(' ');
  return joined([capacity, same(person), unit], ', ');
}

/** A block of labels and values. */
export function facts(
  rows: readonly (readonly [Text, Bilingual | readonly Said[]])[],
): Extract<Block, { kind: 'facts' }> {
  return {
    kind: 'facts',
    rows: rows.map(([label, value]) => ({ label, values: isList(value) ? value : [value] })),
  };
}

function isList(value: Bilingual | readonly Said[]): value is readonly Said[] {
  return Array.isArray(value);
}

export function rowsOf(rows: readonly Row[]): readonly (readonly [Text, Bilingual])[] {
  return rows.map(({ label, value }) => [label, value] as const);
}

/** The entries of a section by `print`, or the sentence that says why there are none. */
export function unlessEmpty<Entry>(
  section: Section<Entry>,
  print: (entries: readonly Entry[]) => readonly Block[],
): readonly Block[] {
  if (section.entries.length > 0) return print(section.entries);
  return [{ kind: 'paragraph', text: section.whenNone }];
}

export function heading(level: 1 | 2 | 3, fr: string, en: string | null): Block {
  return { kind: 'heading', level, text: { fr, en } };
}

export function paragraph(fr: string, en: string): Block {
  return { kind: 'paragraph', text: { fr, en } };
}
