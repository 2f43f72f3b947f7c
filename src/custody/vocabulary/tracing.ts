import type { Vocabulary } from './vocabulary.js';

/** D8, GATE-13: through whom a trace request goes. Which of them is open, and when, is data of the procedure. */
export const traceChannels = {
  PRODUCER: { en: 'Producer or dealer, directly', fr: 'Fabricant ou négociant, directement' },
  STATE_VIA_UN: { en: 'State, through UN channels', fr: "État, par la voie de l'ONU" },
  SANCTIONS_PANEL: {
    en: 'Panel of experts or monitoring team on sanctions',
    fr: "Groupe d'experts ou équipe de surveillance des sanctions",
  },
  NATIONAL_FOCAL_POINT: { en: 'National focal point', fr: 'Point focal national' },
  INTERPOL_NCB: {
    en: 'INTERPOL, through a national central bureau',
    fr: 'INTERPOL, par un bureau central national',
  },
  NATIONAL_INVESTIGATORS: {
    en: 'National investigators, who trace by themselves',
    fr: 'Enquêteurs nationaux, qui tracent eux-mêmes',
  },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

export type TraceChannel = keyof typeof traceChannels;

/** Whom a trace request is for. */
export const traceAddressees = {
  PRODUCER: { en: 'Producer', fr: 'Fabricant' },
  DEALER: { en: 'Dealer or exporter', fr: 'Négociant ou exportateur' },
  STATE: { en: 'State', fr: 'État' },
  SANCTIONS_PANEL: { en: 'Sanctions panel', fr: "Groupe d'experts sur les sanctions" },
  NATIONAL_FOCAL_POINT: { en: 'National focal point', fr: 'Point focal national' },
  NATIONAL_BUREAU: { en: 'National central bureau of INTERPOL', fr: "Bureau central national d'INTERPOL" },
  NATIONAL_INVESTIGATORS: { en: 'National investigators', fr: 'Enquêteurs nationaux' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

export type TraceAddressee = keyof typeof traceAddressees;

/** Why this country is asked (D8). Closed. */
export const addressedAs = {
  MANUFACTURE: { en: 'Country of manufacture', fr: 'Pays de fabrication' },
  LAST_IMPORT: { en: 'Country of last import', fr: 'Pays de dernière importation' },
  SEAT: { en: 'Country where the addressee is', fr: 'Pays du destinataire' },
} as const satisfies Vocabulary;

/** D8: why what was recovered is held to be illicit. */
export const illicitGrounds = {
  NATIONAL_LAW: { en: 'Held against national law', fr: 'Détention contraire au droit national' },
  EMBARGO: { en: 'Transferred against an embargo', fr: 'Transfert contraire à un embargo' },
  UNMARKED: { en: 'Unmarked, or marks removed', fr: 'Sans marquage, ou marquage effacé' },
  UNLICENSED: { en: 'Made or moved without a licence', fr: 'Fabriqué ou transféré sans licence' },
  USED_IN_ATTACK: { en: 'Used or meant for an attack', fr: 'Employé ou destiné à une attaque' },
  DIVERTED: { en: 'Diverted, stolen or captured', fr: 'Détourné, volé ou pris' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** D8: what is asked. */
export const traceQuestions = {
  MADE_OR_SOLD: {
    en: 'Was it made or sold by you, and when?',
    fr: "L'avez-vous fabriqué ou vendu, et quand ?",
  },
  LAWFUL_EXPORT: {
    en: 'Was it lawfully exported, and under which licence?',
    fr: 'A-t-il été exporté licitement, et sous quelle licence ?',
  },
  CONSIGNEE: { en: 'To whom, and for which end user?', fr: 'À qui, et pour quel utilisateur final ?' },
  DELIVERED_ON: { en: 'When, and by which route?', fr: 'Quand, et par quel itinéraire ?' },
  SAME_LOT: {
    en: 'Who else received goods of this lot or series?',
    fr: "Qui d'autre a reçu des biens de ce lot ou de cette série ?",
  },
  LATER_DIVERSION: {
    en: 'Do you know of a later transfer, theft or diversion?',
    fr: 'Avez-vous connaissance d’un transfert, vol ou détournement ultérieur ?',
  },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** What an answer may be used for: as offered by the mission, as accepted by who answers (F-29). */
export const traceUses = {
  ANALYSIS: { en: 'Analysis inside the mission', fr: 'Analyse au sein de la Mission' },
  NATIONAL_INVESTIGATION: { en: 'National investigation', fr: 'Enquête nationale' },
  COURT_PROCEEDINGS: { en: 'Court proceedings', fr: 'Procédure judiciaire' },
  SANCTIONS_REPORTING: { en: 'Reports on sanctions', fr: 'Rapports sur les sanctions' },
  PUBLICATION: { en: 'Publication', fr: 'Publication' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** D8: may who answers be named? Closed. */
export const responderNamings = {
  MAY_BE_NAMED: { en: 'May be named', fr: 'Peut être nommé' },
  NOT_TO_BE_NAMED: { en: 'Is not to be named', fr: 'Ne doit pas être nommé' },
  NOT_SAID: { en: 'Left to who answers, or not said', fr: "Au choix de l'intéressé, ou non précisé" },
} as const satisfies Vocabulary;

/** D8, [A1]: what is not to be traced without a stated reason. Closed. */
export const traceWarnings = {
  AMNESTY: {
    en: 'Surrendered or bought back under an amnesty',
    fr: "Remis ou racheté dans le cadre d'une amnistie",
  },
  MADE_BEFORE_1946: { en: 'Made before 1946', fr: 'Fabriqué avant 1946' },
  DESTRUCTION_HELD_UP: {
    en: 'Tracing would hold up its destruction',
    fr: 'Le traçage en retarderait la destruction',
  },
} as const satisfies Vocabulary;

export type TraceWarning = keyof typeof traceWarnings;

/** Languages of a trace request. Closed. */
export const traceLanguages = {
  EN: { en: 'English', fr: 'Anglais' },
  FR: { en: 'French', fr: 'Français' },
} as const satisfies Vocabulary;

/** Where a trace request stands. Closed. */
export const tracingStatuses = {
  DRAFT: { en: 'Draft', fr: 'Projet' },
  REQUESTED: { en: 'Sent', fr: 'Envoyée' },
  ACKNOWLEDGED: { en: 'Acknowledged', fr: 'Accusé de réception reçu' },
  ANSWERED: { en: 'Answered', fr: 'Réponse reçue ou constatée' },
  CLOSED: { en: 'Closed', fr: 'Close' },
} as const satisfies Vocabulary;

export type TracingStatus = keyof typeof tracingStatuses;

/** E47, D8: class of an answer. Closed. */
export const traceAnswers = {
  FULL: { en: 'Full', fr: 'Complète' },
  PARTIAL: { en: 'Partial', fr: 'Partielle' },
  NO_RECORD: { en: 'No record', fr: 'Aucune trace dans les registres' },
  REFUSED: { en: 'Refused', fr: 'Refus' },
  NO_REPLY: { en: 'No reply', fr: 'Sans réponse' },
} as const satisfies Vocabulary;

export type TraceAnswer = keyof typeof traceAnswers;

/** F-07: why a strand stops, or an object could not be traced. */
export const traceStops = {
  NOT_KEPT_BY_BATCH: {
    en: 'Sales are not kept by batch',
    fr: 'Les ventes ne sont pas enregistrées par lot',
  },
  NO_BATCH_VISIBLE: { en: 'No batch number visible', fr: 'Aucun numéro de lot visible' },
  MARKS_REMOVED: { en: 'Marks removed or unreadable', fr: 'Marquage effacé ou illisible' },
  RECORDS_NOT_KEPT: { en: 'Records no longer kept', fr: 'Registres non conservés' },
  END_USER_UNKNOWN: { en: 'End user unknown', fr: 'Utilisateur final inconnu' },
  NO_REPLY: { en: 'No reply', fr: 'Sans réponse' },
  REFUSED: { en: 'Answer refused', fr: 'Réponse refusée' },
  CHANNEL_NOT_AUTHORISED: { en: 'The channel is not authorised', fr: 'Voie non autorisée' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** Whose finding it is, where no request of the mission brought it. */
export const traceFinders = {
  NATIONAL_INVESTIGATORS: { en: 'National investigators', fr: 'Enquêteurs nationaux' },
  SANCTIONS_PANEL: { en: 'Panel or monitoring team', fr: "Groupe d'experts ou équipe de surveillance" },
  OTHER_FORCE: { en: 'Other force or mission', fr: 'Autre force ou mission' },
  RESEARCH: { en: 'Research organisation', fr: 'Organisme de recherche' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** How an object went from one to the next. */
export const traceTransfers = {
  MANUFACTURE: { en: 'Manufacture', fr: 'Fabrication' },
  EXPORT: { en: 'Export', fr: 'Exportation' },
  IMPORT: { en: 'Import', fr: 'Importation' },
  SALE: { en: 'Sale', fr: 'Vente' },
  THEFT: { en: 'Theft', fr: 'Vol' },
  CAPTURE: { en: 'Capture', fr: 'Prise' },
  UNKNOWN: { en: 'Not known how', fr: 'Voie inconnue' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** Who or what stands at an end of a link. */
export const traceParties = {
  PRODUCER: { en: 'Producer', fr: 'Fabricant' },
  DEALER: { en: 'Dealer', fr: 'Négociant' },
  COMPANY: { en: 'Company', fr: 'Entreprise' },
  STATE: { en: 'State or its forces', fr: 'État ou ses forces' },
  PRIVATE_PERSON: { en: 'Private person', fr: 'Particulier' },
  ARMED_GROUP: { en: 'Armed group', fr: 'Groupe armé' },
  UNKNOWN: { en: 'Unknown', fr: 'Inconnu' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** What a link rests on. */
export const traceGrounds = {
  ANSWER: { en: 'Answer to a trace request', fr: 'Réponse à une demande de traçage' },
  DOCUMENT: { en: 'Document', fr: 'Document' },
  MARKING: { en: 'Marking or packaging', fr: 'Marquage ou emballage' },
  NATIONAL_INVESTIGATORS: { en: 'National investigators', fr: 'Enquêteurs nationaux' },
  STATEMENT: { en: 'Statement', fr: 'Déclaration' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** How the tracing of a request ended. Closed. */
export const traceOutcomes = {
  TRACED: { en: 'Traced', fr: 'Origine établie' },
  TRACED_IN_PART: { en: 'Traced in part', fr: 'Origine établie en partie' },
  NOT_TRACED: { en: 'Could not be traced', fr: 'Origine non établie' },
  WITHDRAWN: { en: 'Withdrawn, or never sent', fr: 'Retirée, ou jamais envoyée' },
} as const satisfies Vocabulary;

export type TraceOutcome = keyof typeof traceOutcomes;

/** D8: where the right of reply stands. Closed. */
export const replyStandings = {
  NONE: { en: 'Not offered', fr: 'Non offert' },
  OFFERED: { en: 'Offered', fr: 'Offert' },
  REPLIED: { en: 'Used', fr: 'Exercé' },
} as const satisfies Vocabulary;

export type ReplyStanding = keyof typeof replyStandings;
