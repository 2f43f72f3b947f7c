import type { Refusal } from '../../refusal.js';

/** Explosives and firearms: what a person must have certified or cleared. Nothing is computed here. */
export const safetyRefusals = {
  'evidence.hazardous': {
    gate: 'GATE-2',
    source: 'E08, GATE-2, RQ-41',
    message: {
      en: 'Item {number} was found hazardous: it must not be moved.',
      fr: 'La pièce {number} a été jugée dangereuse : elle ne doit pas être déplacée.',
    },
    missing: {
      en: 'A new finding or certificate of EOD; or a sample, photographs and destruction in place.',
      fr: 'Un nouveau constat ou certificat NEDEX ; ou un échantillon, des photographies et la destruction sur place.',
    },
    provider: ['EOD'],
  },
  'evidence.certificate-missing': {
    gate: 'GATE-2',
    source: 'GATE-2, RQ-40',
    message: {
      en: 'Item {number} may hold explosive and has no EOD certificate for transport.',
      fr: 'La pièce {number} peut contenir de l’explosif et n’a pas de certificat NEDEX de transport.',
    },
    missing: {
      en: 'An EOD certificate: free from explosives, or explosive certified for transport.',
      fr: 'Un certificat NEDEX : absence d’explosif, ou explosif certifié pour le transport.',
    },
    provider: ['EOD'],
  },
  'evidence.certificate-expired': {
    gate: 'GATE-2',
    source: 'GATE-2, RQ-40',
    message: {
      en: 'The certificate of item {number} was valid until {validUntil}; the act is of {at}.',
      fr: 'Le certificat de la pièce {number} était valable jusqu’au {validUntil} ; l’acte est du {at}.',
    },
    missing: { en: 'A new EOD certificate.', fr: 'Un nouveau certificat NEDEX.' },
    provider: ['EOD'],
  },
  'evidence.certificate-class': {
    gate: 'GATE-2',
    source: 'GATE-2, RQ-40',
    message: {
      en: 'Item {number} is explosive: its certificate names hazard division and compatibility group.',
      fr: 'La pièce {number} est explosive : son certificat indique division de risque et groupe de compatibilité.',
    },
    missing: {
      en: 'Hazard division and compatibility group.',
      fr: 'Division de risque et groupe de compatibilité.',
    },
    provider: ['EOD'],
  },
  'evidence.certificate-quantity': {
    gate: 'GATE-2',
    source: 'RQ-40',
    message: {
      en: 'A certificate for explosive names the net explosive quantity.',
      fr: "Un certificat d'explosif indique la masse nette d'explosif.",
    },
    missing: {
      en: 'The net explosive quantity in kilograms.',
      fr: "La masse nette d'explosif en kilogrammes.",
    },
    provider: ['EOD'],
  },
  'evidence.certificate-of-nothing': {
    gate: null,
    source: 'RQ-40',
    message: {
      en: 'An item free from explosives has no division, group or explosive quantity.',
      fr: "Une pièce sans explosif n'a ni division, ni groupe, ni masse d'explosif.",
    },
    missing: { en: 'Null for division, group and quantity.', fr: 'null pour division, groupe et masse.' },
    provider: ['EOD'],
  },
  'evidence.validity': {
    gate: null,
    source: 'E11, E12, RQ-40',
    message: {
      en: 'The validity ends at {validUntil}, before the act.',
      fr: 'La validité prend fin le {validUntil}, avant l’acte.',
    },
    missing: { en: 'An end of validity after the act.', fr: "Une fin de validité postérieure à l'acte." },
    provider: ['EOD'],
  },
  'evidence.eod-only': {
    gate: 'GATE-2',
    source: 'E11, GATE-2',
    message: {
      en: 'Only EOD says of what may hold explosive that it is not hazardous.',
      fr: 'Seul le NEDEX déclare non dangereux ce qui peut contenir de l’explosif.',
    },
    missing: { en: 'An assessment by EOD.', fr: 'Une évaluation NEDEX.' },
    provider: ['EOD'],
  },
  'evidence.hazardous-eod-only': {
    gate: 'GATE-2',
    source: 'E11, GATE-2',
    edition: 2,
    message: {
      en: 'Item {number} was found hazardous: only EOD assesses it again.',
      fr: 'La pièce {number} a été jugée dangereuse : seul le NEDEX l’évalue à nouveau.',
    },
    missing: { en: 'An assessment by EOD.', fr: 'Une évaluation NEDEX.' },
    provider: ['EOD'],
  },
  'evidence.weapon-not-cleared': {
    gate: 'GATE-3',
    source: 'GATE-3, RQ-42',
    message: {
      en: 'The firearm {number} was not cleared by two persons.',
      fr: "L'arme à feu {number} n'a pas été mise en sécurité par deux personnes.",
    },
    missing: {
      en: 'The clear check by two persons (evidence.weapon-cleared).',
      fr: 'Le contrôle de mise en sécurité par deux personnes (evidence.weapon-cleared).',
    },
    provider: ['WIT', 'EOD', 'SEC', 'HQC', 'SECOND_OFFICER'],
  },
  'evidence.not-a-firearm': {
    gate: null,
    source: 'E13',
    message: { en: 'Item {number} is no firearm.', fr: "La pièce {number} n'est pas une arme à feu." },
    missing: { en: 'An item of a firearm class.', fr: "Une pièce d'une catégorie d'armes à feu." },
    provider: ['AUTHOR'],
  },
  'evidence.clear-check-incomplete': {
    gate: 'GATE-3',
    source: 'GATE-3, RQ-42',
    message: {
      en: 'The second person did not look into the weapon.',
      fr: "La seconde personne n'a pas contrôlé l'arme de visu.",
    },
    missing: {
      en: 'The visual check by the second person.',
      fr: 'Le contrôle visuel par la seconde personne.',
    },
    provider: ['SECOND_OFFICER'],
  },
  'evidence.tie-through-barrel': {
    gate: 'GATE-3',
    source: 'RQ-42',
    message: {
      en: 'Something is tied through the barrel: the barrel stays free.',
      fr: 'Un lien passe à travers le canon : le canon reste libre.',
    },
    missing: { en: 'A label that leaves the barrel free.', fr: 'Une étiquette qui laisse le canon libre.' },
    provider: ['AUTHOR'],
  },
  'evidence.ammunition-not-referenced': {
    gate: 'GATE-3',
    source: 'GATE-3, RQ-42',
    message: {
      en: 'Ammunition was found in the weapon and is no item of its own.',
      fr: "Des munitions trouvées dans l'arme ne font pas l'objet d'une pièce distincte.",
    },
    missing: {
      en: 'The ammunition as items of their own, named here.',
      fr: 'Les munitions comme pièces distinctes, citées ici.',
    },
    provider: ['AUTHOR'],
  },
  'evidence.not-ammunition': {
    gate: 'GATE-3',
    source: 'RQ-42',
    message: { en: 'Item {item} is no ammunition.', fr: "La pièce {item} n'est pas une munition." },
    missing: { en: 'The item of the ammunition.', fr: 'La pièce qui enregistre la munition.' },
    provider: ['AUTHOR'],
  },
  'evidence.serial-not-verified': {
    gate: null,
    source: 'RQ-43',
    message: {
      en: 'The serial number read, {read}, is not the recorded one, {recorded}.',
      fr: "Le numéro lu, {read}, n'est pas celui de la fiche, {recorded}.",
    },
    missing: {
      en: 'The same number, or an open discrepancy SERIAL_MISMATCH.',
      fr: 'Le même numéro, ou une anomalie ouverte SERIAL_MISMATCH.',
    },
    provider: ['AUTHOR'],
  },
  'evidence.sample-or-reason': {
    gate: null,
    source: 'RQ-41, E10',
    message: {
      en: 'The item was destroyed with neither a sample nor a reason why none was taken.',
      fr: 'La pièce est détruite sans échantillon, ni raison de son absence.',
    },
    missing: {
      en: 'Samples as items of their own, or withoutSample.',
      fr: 'Des échantillons comme pièces distinctes, ou withoutSample.',
    },
    provider: ['EOD'],
  },
  'evidence.not-a-sample': {
    gate: null,
    source: 'RQ-02, E10',
    message: {
      en: 'Item {item} does not derive from the item that was destroyed.',
      fr: 'La pièce {item} ne provient pas de la pièce détruite.',
    },
    missing: {
      en: 'An item registered with this one as its parent.',
      fr: 'Une pièce enregistrée avec celle-ci pour pièce mère.',
    },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
