import type { Refusal } from '../refusal.js';
import { roleTold } from '../vocabulary/told.js';

export const holdRefusals = {
  'hold.stops-release': {
    gate: 'GATE-6',
    source: 'E57, GATE-6',
    edition: 3,
    message: {
      en: '{number} is under a hold by {function} since {since}: it is neither released nor handed over.',
      fr: '{number} fait l’objet d’une mesure de conservation prise par {function} depuis le {since} : ni autorisation de remise, ni remise.',
    },
    missing: {
      en: 'The lifting of the hold, by the function that placed it.',
      fr: 'La levée de la mesure, par la fonction qui l’a prise.',
    },
    provider: ['LEG', 'HR', 'AUD'],
    told: { function: roleTold },
  },
  'hold.stops-disposal': {
    gate: null,
    source: 'E57, GATE-14',
    edition: 4,
    message: {
      en: '{number} is under a hold by {function} since {since}: nothing of it is used up or destroyed.',
      fr: '{number} fait l’objet d’une mesure de conservation prise par {function} depuis le {since} : rien n’en est consommé ni détruit.',
    },
    missing: {
      en: 'The lifting of the hold, by the function that placed it; or an examination that leaves the item as it is.',
      fr: 'La levée de la mesure, par la fonction qui l’a prise ; ou un examen qui laisse la pièce intacte.',
    },
    provider: ['LEG', 'HR', 'AUD'],
    told: { function: roleTold },
  },
  'hold.not-standing': {
    gate: null,
    source: 'E57',
    edition: 3,
    message: {
      en: 'This hold does not stand over {number}: it was never placed, or is lifted already.',
      fr: 'Cette mesure ne vise pas {number} : elle ne fut jamais prise, ou est déjà levée.',
    },
    missing: { en: 'Pieces that the hold still holds.', fr: 'Des pièces que la mesure vise encore.' },
    provider: ['AUTHOR'],
  },
  'hold.other-function': {
    gate: null,
    source: 'E57',
    edition: 3,
    message: {
      en: 'The hold over {number} was placed by {function}; {role} does not lift it.',
      fr: 'La mesure visant {number} fut prise par {function} ; {role} ne la lève pas.',
    },
    missing: {
      en: 'The signature of an officer of the function that placed it.',
      fr: 'La signature d’un officier de la fonction qui l’a prise.',
    },
    provider: ['LEG', 'HR', 'AUD'],
    told: { function: roleTold, role: roleTold },
  },
} as const satisfies Record<string, Refusal>;
