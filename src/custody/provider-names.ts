import type { Provider } from './refusal.js';
import { isRoleCode, type RoleCode, roles } from './roles.js';
import type { Language, Text } from './text.js';
import { roleTold } from './vocabulary/told.js';

/** Relations to an act or an item, for those who can provide what is missing in whatever role. */
const relations: Readonly<Record<Exclude<Provider, RoleCode>, Text>> = {
  AUTHOR: { en: 'Author of the act', fr: "Auteur de l'acte" },
  CUSTODIAN: { en: 'Custodian of the item', fr: 'Gardien de la pièce' },
  WITNESS: { en: 'Witness', fr: 'Témoin' },
  SECOND_OFFICER: { en: 'Second officer', fr: 'Second officier' },
  SUPERVISOR: { en: 'Supervisor', fr: 'Superviseur' },
  RECEIVER: { en: 'Receiver', fr: 'Destinataire' },
  GIVER: { en: 'Giver', fr: 'Remettant' },
};

/** Who can provide what a rule misses, in words. */
export function providerName(provider: Provider): Text {
  return isRelation(provider) ? relations[provider] : roles[provider].title;
}

/** A code as the service sends it, in words: a role with its code, a relation without; unknown, as it is. */
export function tellProvider(code: string, language: Language): string {
  if (isRoleCode(code)) return roleTold(code)[language];
  return isRelation(code) ? relations[code][language] : code;
}

function isRelation(provider: string): provider is keyof typeof relations {
  return Object.hasOwn(relations, provider);
}
