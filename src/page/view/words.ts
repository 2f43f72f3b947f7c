import type { Text } from '../../custody/text.js';
import type { MatterKind } from '../reading/contents-reading.js';
import type { Counted } from './counted.js';

/** What the page says of itself; what it says of an export are the verifier's words. */
export const words = {
  brand: { en: 'Scellé – offline verifier', fr: 'Scellé – vérificateur hors ligne' },
  language: { en: 'Language', fr: 'Langue' },
  title: { en: 'Verify a dossier', fr: 'Vérifier un dossier' },
  intro: {
    en: 'This page says whether a dossier is as the officers signed it and as the log entered it. It needs no network: nothing leaves this computer.',
    fr: "Cette page dit si un dossier est tel que les officiers l'ont signé et que le journal l'a inscrit. Elle n'a besoin d'aucun réseau : rien ne quitte cet ordinateur.",
  },
  apartTitle: {
    en: 'Only a verifier obtained apart counts.',
    fr: 'Seul compte un vérificateur obtenu à part.',
  },
  apart: {
    en: 'If this page came to you inside the very dossier that it is to verify, ask for it by another way, or compare the SHA-256 of this file with the one that you were given apart: whoever forges a dossier can forge the page in it.',
    fr: "Si cette page vous est parvenue dans le dossier même qu'elle doit vérifier, demandez-la par une autre voie, ou comparez l'empreinte SHA-256 de ce fichier à celle qui vous fut communiquée à part : qui falsifie un dossier peut falsifier la page qu'il contient.",
  },
  dossier: { en: 'The dossier', fr: 'Le dossier' },
  dossierHelp: {
    en: 'The ZIP file as it was handed to you. It is only read; nothing is unpacked or changed.',
    fr: "Le fichier ZIP tel qu'il vous fut remis. Il est seulement lu ; rien n'est extrait ni modifié.",
  },
  chooseDossier: { en: 'Choose the ZIP', fr: 'Choisir le ZIP' },
  policy: { en: 'The policy of the log', fr: 'La politique du journal' },
  policyHelp: {
    en: 'The file policy.txt that you were handed apart from the dossier: it says whose keys are believed. The one inside the dossier does not count.',
    fr: 'Le fichier policy.txt remis à part du dossier : il dit quelles clés font foi. Celui qui se trouve dans le dossier ne compte pas.',
  },
  choosePolicy: { en: 'Choose policy.txt', fr: 'Choisir policy.txt' },
  known: { en: 'What you already hold (optional)', fr: 'Ce que vous détenez déjà (facultatif)' },
  knownHelp: {
    en: 'Checkpoints and receipts show whether the log is still the one that you saw, and the receipt beside a dossier whether this is the one that was recorded; certificates of time-stamp authorities let a time-stamp count.',
    fr: "Les points de contrôle et récépissés montrent si le journal est encore celui que vous avez vu, et le récépissé à côté d'un dossier, s'il est celui qui fut consigné ; le certificat d'une autorité d'horodatage permet de compter son horodatage.",
  },
  chooseKnown: { en: 'Choose files', fr: 'Choisir des fichiers' },
  drop: {
    en: 'All these files may also be dropped anywhere on this page.',
    fr: 'Tous ces fichiers peuvent aussi être déposés n’importe où sur cette page.',
  },
  none: { en: 'none yet', fr: 'aucun pour l’instant' },
  remove: { en: 'Remove', fr: 'Retirer' },
  verify: { en: 'Verify', fr: 'Vérifier' },
  needsDossier: { en: 'Choose a ZIP first.', fr: "Choisissez d'abord un ZIP." },
  readingFiles: { en: 'Reading and hashing the files', fr: 'Lecture et empreinte des fichiers' },
  checkingEvents: {
    en: 'Checking every signature and every rule',
    fr: 'Vérification de chaque signature et de chaque règle',
  },
  working: { en: 'Verifying…', fr: 'Vérification en cours…' },
  result: { en: 'Result', fr: 'Résultat' },
  holds: { en: 'What was signed is unchanged', fr: 'Ce qui fut signé est intact' },
  holdsPlain: {
    en: 'The acts inside are exactly those that the officers signed and the log entered. That does not make true what they stated, and it says nothing of what is listed below as not proven.',
    fr: "Les actes qui s'y trouvent sont exactement ceux que les officiers ont signés et que le journal a inscrits. Cela ne rend pas vrai ce qu'ils ont déclaré, et ne dit rien de ce qui figure ci-dessous comme non prouvé.",
  },
  fails: { en: 'The dossier does not hold', fr: 'Le dossier ne tient pas' },
  failsPlain: {
    en: 'It is not what was signed and entered, or not all of it. Do not rely on it: keep it as it is, and ask whoever sent it, and the log, for another.',
    fr: "Il n'est pas ce qui fut signé et inscrit, ou pas en entier. Ne vous y fiez pas : conservez-le tel quel, et demandez-en un autre à l'expéditeur et au journal.",
  },
  unchecked: { en: 'Not verified', fr: 'Non vérifié' },
  uncheckedPlain: {
    en: 'Without the policy that you were handed apart, nothing can be said for or against the dossier.',
    fr: 'Sans la politique remise à part, rien ne peut être dit du dossier, ni pour ni contre.',
  },
  noExport: { en: 'This is no dossier', fr: "Ce n'est pas un dossier" },
  noExportPlain: {
    en: 'The file is not one that this page can verify.',
    fr: 'Ce fichier n’est pas de ceux que cette page peut vérifier.',
  },
  fault: { en: 'The verification could not be done', fr: "La vérification n'a pu avoir lieu" },
  faultPlain: {
    en: 'That is a fault of this computer or of the file on it, and says nothing of the dossier.',
    fr: 'C’est une défaillance de cet ordinateur ou du support, qui ne dit rien du dossier.',
  },
  notProven: { en: 'Not proven', fr: 'Non prouvé' },
  notProvenNone: { en: 'Nothing is left open.', fr: "Rien n'est resté ouvert." },
  checked: { en: 'What was found', fr: 'Ce qui fut constaté' },
  beside: { en: 'Beside the dossier', fr: 'À côté du dossier' },
  machine: { en: 'The same for machines (JSON)', fr: 'Le même pour les machines (JSON)' },
  print: { en: 'Print this result', fr: 'Imprimer ce résultat' },
  items: { en: 'Items and their custody', fr: 'Les pièces et leur garde' },
  itemsHelp: {
    en: 'Open an item: who answered for it, where, under which seal and why, act by act, as it was signed; and the pictures that are inside.',
    fr: 'Ouvrez une pièce : qui en répondait, où, sous quel scellé et pourquoi, acte par acte, tel que signé ; et les images présentes.',
  },
  piece: { en: 'Piece no.', fr: 'Pièce n°' },
  piecesHash: {
    en: 'Numbers of pieces are those of the schedule. SHA-256 of the list of pieces, whose first 16 characters stand at the foot of each printed page (“pièces …”):',
    fr: 'Les numéros de pièce sont ceux du bordereau. Empreinte SHA-256 de la liste des pièces, dont les 16 premiers caractères figurent au pied de chaque page imprimée (« pièces … ») :',
  },
  noItems: { en: 'No item is inside.', fr: "Aucune pièce n'est présente." },
  cut: {
    en: 'The log is so large that only its first items are shown; all of it was verified.',
    fr: 'Le journal est si grand que seules ses premières pièces sont montrées ; il fut vérifié en entier.',
  },
  search: { en: 'Find an item', fr: 'Chercher une pièce' },
  more: { en: 'Show more', fr: 'En montrer davantage' },
  pictures: { en: 'Pictures', fr: 'Images' },
  picture: { en: 'Picture', fr: 'Image' },
  custody: { en: 'Custody along time', fr: 'La garde au fil du temps' },
  custodyUnknown: {
    en: 'Custody is not drawn: it follows from the rules, which could not all be replayed on what is inside. The acts stand below.',
    fr: "La garde n'est pas dessinée : elle découle des règles, qui n'ont pu être toutes rejouées sur ce qui est présent. Les actes figurent ci-dessous.",
  },
  held: { en: 'held', fr: 'gardée' },
  moved: { en: 'with a courier', fr: 'avec un convoyeur' },
  national: { en: 'national authority', fr: 'autorité nationale' },
  sealAct: { en: 'act on a seal', fr: 'acte sur un scellé' },
  gap: { en: 'period nobody answers for', fr: 'période dont nul ne répond' },
  when: { en: 'When (UTC)', fr: 'Quand (UTC)' },
  what: { en: 'Act', fr: 'Acte' },
  who: { en: 'Who', fr: 'Qui' },
  where: { en: 'Where', fr: 'Où' },
  seal: { en: 'Seal', fr: 'Scellé' },
  why: { en: 'Why, and remarks', fr: 'Pourquoi, et observations' },
  officer: { en: 'officer', fr: 'officier' },
  countersigned: { en: 'Countersigned by', fr: 'Contresigné par' },
  noSeal: { en: 'no seal', fr: 'sans scellé' },
  foundAs: { en: 'read as', fr: 'lu' },
  shelf: { en: 'shelf', fr: 'étagère' },
  custodyPasses: { en: 'Custody passes to the signer', fr: 'La garde passe au signataire' },
  custodyLeaves: {
    en: 'Custody passes to the national authority',
    fr: "La garde passe à l'autorité nationale",
  },
  custodyEnds: { en: 'Custody ends', fr: 'La garde prend fin' },
  notWhole: {
    en: 'single acts only, its history is not whole',
    fr: "actes isolés seulement, l'historique n'est pas entier",
  },
  actsTitle: { en: 'Acts, in the order of the log', fr: "Les actes, dans l'ordre du journal" },
  moreActs: { en: 'Show further acts', fr: 'Montrer les actes suivants' },
  actsOf: { en: 'Acts of', fr: 'Actes de' },
  facts: { en: 'In short, as it was signed', fr: "L'essentiel, tel que signé" },
  documentMissing: { en: 'not inside', fr: 'absent du dossier' },
  documents: { en: 'Other files', fr: 'Autres fichiers' },
  documentInside: { en: 'inside the ZIP, as', fr: 'dans le ZIP, sous' },
  mattersHelp: {
    en: 'What was decided, found or stated beside the items: each with its acts, as they were signed. Only what was handed over stands here; what is withheld is counted.',
    fr: "Ce qui fut décidé, constaté ou déclaré à côté des pièces : chacun avec ses actes, tels que signés. N'y figure que ce qui fut remis ; ce qui est réservé est compté.",
  },
  matters: {
    en: 'Decisions, examinations, information',
    fr: 'Décisions, examens, informations',
  },
  noMatters: {
    en: 'No release, examination, information or hold of its own is inside. What was decided and found of an item stands in its own history, as far as it was handed over.',
    fr: "Aucune autorisation de remise, aucun examen, aucune information ni mesure de conservation n'y a son propre historique. Ce qui fut décidé et constaté d'une pièce figure dans le sien, pour autant que ce fut remis.",
  },
  everything: { en: 'Everything that was signed', fr: 'Tout ce qui fut signé' },
  leaf: { en: 'Leaf', fr: 'Feuille' },
  received: { en: 'received by the log', fr: 'reçu par le journal' },
  custodyLost: {
    en: 'From here on who answers for it is not to be seen from what is inside',
    fr: "À partir d'ici, ce qui est joint ne dit pas qui en répond",
  },
  followed: {
    en: 'An act rests on something that is not inside, so that the rules could not be replayed to the end: custody and state are as the signed acts inside tell them, from leaf',
    fr: "Un acte repose sur ce qui n'est pas joint, de sorte que les règles n'ont pu être rejouées jusqu'au bout : la garde et l'état sont tels que les actes signés joints les disent, à partir de la feuille",
  },
  copyOf: { en: 'Copy of the picture', fr: "Copie de l'image" },
  cleanedCopy: {
    en: 'Copy without metadata, as the list of this dossier has it: whoever answers for the dossier answers for it. The log proves the original alone, which is not inside:',
    fr: "Copie sans métadonnées, telle que la liste de ce dossier la désigne : qui répond du dossier en répond. Le journal ne prouve que l'original, qui n'est pas joint :",
  },
  pictureMissing: { en: 'not inside', fr: 'absente du dossier' },
  pictureRefused: {
    en: 'not shown: no PNG or JPEG of a size that can be shown',
    fr: 'non montrée : ni PNG ni JPEG d’une taille qui puisse être montrée',
  },
  loading: { en: 'Loading…', fr: 'Chargement…' },
  version: { en: 'Version', fr: 'Version' },
  footer: {
    en: 'This page loads nothing and sends nothing; its own policy forbids it. Log format: docs/log-format.md. Apache-2.0.',
    fr: "Cette page ne charge rien et n'envoie rien ; sa propre politique le lui interdit. Format du journal : docs/log-format.md. Apache-2.0.",
  },
  unusable: {
    en: 'is neither a checkpoint, nor a receipt, nor a certificate: it was set aside',
    fr: "n'est ni un point de contrôle, ni un récépissé, ni un certificat : il fut mis de côté",
  },
  failedHistory: { en: 'It could not be read:', fr: 'La lecture a échoué :' },
  unread: { en: 'could not be read', fr: "n'a pu être lu" },
  tooLong: { en: 'is too long for what it should be', fr: 'est trop long pour ce qu’il devrait être' },
} as const satisfies Record<string, Text>;

/** What a matter is, as its part of the list is called. */
export const matterTitles = {
  request: { en: 'Requests of the authorities', fr: 'Demandes des autorités' },
  release: { en: 'Release: decision and conditions', fr: 'Autorisation de remise : décision et conditions' },
  information: { en: 'Information and statements', fr: 'Informations et déclarations' },
  examination: { en: 'Laboratory examinations', fr: 'Examens de laboratoire' },
  hold: { en: 'Holds', fr: 'Mesures de conservation' },
} as const satisfies Record<MatterKind, Text>;

/** Words with a number. */
export const counts = {
  acts: { en: ['# act', '# acts'], fr: ['# acte', '# actes'] },
  pictures: { en: ['# picture', '# pictures'], fr: ['# image', '# images'] },
  withheld: {
    en: ['# member is withheld', '# members are withheld'],
    fr: ['# élément est réservé', '# éléments sont réservés'],
  },
  left: {
    en: ['# further picture is not shown', '# further pictures are not shown'],
    fr: ["# autre image n'est pas montrée", '# autres images ne sont pas montrées'],
  },
  periods: {
    en: ['# period is left out of the picture', '# periods are left out of the picture'],
    fr: ["# période n'est pas dessinée", '# périodes ne sont pas dessinées'],
  },
  found: { en: ['# item found', '# items found'], fr: ['# pièce trouvée', '# pièces trouvées'] },
} as const satisfies Record<string, Counted>;
