import type { Language, Text } from '../../custody/text.js';

/** Why an item is where it is, in a word. */
const reasons: Readonly<Record<string, Text>> = {
  COLLECTED: { en: 'collected', fr: 'prélevée' },
  RECEIVED_FROM_OUTSIDE: { en: 'taken in', fr: 'prise en charge' },
  STORAGE: { en: 'storage', fr: 'dépôt' },
  IN_TRANSIT: { en: 'in transit', fr: 'en transit' },
  SPLIT: { en: 'divided', fr: 'divisée' },
  RETURNED: { en: 'returned', fr: 'rendue' },
  'CHECKED_OUT PHOTOGRAPHY': { en: 'photography', fr: 'photographie' },
  HANDED_OVER: { en: 'handed over', fr: 'remise' },
  ON_PAPER: { en: 'OPJ, on paper', fr: 'OPJ, sur papier' },
};

/** Where an item stands (domain.md C.1). */
const stages: Readonly<Record<string, Text>> = {
  HELD: { en: 'held', fr: 'sous garde' },
  HANDED_OVER: { en: 'handed over to the national authority', fr: "remise à l'autorité nationale" },
  SPLIT: { en: 'divided into parts', fr: 'divisée en parts' },
  DESTROYED_IN_SITU: { en: 'destroyed in place', fr: 'détruite sur place' },
};

/** What stays on an item and prints on every later paper of it. */
const remarks: Readonly<Record<string, Text>> = {
  OVERRIDE: { en: 'gate passed by necessity', fr: 'verrou levé par nécessité' },
  LATE_ENTRY: { en: 'late entry', fr: 'inscription tardive' },
  UNDER_RESERVE: { en: 'received under reserve', fr: 'reçue sous réserve' },
  AS_TOLD: { en: 'what went before as told, no chain of ours', fr: 'antécédents tels que rapportés' },
  SEAL: { en: 'seal found damaged', fr: 'scellé trouvé altéré' },
  DISCREPANCY: { en: 'discrepancy, and how it was closed', fr: 'anomalie, et sa clôture' },
};

export function tellReason(reason: string, language: Language): string {
  return reasons[reason]?.[language] ?? reason;
}

export function tellStage(stage: string, language: Language): string {
  return stages[stage]?.[language] ?? stage;
}

export function tellRemark(kind: string, language: Language): string {
  return remarks[kind]?.[language] ?? kind;
}
