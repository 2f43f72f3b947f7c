import type { Text } from '../../custody/text.js';
import type { VerificationCheck } from '../check-failure.js';

/** What is wrong where a check of log-format section 12 fails, in words. */
export const failingWords: Record<VerificationCheck, Text> = {
  bag: {
    en: 'the files are not those that the export lists, or that were recorded',
    fr: "les fichiers ne sont pas ceux que l'export énumère, ou qui furent consignés",
  },
  file: { en: 'an attached file is not the one named', fr: "un fichier joint n'est pas celui désigné" },
  policy: {
    en: 'the policy handed over cannot be used',
    fr: 'la politique remise ne peut servir',
  },
  checkpoint: {
    en: 'the checkpoint is not one that this log signed, by this policy',
    fr: "le point de contrôle n'est pas signé par ce journal, selon cette politique",
  },
  timestamp: {
    en: 'the time-stamp is not one over this checkpoint',
    fr: "l'horodatage n'est pas celui de ce point de contrôle",
  },
  jws: {
    en: "the officer's signature does not fit what is written",
    fr: "la signature de l'officier ne correspond pas à ce qui est écrit",
  },
  jcs: {
    en: 'the statement is not in the one form that is signed',
    fr: "la déclaration n'est pas dans la forme unique que l'on signe",
  },
  key: {
    en: 'the key was not registered and in force',
    fr: "la clé n'était pas enregistrée et en vigueur",
  },
  role: {
    en: 'the signer did not hold the role or the authority',
    fr: "le signataire n'avait pas le rôle ou le pouvoir",
  },
  disclosure: {
    en: 'what is disclosed is not what was signed',
    fr: "ce qui est dévoilé n'est pas ce qui fut signé",
  },
  leaf: {
    en: 'the entry is not what the log took in, or not at that time',
    fr: "l'inscription n'est pas celle que le journal a reçue, ou pas à cette heure",
  },
  inclusion: { en: 'the entry is not in the log', fr: "l'inscription n'est pas dans le journal" },
  sequence: { en: 'an act is missing or moved', fr: 'un acte manque ou est déplacé' },
  prev: {
    en: 'the act does not follow the one before it',
    fr: "l'acte ne suit pas le précédent",
  },
  'prev-leaf': {
    en: 'the entry does not follow the one before it',
    fr: "l'inscription ne suit pas la précédente",
  },
  root: {
    en: 'the entries do not make the tree of the checkpoint',
    fr: "les inscriptions ne font pas l'arbre du point de contrôle",
  },
  group: {
    en: 'an act signed by several, or over several items, is not whole',
    fr: "un acte à plusieurs, ou sur plusieurs objets, n'est pas entier",
  },
  rules: { en: 'an act breaks the custody rules', fr: 'un acte enfreint les règles de conservation' },
  head: {
    en: 'a history does not go to its end, as the log says where that is',
    fr: "un historique ne va pas jusqu'à sa fin, telle que le journal la dit",
  },
  'access-log': {
    en: 'the access log is not whole, or not as it was anchored',
    fr: "le journal des accès n'est pas entier, ou pas tel qu'il fut ancré",
  },
  consistency: {
    en: 'the log is not the one that was seen before',
    fr: "le journal n'est pas celui vu auparavant",
  },
};
