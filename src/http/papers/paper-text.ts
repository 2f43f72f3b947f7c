import { isRoleCode, roles } from '../../custody/roles.js';
import type { Occurrence } from '../../custody/schema/occurrence.js';
import type { Language, Text } from '../../custody/text.js';
import { units } from '../../custody/vocabulary/quantity.js';
import { formatTime } from '../../log/index.js';
import { type Html, html } from '../html.js';
import { paperWords } from './transfer-words.js';

/** Says everything of one paper in one language. */
export type Say = (text: Text) => string;

export function sayIn(language: Language): Say {
  return text => text[language];
}

/** `Seal: `, with the space before the colon that French wants. */
export function labelled(label: Text, say: Say): string {
  return `${say(label)}${say(paperWords.colon)}`;
}

/** Words of a code; a code nobody knows any more stands for itself. */
export function codeIn(words: Readonly<Record<string, Text>>, code: string, say: Say): string {
  const known = Object.hasOwn(words, code) ? words[code] : undefined;
  return known === undefined ? code : say(known);
}

const shown: Readonly<Record<string, number>> = {
  SECOND: 19,
  MINUTE: 16,
  HOUR: 13,
  DAY: 10,
  MONTH: 7,
  YEAR: 4,
};

/** No more of a time than is known of it. */
export function timeText({ at, precision }: Pick<Occurrence, 'at' | 'precision'>): string {
  const length = shown[precision] ?? 19;
  return `${at.slice(0, length).replace('T', ' ')}${length > 10 ? ' UTC' : ''}`;
}

export function minuteText(at: string): string {
  return timeText({ at, precision: 'MINUTE' });
}

export interface PrintedQuantity {
  readonly amount: string | null;
  readonly unit: string;
}

export function quantityOnPaper({ amount, unit }: PrintedQuantity, say: Say): string {
  return amount === null ? say(paperWords.notStated) : `${amount} (${codeIn(units, unit, say)})`;
}

/** When the log received a statement, and where it stands there: apart from when it is said to have happened. */
export function entryText(
  { index, receivedAt }: { readonly index: number; readonly receivedAt: number },
  say: Say,
): string {
  return `${say(paperWords.entered)} ${minuteText(formatTime(receivedAt))}, ${say(paperWords.atLeaf)} ${index}`;
}

export function roleText(role: string, say: Say): string {
  return isRoleCode(role) ? `${say(roles[role].title)} (${role})` : role;
}

/** RQ-08: an officer by role, unit and UUID; never by name. */
export function officerText(
  { officer, role }: { readonly officer: string; readonly role: string },
  units: ReadonlyMap<string, string>,
  say: Say,
): Html {
  return html`${roleText(role, say)}, ${units.get(officer) ?? '–'} <span class="id">${officer}</span>`;
}
