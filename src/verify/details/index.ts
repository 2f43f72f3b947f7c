import type { Text } from '../../custody/text.js';
import { bagDetails } from './bag.js';
import { byteDetails } from './bytes.js';
import { eventDetails } from './events.js';
import { policyDetails } from './policy.js';
import { wholeDetails } from './whole.js';

const PLACE = '{}';
/** What is longer is somebody's own text: it is not looked through. */
const MAX_CHARACTERS = 2000;

/** Every detail of a failing check: English with `{}` for each value, French with `{1}`, `{2}` where they go. */
export const details: Readonly<Record<string, string>> = {
  ...byteDetails,
  ...policyDetails,
  ...bagDetails,
  ...eventDetails,
  ...wholeDetails,
};

interface Pattern {
  readonly matches: RegExp;
  readonly fr: string;
}

/** What says the most comes first: `{} is missing` is also told by `{}`. */
const patterns: readonly Pattern[] = Object.entries(details)
  .filter(([en]) => en.includes(PLACE))
  .sort(([one], [other]) => other.length - one.length)
  .map(([en, fr]) => ({ matches: new RegExp(`^${en.split(PLACE).map(literally).join('(.+?)')}$`, 's'), fr }));

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** What is wrong, in both languages; English in both where this program has no other words for it. */
export function detailText(en: string): Text {
  return { en, fr: inFrench(en) };
}

function inFrench(en: string): string {
  if (Object.hasOwn(details, en)) return details[en] ?? en;
  if (en.length > MAX_CHARACTERS) return en;
  for (const { matches, fr } of patterns) {
    const [, ...values] = matches.exec(en) ?? [];
    // A value may be words itself: what is wrong with a line of a policy.
    if (values.length > 0) return fr.replace(/\{(\d)\}/g, (_, place) => inFrench(values[place - 1] ?? ''));
  }
  return en;
}
