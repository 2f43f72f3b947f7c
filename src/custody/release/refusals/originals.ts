import type { Refusal } from '../../refusal.js';

/**
 * Of photographs that go as originals. They hold under every edition: only form 6 of a decision names any, so that no older
 * log has an act that they say no to.
 */
export const originalRefusals = {
  'release.original-of-other': {
    gate: null,
    source: 'GATE-8, D6',
    message: {
      en: 'An original photograph is listed for {piece}, which the decision does not grant.',
      fr: "Une photographie en original est indiquée pour {piece}, que la décision n'accorde pas.",
    },
    missing: {
      en: 'Photographs of pieces that are granted; none where the release is refused.',
      fr: 'Des photographies de pièces accordées ; aucune si la remise est refusée.',
    },
    provider: ['AUTHOR'],
  },
  'release.original-not-photograph': {
    gate: null,
    source: 'GATE-8, RQ-12',
    message: {
      en: 'File {sha256} is not bound as a photograph of {piece} by the act that is named.',
      fr: "L'acte désigné ne lie pas le fichier {sha256} comme photographie de {piece}.",
    },
    missing: {
      en: 'A photograph of the piece, and the act of the piece that binds it: scelle release preview gives both.',
      fr: 'Une photographie de la pièce, et l’acte de la pièce qui la lie : scelle release preview donne les deux.',
    },
    provider: ['AUTHOR'],
  },
  'release.original-taken-out': {
    gate: null,
    source: 'GATE-8, D6',
    message: {
      en: 'Photograph {sha256} is to go as an original, and something is taken out of it.',
      fr: 'La photographie {sha256} serait remise en original, et une occultation la vise.',
    },
    missing: {
      en: 'Either of the two: what is taken out stands in the bytes of the original.',
      fr: "L'un ou l'autre : ce qui est occulté figure dans les octets de l'original.",
    },
    provider: ['LEG'],
  },
  'release.original-withheld': {
    gate: null,
    source: 'GATE-8, F-28',
    message: {
      en: 'Photograph {sha256} is to go as an original, and a claim right beside it is withheld, e.g. its position.',
      fr: 'La photographie {sha256} serait remise en original, et un élément qui la concerne, p. ex. sa position, est réservé.',
    },
    missing: {
      en: 'The original not listed, so that a cleaned copy goes: the camera writes into the file what is withheld beside it.',
      fr: "Le retrait de l'original, pour qu'une copie nettoyée soit remise : l'appareil inscrit dans le fichier ce qui est réservé.",
    },
    provider: ['LEG'],
  },
  'release.original-of-unknown-file': {
    gate: null,
    source: 'GATE-8, D6',
    message: {
      en: 'Photograph {sha256} is listed as an original and does not go along with {number}.',
      fr: "La photographie {sha256} est indiquée en original et n'accompagne pas {number}.",
    },
    missing: { en: 'A file of the request.', fr: 'Un fichier de la demande.' },
    provider: ['AUTHOR'],
  },
  'release.original-not-of-all': {
    gate: null,
    source: 'GATE-8, D6',
    message: {
      en: 'Photograph {sha256} goes along with {number} too, of which it is not listed as an original.',
      fr: "La photographie {sha256} accompagne aussi {number}, pour laquelle elle n'est pas indiquée en original.",
    },
    missing: {
      en: 'The photograph listed for each piece that it goes along with; or for none.',
      fr: "La photographie indiquée pour chaque pièce qu'elle accompagne ; ou pour aucune.",
    },
    provider: ['AUTHOR'],
  },
  'release.original-of-source': {
    gate: null,
    source: 'GATE-8, V6',
    message: {
      en: 'Item {number} bears the caveat SOURCE: no photograph of it goes as an original.',
      fr: 'La pièce {number} porte la mention SOURCE : aucune de ses photographies ne peut être remise en original.',
    },
    missing: {
      en: 'The original not listed, so that a cleaned copy goes.',
      fr: "Le retrait de l'original : une copie nettoyée est alors remise.",
    },
    provider: ['LEG'],
  },
  'release.original-without-consent': {
    gate: null,
    source: 'GATE-8, RQ-64',
    message: {
      en: "{number}: a source's consent does not cover this recipient, and a photograph would go as an original.",
      fr: '{number} : le consentement d’une source ne couvre pas ce destinataire, et une photographie serait remise en original.',
    },
    missing: {
      en: 'A consent that covers it; or the original not listed, so that a cleaned copy goes.',
      fr: "Un consentement qui le couvre ; ou le retrait de l'original : une copie nettoyée est alors remise.",
    },
    provider: ['HR', 'LEG'],
  },
} as const satisfies Record<string, Refusal>;
