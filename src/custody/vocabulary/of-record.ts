import { calibres } from './calibre.js';
import { photographKinds } from './examination.js';
import * as ied from './ied.js';
import * as marks from './marks.js';
import { codesOf, type Vocabulary } from './vocabulary.js';

const lists: readonly Vocabulary[] = [
  ...Object.values(ied),
  ...Object.values(marks),
  calibres,
  photographKinds,
];
const vocabularies = new Map(lists.map(list => [codesOf(list).join(' '), list] as const));

/** Of the vocabularies in which an item is recorded (D2, V2, V4, V5) the one that has exactly these codes. */
export function vocabularyOfRecord(codes: readonly string[]): Vocabulary | undefined {
  return vocabularies.get(codes.join(' '));
}
