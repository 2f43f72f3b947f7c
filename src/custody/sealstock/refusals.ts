import type { Refusal } from '../refusal.js';
import { sealStatusLabels } from '../vocabulary/seals.js';
import { inWords, roleTold } from '../vocabulary/told.js';

export const sealstockRefusals = {
  'sealstock.run-not-valid': {
    gate: null,
    source: 'D3',
    message: {
      en: 'The run of seals {first} to {last} is not one: as many digits, not backwards, at most {maximum} seals.',
      fr: "La série de scellés {first} à {last} n'est pas valable : même nombre de chiffres, croissante, {maximum} scellés au plus.",
    },
    missing: {
      en: 'First and last number as printed; a larger supply is several stocks.',
      fr: 'Premier et dernier numéro tels qu’imprimés ; une réserve plus grande forme plusieurs stocks.',
    },
    provider: ['AUTHOR'],
  },
  'sealstock.number-twice': {
    gate: null,
    source: 'D3',
    message: {
      en: 'The seal number {number} is listed twice.',
      fr: 'Le numéro de scellé {number} figure deux fois.',
    },
    missing: { en: 'Each number once.', fr: 'Chaque numéro une seule fois.' },
    provider: ['AUTHOR'],
  },
  'sealstock.not-in-stock': {
    gate: null,
    source: 'D3',
    message: {
      en: 'The seal {number} is not of this stock.',
      fr: "Le scellé {number} n'est pas de ce stock.",
    },
    missing: { en: 'A number of the stock.', fr: 'Un numéro du stock.' },
    provider: ['AUTHOR'],
  },
  'sealstock.withdrawn-already': {
    gate: null,
    source: 'D3, V8',
    message: {
      en: 'The seal {number} is already reported as {status}.',
      fr: 'Le scellé {number} est déjà signalé comme {status}.',
    },
    missing: { en: 'A seal that is still issued.', fr: 'Un scellé encore en circulation.' },
    provider: ['AUTHOR'],
    told: { status: inWords(sealStatusLabels) },
  },
  'sealstock.not-holder': {
    gate: null,
    source: 'D3',
    message: {
      en: 'The seals are issued to another officer: he reports it, or an officer in one of the roles {allowed}.',
      fr: "Les scellés sont remis à un autre officier : c'est à lui de le signaler, ou à un officier dans l'un des rôles {allowed}.",
    },
    missing: {
      en: 'The signature of the holder of the stock.',
      fr: 'La signature du détenteur du stock.',
    },
    provider: ['AUTHOR', 'SEC', 'HQC'],
    told: { allowed: roleTold },
  },
} as const satisfies Record<string, Refusal>;
