import type { Text } from '../text.js';
import type { Vocabulary } from './vocabulary.js';

/** V7: where an examination is made. */
export const examinationLevels = {
  L1: { en: 'Level 1: field exploitation', fr: 'Niveau 1 : exploitation sur le terrain' },
  L2: { en: 'Level 2: laboratory of the Mission', fr: 'Niveau 2 : laboratoire de la Mission' },
  L3: {
    en: 'Level 3: laboratory outside the theatre, or national',
    fr: "Niveau 3 : laboratoire hors du théâtre d'opérations, ou national",
  },
} as const satisfies Vocabulary;

export type ExaminationLevel = keyof typeof examinationLevels;

/** D5: how soon the answer is needed. */
export const urgencies = {
  ROUTINE: { en: 'Routine', fr: 'Normal' },
  URGENT: { en: 'Urgent', fr: 'Urgent' },
  COURT_DATE: { en: 'A hearing is fixed', fr: 'Audience fixée' },
  PERSON_HELD: { en: 'A person is held', fr: 'Personne privée de liberté' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** V7: types of examination. */
export const examTypes = {
  VISUAL: { en: 'Visual examination', fr: 'Examen visuel' },
  PHOTOGRAPHY: { en: 'Photography', fr: 'Photographie' },
  MEASUREMENT: { en: 'Measurement', fr: 'Mesures' },
  PRINTS_POWDER: { en: 'Latent prints: powder', fr: 'Traces papillaires : poudre' },
  PRINTS_CHEMICAL: { en: 'Latent prints: chemical', fr: 'Traces papillaires : révélation chimique' },
  PRINTS_CYANOACRYLATE: { en: 'Latent prints: cyanoacrylate', fr: 'Traces papillaires : cyanoacrylate' },
  PRINT_COMPARISON: { en: 'Ten-print comparison', fr: 'Comparaison décadactylaire' },
  DNA_SAMPLING: { en: 'DNA sampling', fr: 'Prélèvement ADN' },
  GUNSHOT_RESIDUE: { en: 'Gunshot residue', fr: 'Résidus de tir' },
  EXPLOSIVE_RESIDUE: { en: 'Explosive residue', fr: "Résidus d'explosif" },
  FIBRE_HAIR_SOIL: { en: 'Fibres, hair, soil', fr: 'Fibres, cheveux, terre' },
  MARK_IDENTIFICATION: {
    en: 'Identification of marks and headstamps',
    fr: 'Identification des marquages et culots',
  },
  FIREARM_IDENTIFICATION: { en: 'Identification of a firearm', fr: "Identification d'une arme à feu" },
  FIREARM_FUNCTION: { en: 'Function test of a firearm', fr: "Essai de fonctionnement d'une arme à feu" },
  CASE_COMPARISON: { en: 'Comparison of cartridge cases', fr: "Comparaison d'étuis" },
  BULLET_COMPARISON: { en: 'Comparison of bullets', fr: 'Comparaison de projectiles' },
  TOOLMARK: { en: 'Tool marks', fr: "Traces d'outils" },
  PHYSICAL_MATCH: { en: 'Physical match', fr: 'Raccord physique' },
  SERIAL_RESTORATION: {
    en: 'Restoration of a serial number',
    fr: "Restitution d'un numéro de série effacé",
  },
  EXPLOSIVE_IDENTIFICATION: {
    en: 'Identification of bulk explosive',
    fr: "Identification d'explosif en masse",
  },
  DEVICE_EXPLOITATION: {
    en: 'Exploitation of the components of a device',
    fr: "Exploitation des composants d'un engin",
  },
  ELECTRONICS: { en: 'Electronics and radio', fr: 'Électronique et radio' },
  MEDIA_EXTRACTION: {
    en: 'Extraction from telephone, SIM or medium',
    fr: "Extraction d'un téléphone, d'une carte SIM ou d'un support",
  },
  VIDEO_AUDIO: { en: 'Video and audio', fr: 'Vidéo et audio' },
  DOCUMENTS: { en: 'Documents and handwriting', fr: 'Documents et écritures' },
  VEHICLE_NUMBER: { en: 'Vehicle identification number', fr: "Numéro d'identification de véhicule" },
  DRUGS_FIELD_TEST: { en: 'Field test for drugs', fr: 'Test rapide de stupéfiants' },
  DESTRUCTIVE_TEST: { en: 'Test that destroys the item', fr: "Essai destructif de l'objet" },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

export type ExamType = keyof typeof examTypes;

/**
 * GATE-5: what an examination does to what another one looks for. `NEUTRAL` touches nothing, `TRACE` looks for traces,
 * `HANDLING` handles the item, `DESTRUCTIVE` alters it or uses it up.
 */
export type ExamClass = 'NEUTRAL' | 'TRACE' | 'HANDLING' | 'DESTRUCTIVE';

/** {@link ExamClass} in words. */
export const examClasses = {
  NEUTRAL: { en: 'touches nothing', fr: 'sans effet sur la pièce' },
  TRACE: { en: 'looks for traces', fr: 'recherche de traces' },
  HANDLING: { en: 'handles the item', fr: 'manipulation de la pièce' },
  DESTRUCTIVE: { en: 'alters or uses up the item', fr: 'altère ou consomme la pièce' },
} as const satisfies Record<ExamClass, Text>;

/** What a type is by itself; an examiner may know that another one, too, is destructive for this item. */
export const classOfExam = {
  VISUAL: 'NEUTRAL',
  PHOTOGRAPHY: 'NEUTRAL',
  MEASUREMENT: 'HANDLING',
  PRINTS_POWDER: 'TRACE',
  PRINTS_CHEMICAL: 'TRACE',
  PRINTS_CYANOACRYLATE: 'TRACE',
  PRINT_COMPARISON: 'NEUTRAL',
  DNA_SAMPLING: 'TRACE',
  GUNSHOT_RESIDUE: 'TRACE',
  EXPLOSIVE_RESIDUE: 'TRACE',
  FIBRE_HAIR_SOIL: 'TRACE',
  MARK_IDENTIFICATION: 'NEUTRAL',
  FIREARM_IDENTIFICATION: 'HANDLING',
  FIREARM_FUNCTION: 'HANDLING',
  CASE_COMPARISON: 'HANDLING',
  BULLET_COMPARISON: 'HANDLING',
  TOOLMARK: 'HANDLING',
  PHYSICAL_MATCH: 'HANDLING',
  SERIAL_RESTORATION: 'DESTRUCTIVE',
  EXPLOSIVE_IDENTIFICATION: 'HANDLING',
  DEVICE_EXPLOITATION: 'HANDLING',
  ELECTRONICS: 'HANDLING',
  MEDIA_EXTRACTION: 'HANDLING',
  VIDEO_AUDIO: 'NEUTRAL',
  DOCUMENTS: 'NEUTRAL',
  VEHICLE_NUMBER: 'NEUTRAL',
  DRUGS_FIELD_TEST: 'HANDLING',
  DESTRUCTIVE_TEST: 'DESTRUCTIVE',
  OTHER: 'HANDLING',
} as const satisfies Record<ExamType, ExamClass>;

/**
 * V7: results. Nothing found, excluded and inconclusive are results as much as an identification is. None says who did
 * something: what follows from a hit is a lead.
 */
export const resultClasses = {
  IDENTIFIED: { en: 'Identified', fr: 'Identifié' },
  INCONCLUSIVE: { en: 'Inconclusive', fr: 'Non concluant' },
  EXCLUDED: { en: 'Excluded', fr: 'Exclu' },
  NOTHING_FOUND: { en: 'Negative: nothing found', fr: "Négatif : rien n'a été trouvé" },
  NOT_SUITABLE: { en: 'Not suitable for examination', fr: 'Non exploitable' },
  NOT_EXAMINED: { en: 'Not examined', fr: 'Non examiné' },
  REFUSED: { en: 'Refused', fr: 'Refusé' },
  IN_PROGRESS: { en: 'In progress', fr: 'En cours' },
} as const satisfies Vocabulary;

export type ResultClass = keyof typeof resultClasses;

/** Results of an examination that was made, or is being made. */
export const resultsOfMade = [
  'IDENTIFIED',
  'INCONCLUSIVE',
  'EXCLUDED',
  'NOTHING_FOUND',
  'IN_PROGRESS',
] as const;

/** Why an examination that was asked for was not made. */
export const resultsOfOmitted = ['NOT_SUITABLE', 'NOT_EXAMINED', 'REFUSED'] as const;

/** What a trace is that a laboratory gives a reference of its own. */
export const traceKinds = {
  FINGER_MARK: { en: 'Finger or palm mark', fr: 'Trace papillaire' },
  DNA_PROFILE: { en: 'DNA profile', fr: 'Profil génétique' },
  TOOL_MARK: { en: 'Tool mark', fr: "Trace d'outil" },
  WEAPON_MARK: { en: 'Mark left by a firearm', fr: 'Trace laissée par une arme' },
  FIBRE_OR_HAIR: { en: 'Fibre or hair', fr: 'Fibre ou cheveu' },
  RESIDUE: { en: 'Residue', fr: 'Résidu' },
  IDENTIFIER: { en: 'Electronic identifier', fr: 'Identifiant électronique' },
  HANDWRITING: { en: 'Handwriting', fr: 'Écriture' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** E31: why a laboratory does not take an item for an examination. */
export const rejectionReasons = {
  SEAL_NOT_INTACT: { en: 'Seal not intact', fr: 'Scellé non intact' },
  NOT_LABELLED: { en: 'Not labelled, or not as requested', fr: 'Étiquetage absent ou non conforme' },
  NOT_PACKED: { en: 'Not properly packed', fr: 'Conditionnement inadapté' },
  HAZARD_NOT_CERTIFIED: { en: 'Hazard without a valid certificate', fr: 'Danger sans certificat valable' },
  QUESTION_UNCLEAR: { en: 'The question is not clear', fr: 'Question imprécise' },
  BEYOND_MEANS: { en: "Beyond the laboratory's means", fr: 'Hors des moyens du laboratoire' },
  TOO_LITTLE: { en: 'Too little material', fr: 'Matière insuffisante' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** RQ-52, RQ-55: what an examination left of the item. */
export const alterations = {
  NOTHING: { en: 'Nothing altered or used up', fr: 'Rien altéré ni consommé' },
  ALTERED: { en: 'Altered, nothing used up', fr: 'Altérée, rien consommé' },
  PART: { en: 'Used up in part', fr: 'Consommée en partie' },
  ALL: { en: 'Used up', fr: 'Entièrement consommée' },
} as const satisfies Vocabulary;

/** Where an examination stands, and one item in it. */
export const examinationStatuses = {
  REQUESTED: { en: 'Requested', fr: 'Demandé' },
  ACCEPTED: { en: 'Accepted by the laboratory', fr: 'Accepté par le laboratoire' },
  REJECTED: { en: 'Rejected by the laboratory', fr: 'Refusé par le laboratoire' },
  WITHDRAWN: { en: 'Withdrawn', fr: 'Retiré' },
  REPORTED: { en: 'Reported', fr: 'Rapport établi' },
} as const satisfies Vocabulary;

export type ExaminationStatus = keyof typeof examinationStatuses;

/** RQ-02: what is taken from an item in an examination. A part of a lot comes by a split. */
export const subItemKinds = {
  LIFT: { en: 'Print lift', fr: 'Relevé de traces papillaires' },
  SWAB: { en: 'Swab', fr: 'Écouvillon' },
  CAST: { en: 'Cast', fr: 'Moulage' },
  IMAGE: { en: 'Image', fr: 'Image' },
  EXTRACT: { en: 'Extract of data', fr: 'Extraction de données' },
  TEST_FIRED_CASE: { en: 'Test-fired case', fr: 'Étui de tir de comparaison' },
  TEST_FIRED_BULLET: { en: 'Test-fired bullet', fr: 'Projectile de tir de comparaison' },
  COMPONENT: { en: 'Component taken off', fr: 'Composant démonté' },
  RESIDUE: { en: 'Residue', fr: 'Résidu' },
  CONTAINER: { en: 'Container', fr: 'Contenant' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** Where a lead comes from. */
export const leadSources = {
  DATABASE: { en: 'Database', fr: 'Fichier ou base de données' },
  WARRANT_LIST: { en: 'List of warrants', fr: 'Liste de mandats' },
  OTHER_LABORATORY: { en: 'Another laboratory', fr: 'Autre laboratoire' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** What two items are found to share. */
export const matchedKinds = {
  TRACE: { en: "Trace, by the laboratory's reference", fr: 'Trace, par sa référence au laboratoire' },
  MARK: { en: 'Mark as read', fr: 'Marquage tel que lu' },
} as const satisfies Vocabulary;

/** Languages of a report. */
export const reportLanguages = {
  FR: { en: 'French', fr: 'Français' },
  EN: { en: 'English', fr: 'Anglais' },
} as const satisfies Vocabulary;
