import type {
  EvidenceState,
  LegalStatus,
  PhysicalState,
  Remark,
  SafetyStatus,
  Transit,
} from '../evidence/state.js';
import type { TransferStage } from '../transfer/state.js';
import type { Vocabulary } from './vocabulary.js';

/** Where an item stands (domain.md C.1), as it goes on after "The item is …". */
export const physicalStateWords: Vocabulary<PhysicalState> = {
  RECORDED: { en: 'recorded, not yet collected', fr: 'inscrite, pas encore prélevée' },
  COLLECTED: { en: 'collected', fr: 'prélevée' },
  HELD: { en: 'held', fr: 'sous garde' },
  IN_TRANSIT: { en: 'in transit', fr: 'en transit' },
  CHECKED_OUT: { en: 'checked out', fr: 'sortie du local' },
  UNACCOUNTED: { en: 'unaccounted for', fr: 'introuvable' },
  HANDED_OVER: { en: 'handed over to the national authority', fr: "remise à l'autorité nationale" },
  RETURNED: { en: 'given back', fr: 'restituée' },
  DESTROYED: { en: 'destroyed', fr: 'détruite' },
  CONSUMED: { en: 'consumed by examination', fr: "consommée par l'examen" },
  ARCHIVED: { en: 'archived', fr: 'archivée' },
  SPLIT: { en: 'divided into parts', fr: 'divisée en parts' },
  LEFT_IN_SITU: { en: 'left in place', fr: 'laissée sur place' },
  DESTROYED_IN_SITU: { en: 'destroyed in place', fr: 'détruite sur place' },
  DOCUMENTED_ONLY: { en: 'documented only', fr: 'seulement documentée' },
};

/** Whether an item may be handled (domain.md C.2). */
export const safetyStateWords: Vocabulary<SafetyStatus> = {
  UNASSESSED: { en: 'not assessed', fr: 'non évaluée' },
  HAZARDOUS_DO_NOT_MOVE: { en: 'hazardous, do not move', fr: 'dangereuse, ne pas déplacer' },
  RENDERED_SAFE: { en: 'rendered safe', fr: 'neutralisée' },
  CERTIFIED_FREE_FROM_EXPLOSIVES: {
    en: 'certified free from explosives',
    fr: "certifiée exempte d'explosifs",
  },
  EXPLOSIVE_CERTIFIED_FOR_TRANSPORT: {
    en: 'explosive, certified for transport',
    fr: 'explosive, certifiée pour le transport',
  },
  WEAPON_CLEARED: { en: 'weapon cleared', fr: 'arme mise en sécurité' },
  NON_HAZARDOUS: { en: 'not hazardous', fr: 'non dangereuse' },
};

/** What a release says of an item (domain.md C.2). */
export const legalStateWords: Vocabulary<LegalStatus> = {
  NOT_REQUESTED: { en: 'not requested', fr: 'non demandée' },
  UNDER_REVIEW: { en: 'under review', fr: "en cours d'examen" },
  CLEARED: { en: 'cleared', fr: 'autorisée' },
  CLEARED_WITH_CONDITIONS: { en: 'cleared with conditions', fr: 'autorisée sous conditions' },
  REFUSED: { en: 'refused', fr: 'refusée' },
  SUSPENDED: { en: 'suspended', fr: 'suspendue' },
  WITHDRAWN: { en: 'withdrawn', fr: 'retirée' },
};

/** How far a transfer has come with an item. */
export const transitStageWords: Vocabulary<Transit['stage']> = {
  OFFERED: { en: 'offered', fr: 'proposée' },
  DEPARTED: { en: 'under way', fr: 'en route' },
  REFUSED: { en: 'refused on arrival', fr: "refusée à l'arrivée" },
};

/** How far a transfer has come with all its items; what was refused of some is told by the items. */
export const transferStageWords: Vocabulary<TransferStage> = {
  OFFERED: { en: 'offered', fr: 'proposé' },
  DEPARTED: { en: 'under way', fr: 'en route' },
  PARTLY_RECEIVED: { en: 'received in part', fr: 'reçu en partie' },
  RECEIVED: { en: 'received', fr: 'reçu' },
  REFUSED: { en: 'refused', fr: 'refusé' },
  RETURNED: { en: 'brought back', fr: 'rapporté' },
  RECALLED: { en: 'recalled', fr: 'retiré' },
};

/** How exactly the time of an act is known. */
export const precisionWords: Vocabulary<EvidenceState['lastOccurred']['precision']> = {
  SECOND: { en: 'known to the second', fr: 'connu à la seconde près' },
  MINUTE: { en: 'known to the minute', fr: 'connu à la minute près' },
  HOUR: { en: 'known to the hour', fr: "connu à l'heure près" },
  DAY: { en: 'known to the day', fr: 'connu au jour près' },
  MONTH: { en: 'known to the month', fr: 'connu au mois près' },
  YEAR: { en: 'known to the year', fr: "connu à l'année près" },
};

/** What stays on an item and prints on every later paper of it. */
export const remarkWords: Vocabulary<Remark['kind']> = {
  OVERRIDE: { en: 'gate passed by necessity', fr: 'verrou levé par nécessité' },
  LATE_ENTRY: { en: 'late entry', fr: 'inscription tardive' },
  UNDER_RESERVE: { en: 'received under reserve', fr: 'reçue sous réserve' },
  CUSTODY_GAP: { en: 'gap in custody', fr: 'lacune dans la garde' },
  AS_TOLD: {
    en: 'what went before as told, no chain of ours',
    fr: 'antécédents tels que rapportés',
  },
  ON_BEHALF: { en: 'signed on behalf of another', fr: "signé au nom d'un autre" },
  SEAL: { en: 'seal found damaged', fr: 'scellé trouvé altéré' },
  DISCREPANCY: { en: 'discrepancy', fr: 'anomalie' },
  UNSIGNED_CHANGE: {
    en: 'change of custodian without the signature of the outgoing one',
    fr: 'changement de gardien sans la signature du sortant',
  },
  CLOCK_DOUBT: { en: 'clock in doubt', fr: 'horloge douteuse' },
};
