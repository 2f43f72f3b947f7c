import type { Refusal } from '../refusal.js';

export const visitRefusals = {
  'visit.scene-closed': {
    gate: 'GATE-1',
    source: 'E04, E06',
    edition: 2,
    message: {
      en: 'Scene {scene} was closed at {at}: nobody enters it afterwards.',
      fr: "Les lieux {scene} ont été clos le {at} : personne n'y entre ensuite.",
    },
    missing: {
      en: 'A time before the closing; for further work a scene opened anew; who did enter afterwards says by whose decision.',
      fr: 'Une heure antérieure à la clôture ; pour de nouveaux travaux, de nouveaux lieux ; qui est entré ensuite dit sur la décision de qui.',
    },
    provider: ['AUTHOR'],
  },
  'visit.not-visitor': {
    gate: null,
    source: 'E04, RQ-07',
    message: {
      en: 'Officer {officer} is not the visitor: who leaves a scene signs it himself.',
      fr: "L'officier {officer} n'est pas le visiteur : qui quitte les lieux le signe lui-même.",
    },
    missing: { en: 'The signature of the visitor.', fr: 'La signature du visiteur.' },
    provider: ['AUTHOR'],
  },
  'visit.left-already': {
    gate: null,
    source: 'E04',
    message: { en: 'The visit ended at {at}.', fr: 'Le passage a pris fin le {at}.' },
    missing: { en: 'A new visit for a new entry.', fr: 'Un nouveau passage pour une nouvelle entrée.' },
    provider: ['AUTHOR'],
  },
  'visit.left-before-entered': {
    gate: null,
    source: 'E04, RQ-09',
    message: {
      en: 'The visitor would have left at {at}, before he entered at {entered}.',
      fr: "Le visiteur serait sorti le {at}, avant d'être entré le {entered}.",
    },
    missing: { en: 'A time not before the entry.', fr: "Une heure qui ne précède pas l'entrée." },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
