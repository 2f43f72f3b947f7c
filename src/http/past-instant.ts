import type { Language, Text } from '../custody/text.js';
import { parseTime } from '../log/index.js';
import { Problem } from './problem/problem.js';

const notYet: Text = { en: 'that instant has not come yet', fr: "cet instant n'est pas encore venu" };

/** Nobody can say what will be. @throws Problem `invalid-request` */
export function readPastInstant(
  text: string | undefined,
  name: string,
  now: number,
  language: Language,
): number | null {
  if (text === undefined) return null;
  const instant = parseTime(text);
  if (instant <= now) return instant;
  throw new Problem('invalid-request', {
    faults: [{ in: 'querystring', pointer: `/${name}`, message: notYet[language] }],
  });
}
