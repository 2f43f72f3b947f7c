import type { Refusal } from '../refusal.js';
import { dossierContents, dossierRelations } from '../vocabulary/dossiers.js';
import { dossierTypes } from '../vocabulary/releases.js';
import { physicalStateWords } from '../vocabulary/states.js';
import { inWords, inWordsAndCode } from '../vocabulary/told.js';
import { protectionRefusals } from './refusals/protection.js';

export const dossierRefusals = {
  ...protectionRefusals,
  'dossier.nothing-granted': {
    gate: 'GATE-6',
    source: 'E41, GATE-6',
    message: {
      en: 'Release {number} grants nothing: there is nothing that a dossier could be made of.',
      fr: "L'autorisation {number} n'accorde rien : aucun dossier ne peut en être tiré.",
    },
    missing: {
      en: 'A decision of LEG or HOM that grants the release.',
      fr: 'Une décision favorable de LEG ou HOM.',
    },
    provider: ['LEG', 'HOM'],
  },
  'dossier.differs-from-release': {
    gate: 'GATE-6',
    source: 'E41, GATE-6',
    message: {
      en: 'The dossier is not what release {number} grants: {more} pieces too many, {missing} missing.',
      fr: "Le dossier n'est pas ce que l'autorisation {number} accorde : {more} pièces en trop, {missing} manquantes.",
    },
    missing: {
      en: 'Exactly the pieces that the release grants: order the dossier again.',
      fr: "Exactement les pièces que l'autorisation accorde : recommandez le dossier.",
    },
    provider: ['AUTHOR'],
  },
  'dossier.for-another': {
    gate: 'GATE-10',
    source: 'E41, GATE-10',
    message: {
      en: 'Release {number} is for another unit or for other proceedings than the dossier.',
      fr: "L'autorisation {number} vise une autre unité ou une autre procédure que le dossier.",
    },
    missing: {
      en: 'Recipient and proceedings of the release.',
      fr: "Le destinataire et la procédure de l'autorisation.",
    },
    provider: ['AUTHOR'],
  },
  'dossier.contents-not-released': {
    gate: null,
    source: 'E41, RQ-67',
    edition: 4,
    message: {
      en: 'The dossier holds {contents}; what release {number} grants is {released}.',
      fr: "Le dossier contient : {contents} ; l'autorisation {number} vise : {released}.",
    },
    missing: {
      en: 'No more than was released: copies for copies, a summary for a summary.',
      fr: 'Rien de plus que ce qui est autorisé : des copies pour des copies, un résumé pour un résumé.',
    },
    provider: ['AUTHOR'],
    told: { contents: inWordsAndCode(dossierContents), released: inWordsAndCode(dossierTypes) },
  },
  'dossier.unit-may-not-receive': {
    gate: 'GATE-10',
    source: 'E41, GATE-10, RQ-63',
    edition: 4,
    message: {
      en: 'Unit {unit} may receive nothing now: it is suspended, its human rights assessment is past its review, or it does not exist any more.',
      fr: "L'unité {unit} ne peut rien recevoir à ce jour : elle est suspendue, son évaluation au titre des droits de l'homme est à réexaminer, ou elle n'existe plus.",
    },
    missing: {
      en: 'The suspension lifted, a new assessment, or the authority that took its place.',
      fr: "La levée de la suspension, une nouvelle évaluation, ou l'autorité qui lui succède.",
    },
    provider: ['HR', 'LEG'],
  },
  'dossier.piece-twice': {
    gate: null,
    source: 'E41',
    message: { en: 'A piece is listed twice.', fr: 'Une pièce est inscrite deux fois.' },
    missing: { en: 'Each piece once.', fr: 'Chaque pièce une seule fois.' },
    provider: ['AUTHOR'],
  },
  'dossier.piece-unknown': {
    gate: null,
    source: 'E41',
    message: {
      en: 'Piece {piece} is not in the register.',
      fr: 'La pièce {piece} ne figure pas au registre.',
    },
    missing: { en: 'Registered pieces.', fr: 'Des pièces enregistrées.' },
    provider: ['AUTHOR'],
  },
  'dossier.piece-left': {
    gate: null,
    source: 'E41, RQ-67',
    message: {
      en: 'Item {number} is not here any more ({state}), and not by this release: no originals can be given.',
      fr: "La pièce {number} n'est plus ici ({state}), et ce n'est pas par cette autorisation : l'original ne peut être remis.",
    },
    missing: {
      en: 'A dossier of copies, or a release without this item.',
      fr: 'Un dossier de copies, ou une autorisation sans cette pièce.',
    },
    provider: ['AUTHOR', 'LEG'],
    told: { state: inWords(physicalStateWords) },
  },
  'dossier.version-not-next': {
    gate: null,
    source: 'E41',
    message: {
      en: 'This is version {version}; the next one is {expected}.',
      fr: 'Ceci est la version {version} ; la suivante est la {expected}.',
    },
    missing: {
      en: 'The version after the one that it follows; the first follows none.',
      fr: "La version qui suit celle qu'elle remplace ou complète ; la première n'en suit aucune.",
    },
    provider: ['AUTHOR'],
  },
  'dossier.number-not-kept': {
    gate: null,
    source: 'E41',
    message: {
      en: 'The dossier that it follows has the number {expected}, not {number}.',
      fr: "Le dossier qu'il suit porte le numéro {expected}, et non {number}.",
    },
    missing: { en: 'The same number.', fr: 'Le même numéro.' },
    provider: ['AUTHOR'],
  },
  'dossier.relation-does-not-fit': {
    gate: null,
    source: 'E41',
    message: {
      en: '{relation} does not fit: of the same release a dossier is a new version, of a later one a supplement.',
      fr: "{relation} ne convient pas : sur la même autorisation, c'est une nouvelle version ; sur une autorisation ultérieure, un complément.",
    },
    missing: { en: 'What fits the release.', fr: "Ce qui correspond à l'autorisation." },
    provider: ['AUTHOR'],
    told: { relation: inWordsAndCode(dossierRelations) },
  },
  'dossier.other-proceedings': {
    gate: 'GATE-10',
    source: 'E41, GATE-10',
    message: {
      en: 'Dossier {number} is for another recipient or for other proceedings: nothing is added to it.',
      fr: "Le dossier {number} concerne un autre destinataire ou une autre procédure : rien n'y est ajouté.",
    },
    missing: { en: 'A dossier of its own.', fr: 'Un dossier distinct.' },
    provider: ['AUTHOR', 'LEG'],
  },
  'dossier.not-its-recipient': {
    gate: 'GATE-10',
    source: 'D7, GATE-10',
    message: {
      en: 'Dossier {number} was made for another unit.',
      fr: 'Le dossier {number} a été établi pour une autre unité.',
    },
    missing: { en: 'The unit that it was made for.', fr: "L'unité pour laquelle il a été établi." },
    provider: ['AUTHOR'],
  },
  'dossier.copies-differ': {
    gate: null,
    source: 'D7',
    message: {
      en: '{copies} copies are stated, and who keeps {kept}.',
      fr: '{copies} exemplaires sont déclarés, et qui en conserve {kept}.',
    },
    missing: { en: 'Who keeps each copy.', fr: 'Le détenteur de chaque exemplaire.' },
    provider: ['AUTHOR'],
  },
  'dossier.handover-of-another-release': {
    gate: null,
    source: 'D7, E42',
    edition: 4,
    message: {
      en: 'The transfer that is named hands over nothing under the release of dossier {number}.',
      fr: "Le transfert indiqué ne remet rien au titre de l'autorisation du dossier {number}.",
    },
    missing: {
      en: 'The handover under the same release, or none.',
      fr: 'La remise au titre de la même autorisation, ou aucune.',
    },
    provider: ['AUTHOR'],
  },
  'dossier.receipt-not-signed': {
    gate: null,
    source: 'D7, E42',
    message: {
      en: 'The receipt is signed neither by the receiver with his own key nor on paper.',
      fr: "Le récépissé n'est signé ni par le destinataire avec sa propre clé, ni sur papier.",
    },
    missing: {
      en: 'The key of an officer of the recipient unit, or the scan of the paper that he signed.',
      fr: "La clé d'un officier de l'unité destinataire, ou la numérisation du papier qu'il a signé.",
    },
    provider: ['AUTHOR'],
  },
  'dossier.receipt-without-witness': {
    gate: null,
    source: 'D7, E42',
    message: {
      en: 'What was signed on paper is attested by one officer alone.',
      fr: "Ce qui fut signé sur papier n'est attesté que par un seul officier.",
    },
    missing: { en: 'The countersignature of a witness.', fr: "Le contreseing d'un témoin." },
    provider: ['AUTHOR'],
  },
  'dossier.not-delivered-to': {
    gate: null,
    source: 'E40, RQ-65',
    message: {
      en: 'Dossier {number} was not delivered to this unit.',
      fr: "Le dossier {number} n'a pas été remis à cette unité.",
    },
    missing: { en: 'A unit that has it.', fr: 'Une unité qui le détient.' },
    provider: ['AUTHOR'],
  },
  'dossier.notice-incomplete': {
    gate: null,
    source: 'D7',
    message: {
      en: 'A supplement or a new version is named, and nothing where the release was taken back.',
      fr: "Un complément ou une nouvelle version est désigné ; rien ne l'est si l'autorisation a été retirée.",
    },
    missing: { en: 'The later dossier, or null.', fr: 'Le dossier ultérieur, ou null.' },
    provider: ['AUTHOR'],
  },
  'dossier.does-not-follow': {
    gate: null,
    source: 'D7',
    message: {
      en: 'What is named does not follow dossier {number} in this way.',
      fr: 'Ce qui est désigné ne fait pas suite de cette façon au dossier {number}.',
    },
    missing: { en: 'A dossier that follows this one.', fr: 'Un dossier qui fait suite à celui-ci.' },
    provider: ['AUTHOR'],
  },
  'dossier.nothing-halted': {
    gate: null,
    source: 'E40',
    message: {
      en: 'Nothing of the release of dossier {number} was suspended or withdrawn.',
      fr: "Rien de l'autorisation du dossier {number} n'a été suspendu ni retiré.",
    },
    missing: { en: 'A suspension or a withdrawal.', fr: 'Une suspension ou un retrait.' },
    provider: ['LEG', 'HOM', 'AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
