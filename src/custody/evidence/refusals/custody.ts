import type { Refusal } from '../../refusal.js';
import { units } from '../../vocabulary/quantity.js';
import { physicalStateWords } from '../../vocabulary/states.js';
import { inWords, quantityTold } from '../../vocabulary/told.js';

/** Who has the item, where and since when. */
export const custodyRefusals = {
  'evidence.custody-ended': {
    gate: null,
    source: 'domain.md C.1',
    message: {
      en: 'Item {number} is {physical}: {type} cannot follow.',
      fr: 'La pièce {number} est {physical} : {type} ne peut pas suivre.',
    },
    missing: { en: 'An item in custody.', fr: 'Une pièce sous garde.' },
    provider: ['CUSTODIAN'],
    told: { physical: inWords(physicalStateWords) },
  },
  'evidence.time-reversal': {
    gate: 'GATE-12',
    source: 'GATE-12',
    message: {
      en: 'The act is said to have happened at {at}, before the previous act of the item at {previous}.',
      fr: "L'acte aurait eu lieu le {at}, avant l'acte précédent de la pièce ({previous}).",
    },
    missing: {
      en: 'A time not before the previous act.',
      fr: "Une heure qui ne précède pas l'acte précédent.",
    },
    provider: ['AUTHOR'],
  },
  'evidence.not-in-state': {
    gate: null,
    source: 'domain.md C.1, C.3',
    message: {
      en: 'Item {number} is {physical}: {type} needs one of {allowed}.',
      fr: 'La pièce {number} est {physical} : {type} exige l’un des états {allowed}.',
    },
    missing: {
      en: 'The act that brings the item into such a state.',
      fr: "L'acte qui met la pièce dans un tel état.",
    },
    provider: ['CUSTODIAN'],
    told: { physical: inWords(physicalStateWords), allowed: inWords(physicalStateWords) },
  },
  'evidence.not-custodian': {
    gate: null,
    source: 'design section 2, RQ-20',
    message: {
      en: 'Officer {officer} does not answer for item {number} now.',
      fr: "L'officier {officer} n'est pas le gardien actuel de la pièce {number}.",
    },
    missing: { en: 'The signature of the custodian.', fr: 'La signature du gardien.' },
    provider: ['CUSTODIAN'],
  },
  'evidence.in-transfer': {
    gate: null,
    source: 'GATE-12',
    message: {
      en: 'Item {number} is in transfer {transfer}: it can only be received, refused or recalled.',
      fr: 'La pièce {number} est dans le transfert {transfer} : elle ne peut être que reçue, refusée ou rappelée.',
    },
    missing: { en: 'The end of the transfer.', fr: 'La fin du transfert.' },
    provider: ['RECEIVER', 'GIVER'],
  },
  'evidence.under-seal': {
    gate: null,
    source: 'RQ-30, C.3',
    message: {
      en: 'Item {number} is under seal {seal}: it is neither divided nor cleared before the package is opened.',
      fr: "La pièce {number} est sous le scellé {seal} : elle n'est ni divisée ni mise en sécurité avant ouverture du colis.",
    },
    missing: {
      en: 'The authorised opening of the package (package.opened).',
      fr: "L'ouverture autorisée du colis (package.opened).",
    },
    provider: ['CUSTODIAN'],
  },
  'evidence.not-alone-under-seal': {
    gate: null,
    source: 'RQ-24, E24, E27',
    message: {
      en: 'Item {number} lies with others under unbroken seal {seal}, {count} in all: it does not leave them alone.',
      fr: 'La pièce {number} est avec d’autres sous le scellé intact {seal}, {count} en tout : elle ne les quitte pas seule.',
    },
    missing: {
      en: 'The authorised opening of the package (package.opened); or a transfer of the whole package.',
      fr: "L'ouverture autorisée du colis (package.opened) ; ou le transfert du colis entier.",
    },
    provider: ['CUSTODIAN'],
  },
  'evidence.collected-without-scene': {
    gate: 'GATE-1',
    source: 'GATE-1, E08',
    edition: 2,
    message: {
      en: 'Item {number} is collected at no scene, so nothing shows that EOD cleared the place.',
      fr: 'La pièce {number} serait prélevée sans lieux désignés : rien ne montre que le NEDEX a autorisé l’accès.',
    },
    missing: {
      en: 'The scene it was registered at, with its clearance; or a receipt from outside (evidence.received-from-outside).',
      fr: 'Les lieux de son enregistrement, avec leur autorisation ; ou une réception de l’extérieur (evidence.received-from-outside).',
    },
    provider: ['AUTHOR', 'EOD'],
  },
  'evidence.recovered-by-others': {
    gate: null,
    source: 'D2, E08',
    edition: 2,
    message: {
      en: 'Item {number} was recovered by another party ({party}): nobody of ours collected it.',
      fr: 'La pièce {number} a été récupérée par une autre partie ({party}) : aucun des nôtres ne l’a prélevée.',
    },
    missing: {
      en: 'evidence.received-from-outside, with the paper of both sides.',
      fr: 'Un acte evidence.received-from-outside, avec le document des deux parties.',
    },
    provider: ['AUTHOR'],
  },
  'evidence.first-responder-necessity': {
    gate: null,
    source: 'domain.md (b), L0',
    message: {
      en: 'A first responder collects only under a recorded necessity.',
      fr: 'Un primo-intervenant ne collecte que sous une nécessité consignée.',
    },
    missing: {
      en: 'The necessity: imminent loss, hostile pressure, danger to persons.',
      fr: 'La nécessité : perte imminente, pression hostile, danger pour les personnes.',
    },
    provider: ['FR'],
  },
  'evidence.site-missing': {
    gate: null,
    source: 'RQ-27',
    message: {
      en: 'An item is placed at a registered site; place names none.',
      fr: 'Une pièce est rangée dans un site enregistré ; place n’en nomme aucun.',
    },
    missing: { en: 'The site in place.', fr: 'Le site dans place.' },
    provider: ['CUSTODIAN'],
  },
  'evidence.site-differs': {
    gate: null,
    source: 'RQ-20, RQ-27',
    message: {
      en: 'Item {number} is at another site: to move it there is a transfer.',
      fr: "La pièce {number} se trouve dans un autre site : l'y déplacer est un transfert.",
    },
    missing: { en: 'A transfer with its manifest.', fr: 'Un transfert avec son bordereau.' },
    provider: ['CUSTODIAN'],
  },
  'evidence.second-officer-missing': {
    gate: null,
    source: 'RQ-29, E22',
    message: {
      en: 'Item {number} goes into a high-risk store: a second officer signs.',
      fr: 'La pièce {number} entre dans un local à haut risque : un second officier signe.',
    },
    missing: { en: 'Countersignature as second-officer.', fr: 'Contreseing en qualité de second-officer.' },
    provider: ['SECOND_OFFICER'],
  },
  'evidence.high-risk-store-differs': {
    gate: null,
    source: 'RQ-29',
    message: {
      en: 'highRiskStore does not say what the site says of store {name}.',
      fr: 'highRiskStore ne correspond pas à la fiche du site pour le local {name}.',
    },
    missing: {
      en: "The store's own mark as high-risk or not.",
      fr: 'La mention du local, à haut risque ou non.',
    },
    provider: ['CUSTODIAN'],
  },
  'evidence.due-date': {
    gate: null,
    source: 'RQ-26, E27',
    message: {
      en: 'The item is due back on {dueBack}: expected after the check-out and at most {days} days later.',
      fr: 'Le retour est prévu le {dueBack} : il doit suivre la sortie, de {days} jours au plus.',
    },
    missing: { en: 'A due date within the SOP.', fr: 'Une date de retour dans la limite de la procédure.' },
    provider: ['CUSTODIAN', 'AUTHOR'],
  },
  'evidence.returned-elsewhere': {
    gate: null,
    source: 'E28',
    message: {
      en: 'Item {number} was checked out from another site and comes back there.',
      fr: 'La pièce {number} est sortie d’un autre site et doit y revenir.',
    },
    missing: { en: 'The site it was taken from, in place.', fr: 'Le site d’origine, dans place.' },
    provider: ['CUSTODIAN'],
  },
  'evidence.return-seal': {
    gate: 'GATE-4',
    source: 'E28, GATE-4',
    message: {
      en: 'Item {number} left under seal {seal}: the return states that seal as found.',
      fr: 'La pièce {number} est sortie sous le scellé {seal} : le retour indique ce scellé tel que constaté.',
    },
    missing: {
      en: 'The seal number as read at the return; a damaged seal is first recorded (package.found-damaged).',
      fr: 'Le numéro du scellé lu au retour ; un scellé altéré est d’abord constaté (package.found-damaged).',
    },
    provider: ['CUSTODIAN'],
  },
  'evidence.return-unbalanced': {
    gate: 'GATE-11',
    source: 'GATE-11, E28',
    message: {
      en: 'Item {number} went out as {recorded} and comes back as {found}, with no explanation.',
      fr: 'La pièce {number} est sortie pour {recorded} et revient pour {found}, sans explication.',
    },
    missing: {
      en: 'The explanation and an open discrepancy that concerns the item.',
      fr: 'L’explication et une anomalie ouverte qui concerne la pièce.',
    },
    provider: ['CUSTODIAN'],
    told: { recorded: quantityTold, found: quantityTold },
  },
  'evidence.split-unbalanced': {
    gate: 'GATE-11',
    source: 'GATE-11, RQ-03, E15',
    message: {
      en: 'The parts come to {sum}; with the remainder they have to come to {recorded}.',
      fr: 'Les parts totalisent {sum} ; avec le reste, elles doivent totaliser {recorded}.',
    },
    missing: {
      en: 'Amounts and remainder that balance.',
      fr: 'Des quantités et un reste qui s’équilibrent.',
    },
    provider: ['CUSTODIAN'],
    told: { sum: quantityTold, recorded: quantityTold },
  },
  'evidence.split-with-open-discrepancy': {
    gate: null,
    source: 'RQ-73, E15',
    edition: 2,
    message: {
      en: 'Item {number} has an open discrepancy: {discrepancies}. It is not split before that is closed.',
      fr: 'La pièce {number} fait l’objet d’une anomalie ouverte : {discrepancies}. Elle n’est pas divisée avant la clôture.',
    },
    missing: { en: 'discrepancy.closed.', fr: 'Un acte discrepancy.closed.' },
    provider: ['SECOND_OFFICER', 'AUD', 'HOM'],
  },
  'evidence.split-not-stated': {
    gate: 'GATE-11',
    source: 'GATE-11, RQ-03',
    message: {
      en: 'The item has a stated amount: so have every part and the remainder.',
      fr: 'La quantité de la pièce est indiquée : celle de chaque part et du reste doit l’être aussi.',
    },
    missing: {
      en: 'An amount for every part and for the remainder.',
      fr: 'Une quantité pour chaque part et pour le reste.',
    },
    provider: ['CUSTODIAN'],
  },
  'evidence.split-unit': {
    gate: 'GATE-11',
    source: 'GATE-11',
    message: {
      en: 'Part {number} is counted in {unit}, the item in {recorded}.',
      fr: 'La part {number} est comptée en {unit}, la pièce en {recorded}.',
    },
    missing: {
      en: 'One unit for the item and its parts.',
      fr: 'Une seule unité pour la pièce et ses parts.',
    },
    provider: ['CUSTODIAN'],
    told: { unit: inWords(units), recorded: inWords(units) },
  },
  'evidence.not-a-lot': {
    gate: null,
    source: 'RQ-03, V3',
    message: {
      en: 'Item {number} is no lot: it cannot be split into parts of a count.',
      fr: 'La pièce {number} n’est pas un lot : elle ne se divise pas en parts comptées.',
    },
    missing: {
      en: 'A sample or component registered as derived from it.',
      fr: 'Un prélèvement ou composant enregistré comme dérivé.',
    },
    provider: ['CUSTODIAN'],
  },
  'evidence.derived-differs': {
    gate: null,
    source: 'RQ-02, E15',
    message: {
      en: 'Part {number} does not repeat what it has from its parent: {members}.',
      fr: 'La part {number} ne reprend pas ce qu’elle tient de sa pièce mère : {members}.',
    },
    missing: { en: "The parent's values.", fr: 'Les valeurs de la pièce mère.' },
    provider: ['AUTHOR'],
  },
  'evidence.derived-parent': {
    gate: null,
    source: 'RQ-02',
    message: {
      en: 'The part names another parent than the item that is split.',
      fr: 'La part nomme une autre pièce mère que la pièce divisée.',
    },
    missing: { en: 'The item that is split, as parent.', fr: 'La pièce divisée, comme pièce mère.' },
    provider: ['AUTHOR'],
  },
  'evidence.classification-not-author': {
    gate: null,
    source: 'E56, V6',
    message: {
      en: 'Only the author of the record, the records officer or the legal officer classifies it.',
      fr: "Seuls l'auteur de la fiche, l'archiviste ou le juriste la classifient.",
    },
    missing: {
      en: "The author's signature, or one in role ARC or LEG.",
      fr: "La signature de l'auteur, ou en rôle ARC ou LEG.",
    },
    provider: ['AUTHOR', 'ARC', 'LEG'],
  },
  'evidence.originator-consent': {
    gate: null,
    source: 'V6',
    message: {
      en: 'The item is under control of its originator, {originator}: nothing is loosened without his consent.',
      fr: "La pièce relève de son autorité d'origine, {originator} : rien n'est assoupli sans son accord.",
    },
    missing: {
      en: "The originator's consent, as a file.",
      fr: "L'accord de l'autorité d'origine, en fichier.",
    },
    provider: ['AUTHOR', 'LEG'],
  },
} as const satisfies Record<string, Refusal>;
