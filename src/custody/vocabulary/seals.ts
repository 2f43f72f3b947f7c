import type { SealStatus } from '../evidence/state.js';
import type { Vocabulary } from './vocabulary.js';

/** V8, states of one seal. */
export const sealStatusLabels: Vocabulary<SealStatus> = {
  STOCK: { en: 'In the supply, not issued', fr: 'En réserve, non remis' },
  ISSUED: { en: 'Issued to an officer', fr: 'Remis à un officier' },
  APPLIED: { en: 'Applied', fr: 'Apposé' },
  VERIFIED_INTACT: { en: 'Checked, intact', fr: 'Vérifié, intact' },
  OPENED_AUTHORISED: { en: 'Opened with authority', fr: 'Ouvert sur autorisation' },
  SUPERSEDED: { en: 'Superseded by another seal', fr: 'Remplacé par un autre scellé' },
  DAMAGED_EXPLAINED: { en: 'Damaged, explained', fr: 'Altéré, altération expliquée' },
  DAMAGED_UNEXPLAINED: { en: 'Damaged, not explained', fr: 'Altéré, altération inexpliquée' },
  MISSING: { en: 'Missing', fr: 'Absent' },
  NUMBER_MISMATCH: { en: 'Another number than recorded', fr: 'Numéro différent de celui inscrit' },
  UNREADABLE: { en: 'Number unreadable', fr: 'Numéro illisible' },
  SPOILED_BEFORE_USE: { en: 'Spoiled before use', fr: "Détérioré avant l'emploi" },
  LOST_STOCK: { en: 'Lost before use', fr: "Perdu avant l'emploi" },
  RETIRED: { en: 'Retired', fr: 'Retiré' },
};

/** V8, the French form: what the registry of the court asks for (D3). */
export const sealForms = {
  OPEN: { en: 'Open seal', fr: 'Scellé ouvert' },
  CLOSED: { en: 'Closed seal', fr: 'Scellé fermé' },
  UNCOVERED: { en: 'Uncovered seal', fr: 'Scellé découvert' },
} as const satisfies Vocabulary;

/** D3, what stands across a seal. */
export const signedAcross = {
  SIGNATURE: { en: 'Signature', fr: 'Signature' },
  INITIALS: { en: 'Initials', fr: 'Paraphe' },
} as const satisfies Vocabulary;

/** D3, types of seal. */
export const sealTypes = {
  TAMPER_EVIDENT_BAG: { en: 'Tamper-evident bag', fr: 'Sachet à fermeture inviolable' },
  TAPE: { en: 'Tamper-evident tape', fr: 'Ruban de scellement' },
  NUMBERED_TAG: { en: 'Numbered tag', fr: 'Plomb ou attache numérotée' },
  WAX: { en: 'Wax seal', fr: 'Cachet de cire' },
  METAL: { en: 'Metal seal', fr: 'Scellé métallique' },
  CONTAINER_BOLT: { en: 'Container bolt seal', fr: 'Scellé à boulon pour conteneur' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** D3, what is sealed. */
export const packageTypes = {
  PLASTIC_BAG: { en: 'Plastic bag', fr: 'Sachet plastique' },
  PAPER_BAG: { en: 'Paper bag', fr: 'Sac en papier' },
  ENVELOPE: { en: 'Envelope', fr: 'Enveloppe' },
  BOX: { en: 'Cardboard box', fr: 'Carton' },
  TUBE: { en: 'Tube', fr: 'Tube' },
  TIN: { en: 'Metal tin', fr: 'Boîte métallique' },
  ANTISTATIC_BAG: { en: 'Antistatic bag', fr: 'Sachet antistatique' },
  AMMUNITION_BOX: { en: 'Ammunition box', fr: 'Caisse à munitions' },
  CRATE: { en: 'Crate', fr: 'Caisse' },
  DRUM: { en: 'Drum', fr: 'Fût' },
  NONE: {
    en: 'None: the seal is on the item itself',
    fr: "Aucun : le scellé est posé sur l'objet lui-même",
  },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** E24, by what authority a seal is opened. */
export const openingAuthorities = {
  LAB_REQUEST: { en: 'Laboratory request', fr: "Demande d'examen au laboratoire" },
  COURT_ORDER: { en: 'Court order', fr: 'Ordonnance judiciaire' },
  SAFETY: { en: 'Safety', fr: 'Sécurité' },
  LEGAL: { en: 'Decision of the legal officer', fr: 'Décision du juriste de la Mission' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** States of a seal that was checked and is not as it should be (E26). */
export const damagedStatuses = [
  'DAMAGED_EXPLAINED',
  'DAMAGED_UNEXPLAINED',
  'MISSING',
  'NUMBER_MISMATCH',
  'UNREADABLE',
] as const satisfies readonly SealStatus[];

export type DamagedStatus = (typeof damagedStatuses)[number];

/** Under such a seal nobody has been at the content: the item cannot be sealed elsewhere, nor taken out. */
export const unbrokenStatuses: readonly SealStatus[] = ['APPLIED', 'VERIFIED_INTACT'];
