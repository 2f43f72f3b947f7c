import type { Vocabulary } from './vocabulary.js';

/** What an export for auditors is asked for (E60); the rest of it follows from log-format section 11. */
export const exportScopes = {
  LOG: { en: 'The whole log', fr: 'Tout le journal' },
  INCIDENT: { en: 'An incident', fr: 'Un incident' },
  ITEM: { en: 'One item', fr: 'Une pièce' },
  CUSTODIAN: { en: 'All that a custodian answered for', fr: 'Tout ce dont un gardien a répondu' },
  PERIOD: { en: 'All that was received in a period', fr: 'Tout ce qui fut reçu pendant une période' },
} as const satisfies Vocabulary;
