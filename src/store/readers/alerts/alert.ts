import { createHash } from 'node:crypto';
import type { Text } from '../../../custody/text.js';

/** What the rules find by looking at the clock, beside the acts. None of it is ever an event (design section 1). */
export const alertKinds = {
  TRANSFER_OVERDUE: {
    en: 'A transfer was not answered for in time',
    fr: "Un transfert n'a pas fait l'objet d'une réception dans le délai",
  },
  RETURN_OVERDUE: {
    en: 'What was refused on arrival is still with the courier',
    fr: "Une pièce refusée à l'arrivée est encore chez le convoyeur",
  },
  CHECK_OUT_OVERDUE: {
    en: 'An item checked out was not returned in time',
    fr: "Une pièce sortie n'a pas été rendue dans le délai",
  },
  EXAMINATION_OVERDUE: {
    en: 'A laboratory did not report by the day it was due',
    fr: "Un laboratoire n'a pas rendu son rapport à la date attendue",
  },
  CUSTODY_GAP: {
    en: 'A time nobody can account for was stated',
    fr: 'Une période dont personne ne répond a été déclarée',
  },
  DISCREPANCY_OVERDUE: {
    en: 'A discrepancy is open past its deadline',
    fr: 'Une anomalie reste ouverte après son échéance',
  },
  CUSTODIAN_WITHOUT_ROLE: {
    en: 'A custodian no longer holds the role in which he took the item',
    fr: 'Un gardien ne détient plus le rôle au titre duquel il a reçu la pièce',
  },
  CUSTODIAN_WITHOUT_KEY: {
    en: 'A custodian has no key left to sign with',
    fr: "Un gardien n'a plus de clé pour signer",
  },
  CERTIFICATE_EXPIRED: {
    en: 'The safety certificate of an item that is held has run out',
    fr: "Le certificat de sécurité d'une pièce détenue a expiré",
  },
  CLEARANCE_EXPIRED: {
    en: 'The EOD clearance of a scene that is not closed has run out',
    fr: "L'autorisation NEDEX de lieux non clôturés a expiré",
  },
  UNIT_REVIEW_DUE: {
    en: 'The human rights assessment of a unit is due for review: nothing is granted or handed over to it',
    fr: "L'évaluation d'une unité au titre des droits de l'homme est à réexaminer : rien ne lui est accordé ni remis",
  },
  HOLD_REVIEW_DUE: {
    en: 'A hold that stands is due for review',
    fr: 'Une mesure de conservation en vigueur est à réexaminer',
  },
  HOLDER_NOT_TOLD: {
    en: 'Who has a dossier was not told that its release was suspended or withdrawn, or that another follows it',
    fr: "Le détenteur d'un dossier n'a pas été informé de la suspension ou du retrait de l'autorisation, ou d'un dossier qui lui fait suite",
  },
  HANDOVER_STOPPED: {
    en: 'A handover is under way that is not to be carried out as things stand: the legal office tells what to do',
    fr: "Une remise est en cours qui, en l'état, ne doit pas être exécutée : le service juridique dit qu'en faire",
  },
  REQUEST_OVERDUE: {
    en: 'A request of an authority was not answered by its deadline',
    fr: "Une demande d'une autorité est restée sans réponse à son échéance",
  },
  TRACE_REPLY_DUE: {
    en: 'A trace request was not answered by the day asked for: the addressee is to be reminded, or his silence stated',
    fr: "Une demande de traçage est restée sans réponse à l'échéance : relancer le destinataire, ou constater son silence",
  },
  OUTCOME_DUE: {
    en: 'It is to be asked what came of what an authority was given',
    fr: "Il y a lieu de demander les suites données à ce qu'une autorité a reçu",
  },
  NEW_IN_THEATRE: {
    en: 'The first record of a sample, model, calibre or producer in the theatre',
    fr: "Premier relevé d'un échantillon, d'un modèle, d'un calibre ou d'un fabricant sur le théâtre",
  },
  EVENT_DISPUTED: {
    en: 'An act was signed by a key that was compromised',
    fr: 'Un acte fut signé par une clé compromise',
  },
  FILE_OWED: {
    en: 'A file that an act names was not uploaded',
    fr: "Un fichier désigné par un acte n'a pas été versé",
  },
} as const satisfies Record<string, Text>;

export type AlertKind = keyof typeof alertKinds;

/**
 * Those that stand at an earlier moment than the one at which they began to hold, which would tell why (GATE-8). That one
 * was read on says nothing of whether they were.
 */
export const undatedAlerts: ReadonlySet<AlertKind> = new Set(['HANDOVER_STOPPED']);

/** Something that is not as it should be, and since when. */
export interface Found {
  readonly kind: AlertKind;
  /** What it is about, `<kind>/<UUID>`. */
  readonly subject: string;
  /** How people call that: number of the item or manifest, name of the scene. */
  readonly label: string;
  /** Who is expected to act, or is concerned; null where nobody is named. */
  readonly officer: string | null;
  /** Tells apart several of a kind on one subject, and says more: a hash, a role, a reason. */
  readonly detail: string;
  /** ms since 1970: since when the log shows it and the time has passed; of a stopped handover, when it was offered. */
  readonly since: number;
}

export interface Alert extends Found {
  /** The same as long as the alert holds; another once it has ceased and comes again, but of a stopped handover. */
  readonly id: string;
}

/** Place in the order of alerts: since when, then by id. */
export interface AlertPosition {
  readonly since: number;
  readonly id: string;
}

/** The same as `alertId` in SQL: 32 hexadecimal characters of the hash over the four parts. */
export function identify(found: Found): Alert {
  const { kind, subject, detail, since } = found;
  const id = createHash('sha256')
    .update(`${kind}\n${subject}\n${detail}\n${since}`)
    .digest('hex')
    .slice(0, 32);
  return { ...found, id };
}

export function compareAlerts(left: AlertPosition, right: AlertPosition): number {
  return left.since - right.since || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0);
}
