import type { Language, Text } from '../../custody/text.js';
import type { FormatCheck } from '../../log/index.js';
import type { BatchFault } from '../../store/appender/outcome.js';

/** What each check of the log format asks of an event, in words. */
const checks: Record<FormatCheck, Text> = {
  jws: {
    en: 'The statement is not a well-formed, well-signed JWS.',
    fr: "La déclaration n'est pas un JWS bien formé et bien signé.",
  },
  jcs: {
    en: 'The payload is not in canonical form, or is not the payload of an event of this log.',
    fr: "Le contenu n'est pas sous forme canonique, ou n'est pas celui d'un acte de ce journal.",
  },
  key: { en: 'The key is not registered here.', fr: "La clé n'est pas enregistrée ici." },
  role: { en: 'The role is not held.', fr: "Le rôle n'est pas détenu." },
  disclosure: {
    en: 'The disclosures are not exactly those of the withheld claims.',
    fr: 'Les révélations ne sont pas exactement celles des éléments réservés.',
  },
  leaf: { en: 'The leaf is not that of the event.', fr: "La feuille n'est pas celle de l'acte." },
  inclusion: { en: 'The inclusion is not proven.', fr: "L'inclusion n'est pas prouvée." },
  consistency: { en: 'The consistency is not proven.', fr: "La cohérence n'est pas prouvée." },
  sequence: { en: 'The position does not follow.', fr: 'Le rang ne suit pas.' },
  prev: { en: 'The previous act is another.', fr: "L'acte précédent est un autre." },
  'prev-leaf': { en: 'The previous leaf is another.', fr: 'La feuille précédente est une autre.' },
  root: { en: 'The root is another.', fr: 'La racine est une autre.' },
  group: {
    en: 'Acts, countersignatures and item events do not stand together as they must.',
    fr: 'Actes, contreseings et actes de pièce ne se suivent pas comme il se doit.',
  },
  head: { en: 'The head statement is not good.', fr: "La déclaration de tête n'est pas bonne." },
  checkpoint: { en: 'The checkpoint is not good.', fr: "Le point de contrôle n'est pas bon." },
  policy: { en: 'The policy is not good.', fr: "La politique n'est pas bonne." },
};

/** A fault of one event in words; `found` says exactly what was expected, in the words of the format's page. */
export function explainFault({ event, check, message }: BatchFault, language: Language) {
  return { event, check, message: checks[check][language], found: message };
}
