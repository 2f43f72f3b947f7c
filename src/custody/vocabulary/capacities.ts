import type { Vocabulary } from './vocabulary.js';

/** In what capacity somebody countersigns (design section 4), as typed after a role. */
export const capacities = {
  witness: { en: 'witness', fr: 'témoin' },
  'second-person': { en: 'second person', fr: 'seconde personne' },
  'second-officer': { en: 'second officer', fr: 'second officier' },
  'hands-over': { en: 'who hands over', fr: 'remettant' },
  giver: { en: 'giver', fr: 'remettant' },
  'previous-courier': { en: 'previous courier', fr: 'convoyeur précédent' },
  custodian: { en: 'custodian', fr: 'gardien' },
  outgoing: { en: 'outgoing custodian', fr: 'gardien sortant' },
  reviewer: { en: 'technical reviewer', fr: 'vérificateur technique' },
  taker: { en: 'taker', fr: 'preneur' },
  escort: { en: 'escort', fr: 'escorte' },
  eod: { en: 'EOD officer', fr: 'spécialiste NEDEX' },
  supervisor: { en: 'supervisor', fr: 'superviseur' },
  registrar: { en: 'second registrar', fr: 'second officier enregistreur' },
  founder: { en: 'founder', fr: 'fondateur' },
  'ordering-officer': { en: 'ordering officer', fr: 'officier ordonnateur' },
  'overriding-officer': { en: 'overriding officer', fr: 'officier levant le verrou' },
} as const satisfies Vocabulary;
