import type { Vocabulary } from './vocabulary.js';

/** V9: what does not fit. */
export const discrepancyKinds = {
  MISSING_ITEM: { en: 'Item missing', fr: 'Pièce manquante' },
  MISSING_PACKAGE: { en: 'Package missing', fr: 'Colis manquant' },
  WRONG_LOCATION: { en: 'Found elsewhere than recorded', fr: "Trouvée ailleurs qu'à l'endroit inscrit" },
  NO_LOCATION: { en: 'No location recorded', fr: 'Aucun emplacement inscrit' },
  UNLABELLED_ITEM_FOUND: { en: 'Item without label found', fr: 'Pièce trouvée sans étiquette' },
  NO_RECORD_FOR_ITEM: { en: 'Item without a record', fr: 'Pièce sans fiche' },
  NO_ITEM_FOR_RECORD: { en: 'Record without an item', fr: 'Fiche sans pièce' },
  COUNT_MISMATCH: { en: 'Count differs', fr: 'Écart de nombre' },
  WEIGHT_MISMATCH: { en: 'Weight differs', fr: 'Écart de poids' },
  DESCRIPTION_MISMATCH: { en: 'Description differs', fr: 'Description différente' },
  SERIAL_MISMATCH: { en: 'Serial number differs', fr: 'Numéro de série différent' },
  SEAL_MISMATCH: { en: 'Seal number differs', fr: 'Numéro de scellé différent' },
  SEAL_DAMAGED: { en: 'Seal damaged', fr: 'Scellé altéré' },
  SEAL_OPEN: { en: 'Seal open or missing', fr: 'Scellé ouvert ou absent' },
  PACKAGE_TAMPERED: { en: 'Package tampered with', fr: 'Colis violé' },
  CONDITION_CHANGED: { en: 'Condition changed', fr: 'État modifié' },
  CUSTODY_GAP: { en: 'Gap in custody', fr: 'Lacune dans la garde' },
  CUSTODY_OVERLAP: { en: 'Custody overlaps', fr: 'Gardes qui se chevauchent' },
  TIME_REVERSAL: { en: 'Times run backwards', fr: 'Chronologie inversée' },
  SELF_TRANSFER: { en: 'Transfer to oneself', fr: 'Transfert à soi-même' },
  UNSIGNED_LEG: { en: 'Leg not signed', fr: 'Étape non signée' },
  RECEIPT_MISSING: { en: 'Receipt missing', fr: 'Récépissé manquant' },
  OVERDUE_RETURN: { en: 'Return overdue', fr: 'Retour en retard' },
  DISPOSAL_UNPROVEN: { en: 'Disposal not proven', fr: 'Destruction non prouvée' },
  UNAUTHORISED_ACCESS: { en: 'Access without authority', fr: 'Accès non autorisé' },
  HASH_MISMATCH: { en: 'Hash of a file differs', fr: "Empreinte d'un fichier différente" },
  FILE_UNREADABLE: { en: 'File unreadable', fr: 'Fichier illisible' },
  HAZARD_MISDECLARED: { en: 'Hazard misdeclared', fr: 'Danger mal déclaré' },
  CERTIFICATE_EXPIRED: { en: 'Certificate expired', fr: 'Certificat expiré' },
  DUPLICATE_NUMBER: { en: 'Number used twice', fr: 'Numéro en double' },
  CLOCK_DOUBT: { en: 'Clock in doubt', fr: 'Horloge douteuse' },
  LATE_ENTRY: { en: 'Entered late', fr: 'Inscription tardive' },
  RELEASED_WITHOUT_CLEARANCE: { en: 'Released without clearance', fr: 'Remise sans autorisation' },
  CONDITION_BREACHED: {
    en: 'Condition of a release breached',
    fr: "Condition de l'autorisation de remise non respectée",
  },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

export type DiscrepancyKind = keyof typeof discrepancyKinds;

/** Kinds that may leave an item `UNACCOUNTED` (domain.md C.1). */
export const missingKinds: readonly DiscrepancyKind[] = [
  'MISSING_ITEM',
  'MISSING_PACKAGE',
  'NO_ITEM_FOR_RECORD',
];

/** V9: how a discrepancy ends. */
export const discrepancyOutcomes = {
  EXPLAINED_AND_CORRECTED: { en: 'Explained and corrected', fr: 'Expliqué et corrigé' },
  FOUND: { en: 'Found', fr: 'Retrouvé' },
  LOSS_CONFIRMED: { en: 'Loss confirmed', fr: 'Perte confirmée' },
  THEFT_SUSPECTED: { en: 'Theft suspected, referred', fr: 'Vol présumé, signalé' },
  DESTROYED_ON_EVIDENCE: { en: 'Destroyed, on evidence', fr: 'Détruit, preuve à l’appui' },
  CANNOT_BE_RESOLVED: { en: 'Cannot be resolved', fr: 'Ne peut être élucidé' },
} as const satisfies Vocabulary;

export type DiscrepancyOutcome = keyof typeof discrepancyOutcomes;

/** Outcomes that stand as a signed finding of loss where an item is missing (C.1). */
export const lossOutcomes: readonly DiscrepancyOutcome[] = [
  'LOSS_CONFIRMED',
  'THEFT_SUSPECTED',
  'DESTROYED_ON_EVIDENCE',
  'CANNOT_BE_RESOLVED',
];

/** What brought a discrepancy to light (E49). */
export const discrepancySources = {
  RECEIPT: { en: 'Receipt under reserve', fr: 'Réception sous réserve' },
  COUNT: { en: 'Count', fr: 'Récolement' },
  DAMAGED_SEAL: { en: 'Damaged seal', fr: 'Scellé altéré' },
  OFFICER: { en: 'Observation of an officer', fr: "Observation d'un officier" },
} as const satisfies Vocabulary;
