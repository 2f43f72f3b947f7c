import type { Text } from '../text.js';

/** A closed list of codes with their words (domain.md section (e)). A code never changes its meaning. */
export type Vocabulary<C extends string = string> = Readonly<Record<C, Text>>;

/** The codes of a vocabulary, in the order in which they are shown. */
export function codesOf<C extends string>(vocabulary: Vocabulary<C>): readonly C[] {
  return Object.keys(vocabulary) as C[];
}
