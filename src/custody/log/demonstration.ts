import type { Text } from '../text.js';

/** A log for demonstration says so in its name: nothing printed or told of it may pass for evidence. */
export function isDemonstration(origin: string): boolean {
  return origin.startsWith('demo.');
}

export const demonstrationMark: Text = {
  en: 'DEMONSTRATION – NOT EVIDENCE',
  fr: 'DÉMONSTRATION – SANS VALEUR PROBANTE',
};
