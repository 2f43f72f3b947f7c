import type { Language } from '../../custody/text.js';
import { capacities } from '../../custody/vocabulary/capacities.js';
import { inWords } from '../../custody/vocabulary/told.js';

/** `DEMO-WIT-1/WIT` and `DEMO-WIT-2/WIT as witness` as `DEMO-WIT-1/WIT; witness: DEMO-WIT-2/WIT`. */
export function tellSigners(signers: readonly string[], language: Language): string {
  const colon = language === 'fr' ? ' :' : ':';
  return signers
    .map(text => {
      const [who = '', as] = text.split(' as ');
      return as === undefined ? who : `${inWords(capacities)(as)[language]}${colon} ${who}`;
    })
    .join('; ');
}
