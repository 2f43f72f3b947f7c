import type { Kind } from '../../custody/schema/identifiers.js';
import type { Text } from '../../custody/text.js';
import { kindNames } from '../../custody/vocabulary/kind-names.js';

/** Not the log itself: of a part of it, `1 log` would read as if the whole were inside. */
const log: Text = { en: 'the acts about the log itself', fr: 'les actes sur le journal lui-même' };

/** Subjects of one kind in words, `3 items`; a kind that this program does not know is told as it is written. */
export function subjectKindWords(kind: string, count: number): Text {
  if (kind === 'log') return log;
  const { en, fr } = nameOf(kind, count);
  return { en: `${count} ${en}`, fr: `${count} ${fr}` };
}

function nameOf(kind: string, count: number): Text {
  if (!Object.hasOwn(kindNames, kind)) return { en: kind, fr: kind };
  const { one, several } = kindNames[kind as Kind];
  return count === 1 ? one : several;
}
