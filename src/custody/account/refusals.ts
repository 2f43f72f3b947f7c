import type { Refusal } from '../refusal.js';
import { casualtyCategories } from '../vocabulary/accounts.js';
import { inWordsAndCode } from '../vocabulary/told.js';

export const accountRefusals = {
  'account.as-of-later': {
    gate: null,
    source: 'E01, RQ-09',
    message: {
      en: 'The source is said to say so as of {asOf}, after the account was entered at {occurred}.',
      fr: "La source se serait exprimée le {asOf}, après l'enregistrement de la version des faits le {occurred}.",
    },
    missing: {
      en: 'A day on or before that of the entry.',
      fr: "Un jour qui ne suive pas celui de l'enregistrement.",
    },
    provider: ['AUTHOR'],
  },
  'account.category-twice': {
    gate: null,
    source: 'E01',
    message: {
      en: 'The category {category} is listed twice.',
      fr: 'La catégorie {category} figure deux fois.',
    },
    missing: {
      en: 'Each category once; what another source says is another account.',
      fr: 'Chaque catégorie une seule fois ; ce que dit une autre source est une autre version.',
    },
    provider: ['AUTHOR'],
    told: { category: inWordsAndCode(casualtyCategories) },
  },
  'account.range-backwards': {
    gate: null,
    source: 'E01',
    message: {
      en: 'The figure is given as at least {lowest} and at most {highest}.',
      fr: 'Le chiffre est indiqué comme étant d’au moins {lowest} et d’au plus {highest}.',
    },
    missing: {
      en: 'A highest that is not below the lowest, or null.',
      fr: 'Un maximum qui ne soit pas inférieur au minimum, ou null.',
    },
    provider: ['AUTHOR'],
  },
  'account.withdrawn-already': {
    gate: null,
    source: 'E01, RQ-05',
    message: { en: 'The account was withdrawn.', fr: 'La version des faits a été retirée.' },
    missing: {
      en: 'Another account, given anew.',
      fr: 'Une autre version des faits, consignée à nouveau.',
    },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
