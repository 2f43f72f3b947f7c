import { refuseIf, type Violation } from '../violation.js';
import type { ReferenceState } from './state.js';

/** The collection has, or had, an entry of that key. */
export function checkKnown({ entries, name }: ReferenceState, key: string): readonly Violation[] {
  return refuseIf(!Object.hasOwn(entries, key), 'reference.key-unknown', '/body/key', { key, name });
}
