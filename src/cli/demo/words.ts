import { isRoleCode, roles } from '../../custody/roles.js';
import type { Language, Text } from '../../custody/text.js';

/** In what capacity somebody countersigns, as the print-out says it. */
const capacities: Readonly<Record<string, Text>> = {
  witness: { en: 'witness', fr: 'témoin' },
  'second-person': { en: 'second person', fr: 'seconde personne' },
  'second-officer': { en: 'second officer', fr: 'second officier' },
  'hands-over': { en: 'hands over', fr: 'remettant' },
  giver: { en: 'giver', fr: 'remettant' },
  'previous-courier': { en: 'previous courier', fr: 'convoyeur précédent' },
  custodian: { en: 'custodian', fr: 'gardien' },
  taker: { en: 'taker', fr: 'preneur' },
  supervisor: { en: 'supervisor', fr: 'superviseur' },
  registrar: { en: 'second registrar', fr: 'second officier enregistreur' },
  'overriding-officer': { en: 'overriding officer', fr: 'officier levant le verrou' },
};

/** Who can provide what a refusal misses, where it is no role but a relation. */
const relations: Readonly<Record<string, Text>> = {
  AUTHOR: { en: 'the author of the act', fr: "l'auteur de l'acte" },
  CUSTODIAN: { en: 'the custodian', fr: 'le gardien' },
  WITNESS: { en: 'a witness', fr: 'un témoin' },
  SECOND_OFFICER: { en: 'a second officer', fr: 'un second officier' },
  SUPERVISOR: { en: 'a supervisor', fr: 'un superviseur' },
  RECEIVER: { en: 'the receiver', fr: 'le destinataire' },
  GIVER: { en: 'the giver', fr: 'le remettant' },
};

/** `DEMO-WIT-1/WIT` and `DEMO-WIT-2/WIT as witness` as `DEMO-WIT-1/WIT; witness: DEMO-WIT-2/WIT`. */
export function tellSigners(signers: readonly string[], language: Language): string {
  const colon = language === 'fr' ? ' :' : ':';
  return signers
    .map(text => {
      const [who = '', as] = text.split(' as ');
      return as === undefined ? who : `${capacities[as]?.[language] ?? as}${colon} ${who}`;
    })
    .join('; ');
}

export function tellProvider(provider: string, language: Language): string {
  if (isRoleCode(provider)) return `${roles[provider].title[language]} (${provider})`;
  return relations[provider]?.[language] ?? provider;
}
