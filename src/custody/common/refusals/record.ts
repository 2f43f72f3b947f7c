import type { Refusal } from '../../refusal.js';

/** Records that are stated and restated. */
export const recordRefusals = {
  'record.withdrawn-already': {
    gate: null,
    source: 'E55, RQ-05',
    message: { en: 'The record was withdrawn.', fr: 'La fiche a été retirée.' },
    missing: { en: 'Another record, made anew.', fr: 'Une autre fiche, établie à nouveau.' },
    provider: ['AUTHOR'],
  },
  'record.period-backwards': {
    gate: null,
    source: 'RQ-09',
    message: {
      en: 'The period from {from} until {until} runs backwards.',
      fr: 'La période du {from} au {until} va à rebours.',
    },
    missing: { en: 'An end that is not before the beginning.', fr: 'Une fin qui ne précède pas le début.' },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
