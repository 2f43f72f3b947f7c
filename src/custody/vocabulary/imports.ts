import type { Vocabulary } from './vocabulary.js';

/** What the rows of an imported table are. */
export const importContents = {
  INCIDENTS: { en: 'Incidents', fr: 'Incidents' },
  ITEMS: { en: 'Items', fr: 'Pièces' },
} as const satisfies Vocabulary;

export type ImportContents = keyof typeof importContents;

/** How far an import has come: its rows count once it is closed, and of an abandoned one never. */
export const importStandings = {
  OPEN: { en: 'Open: its rows count nowhere yet', fr: 'En cours : ses lignes ne comptent pas encore' },
  CLOSED: { en: 'Closed: its rows count', fr: 'Clos : ses lignes comptent' },
  ABANDONED: { en: 'Abandoned: its rows never count', fr: 'Abandonné : ses lignes ne compteront jamais' },
} as const satisfies Vocabulary;

export type ImportStanding = keyof typeof importStandings;
