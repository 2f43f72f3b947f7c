import type { Refusal } from '../../refusal.js';
import { physicalStateWords } from '../../vocabulary/states.js';
import { inWords, quantityTold, roleTold } from '../../vocabulary/told.js';

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
  'evidence.taken-from-item-not-held': {
    gate: 'GATE-1',
    source: 'GATE-1, E08',
    edition: 2,
    message: {
      en: 'Item {number} was taken from item {item}, which was not in our custody at {at}: it was found where that lay.',
      fr: 'La pièce {number} provient de la pièce {item}, qui n’était pas sous notre garde le {at} : elle a été trouvée là où gisait celle-ci.',
    },
    missing: {
      en: 'The scene, with its clearance; or the collection of the other item before.',
      fr: 'Les lieux, avec leur autorisation ; ou la collecte préalable de l’autre pièce.',
    },
    provider: ['AUTHOR', 'EOD'],
  },
  'evidence.custodian-took-no-part': {
    gate: 'GATE-1',
    source: 'GATE-1, E08',
    edition: 2,
    message: {
      en: 'Item {number} is said to be taken from item {item}: its custodian {custodian} neither took it nor signed for it.',
      fr: 'La pièce {number} proviendrait de la pièce {item} : son gardien {custodian} ne l’a ni prélevée ni contresignée.',
    },
    missing: {
      en: "The custodian's own act, or his countersignature.",
      fr: 'L’acte du gardien lui-même, ou son contreseing.',
    },
    provider: ['CUSTODIAN'],
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
  'evidence.not-returned-to-lender': {
    gate: null,
    source: 'E28, RQ-20',
    edition: 2,
    message: {
      en: 'Item {number} was checked out from officer {lender}: it comes back to him.',
      fr: "La pièce {number} est sortie des mains de l'officier {lender} : c'est à lui qu'elle revient.",
    },
    missing: {
      en: 'His signature; or that of an officer in role {role} of the same unit, as stand-in with the reason.',
      fr: "Sa signature ; ou celle d'un officier au rôle {role} de la même unité, comme remplaçant, avec la raison.",
    },
    provider: ['CUSTODIAN'],
    told: { role: roleTold },
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
} as const satisfies Record<string, Refusal>;
