import type { Refusal } from '../refusal.js';

export const siteRefusals = {
  'site.store-twice': {
    gate: null,
    source: 'RQ-27',
    message: {
      en: 'The store {name} is listed twice, by its number or by its name.',
      fr: 'Le local {name} figure deux fois, par son numéro ou par son nom.',
    },
    missing: {
      en: 'Each store once, each with a name of its own.',
      fr: 'Chaque local une seule fois, avec un nom propre.',
    },
    provider: ['REG'],
  },
  'site.shelf-twice': {
    gate: null,
    source: 'RQ-27',
    message: {
      en: 'The shelf {shelf} of store {name} is listed twice.',
      fr: "L'étagère {shelf} du local {name} figure deux fois.",
    },
    missing: { en: 'Each shelf once.', fr: 'Chaque étagère une seule fois.' },
    provider: ['REG'],
  },
  'site.explosives-in-general-store': {
    gate: null,
    source: 'RQ-44',
    message: {
      en: 'The store {name} would hold explosives together with other items: only ammunition may lie with them.',
      fr: "Le local {name} contiendrait des explosifs avec d'autres pièces : seules des munitions peuvent les côtoyer.",
    },
    missing: { en: 'A store of its own for explosives.', fr: 'Un local distinct pour les explosifs.' },
    provider: ['REG', 'EOD'],
  },
  'site.location-dropped': {
    gate: null,
    source: 'RQ-27',
    message: {
      en: 'The store {name} loses {lost}: stores and shelves are closed, never dropped.',
      fr: 'Le local {name} perd {lost} : un local ou une étagère se ferme, mais ne disparaît pas.',
    },
    missing: {
      en: 'All stores and shelves as before; "open": false for a store that takes in nothing more.',
      fr: 'Tous les locaux et étagères antérieurs ; « open » : false pour un local qui ne reçoit plus rien.',
    },
    provider: ['REG'],
  },
  'site.store-unknown': {
    gate: null,
    source: 'RQ-27',
    message: { en: '{store} is no store of the site.', fr: "{store} n'est pas un local du site." },
    missing: { en: 'A store the site lists.', fr: 'Un local figurant dans la fiche du site.' },
    provider: ['CUSTODIAN', 'REG'],
  },
  'site.shelf-unknown': {
    gate: null,
    source: 'RQ-27',
    message: {
      en: 'The store {name} has no shelf {shelf}.',
      fr: "Le local {name} n'a pas d'étagère {shelf}.",
    },
    missing: { en: 'A shelf the store lists.', fr: 'Une étagère figurant dans la fiche du local.' },
    provider: ['CUSTODIAN', 'REG'],
  },
  'site.store-closed': {
    gate: null,
    source: 'RQ-27',
    message: {
      en: 'The store {name} takes in nothing more.',
      fr: 'Le local {name} ne reçoit plus rien.',
    },
    missing: { en: 'A store that is open.', fr: 'Un local ouvert.' },
    provider: ['CUSTODIAN', 'REG'],
  },
  'site.no-store-for-item': {
    gate: null,
    source: 'E20, RQ-29, RQ-44',
    message: {
      en: 'No open store of site {name} may hold item {number}: its hazard class, its division or its risk.',
      fr: 'Aucun local ouvert du site {name} ne peut contenir la pièce {number} : classe de danger, division ou risque.',
    },
    missing: {
      en: 'A site with such a store; or the certificate that the item is free from the hazard.',
      fr: 'Un site doté d’un tel local ; ou le certificat qui écarte le danger.',
    },
    provider: ['GIVER', 'EOD', 'REG'],
  },
  'site.hazard-class-not-held': {
    gate: null,
    source: 'RQ-44',
    message: {
      en: 'The store {name} may not hold the item: hazard class {hazard}.',
      fr: 'Le local {name} ne peut pas contenir la pièce : classe de danger {hazard}.',
    },
    missing: {
      en: 'A store for this class, or the certificate that the item is free from it.',
      fr: "Un local prévu pour cette classe, ou le certificat qui l'écarte.",
    },
    provider: ['CUSTODIAN', 'EOD', 'REG'],
  },
  'site.division-not-held': {
    gate: null,
    source: 'RQ-44',
    message: {
      en: 'The store {name} is not licensed for division {division} of class 1.',
      fr: "Le local {name} n'est pas autorisé pour la division {division} de la classe 1.",
    },
    missing: {
      en: 'A store licensed for division {division}.',
      fr: 'Un local autorisé pour la division {division}.',
    },
    provider: ['CUSTODIAN', 'EOD', 'REG'],
  },
  'site.store-not-high-risk': {
    gate: null,
    source: 'RQ-29',
    message: {
      en: 'The item is of a high-risk class; the store {name} is not one for such items.',
      fr: "La pièce est d'une classe à haut risque ; le local {name} n'est pas prévu pour de telles pièces.",
    },
    missing: { en: 'A store for high-risk items.', fr: 'Un local pour pièces à haut risque.' },
    provider: ['CUSTODIAN', 'REG'],
  },
  'site.quarantine-only': {
    gate: 'GATE-3',
    source: 'GATE-3, RQ-42',
    message: {
      en: 'The firearm was not cleared by two persons; the store {name} is no quarantine.',
      fr: "L'arme n'a pas été mise en sécurité par deux personnes ; le local {name} n'est pas une quarantaine.",
    },
    missing: {
      en: 'The clear check by two persons, or a quarantine store.',
      fr: 'Le contrôle de sécurité par deux personnes, ou un local de quarantaine.',
    },
    provider: ['EOD', 'WIT', 'CUSTODIAN'],
  },
} as const satisfies Record<string, Refusal>;
