import type { Vocabulary } from './vocabulary.js';

/** Who holds a key. */
export const officerKinds = {
  PERSON: { en: 'A person', fr: 'Une personne' },
  SERVICE: { en: 'The running service', fr: 'Le service lui-même' },
} as const satisfies Vocabulary;

/** Why a key is valid no more (log-format section 8). */
export const keyRevocationReasons = {
  superseded: { en: 'Superseded by another key', fr: 'Remplacée par une autre clé' },
  ceased: { en: 'No longer used', fr: "N'est plus employée" },
  lost: { en: 'Lost', fr: 'Perdue' },
  compromised: { en: 'Compromised', fr: 'Compromise' },
} as const satisfies Vocabulary;
