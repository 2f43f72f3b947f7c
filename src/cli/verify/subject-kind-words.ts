import type { Text } from '../../custody/text.js';
import { listedKinds } from '../subjects/kinds.js';

/** A kind of subject in words; one that this program does not know, as it is written. */
export function subjectKindWords(kind: string): Text {
  if (kind === 'log') return { en: 'log', fr: 'journal' };
  return listedKinds.find(listed => listed.kind === kind)?.singular ?? { en: kind, fr: kind };
}
