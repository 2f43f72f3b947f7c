import type { Refusal } from '../../refusal.js';

/** GATE-8: what would leave in a dossier and is not to. */
export const protectionRefusals = {
  'dossier.source-consent-missing': {
    gate: 'GATE-8',
    source: 'GATE-8, RQ-64',
    edition: 4,
    message: {
      en: "{number}: a source's consent does not cover this recipient, or no more.",
      fr: "{number} : le consentement d'une source ne couvre pas, ou ne couvre plus, ce destinataire.",
    },
    missing: {
      en: 'A decision without the piece, or with what identifies the source taken out; or a consent that covers it.',
      fr: 'Une décision sans la pièce, ou occultant ce qui révèle la source ; ou un consentement qui le couvre.',
    },
    provider: ['LEG', 'HR'],
  },
  'dossier.record-redaction-open': {
    gate: 'GATE-8',
    source: 'GATE-8, D6',
    edition: 5,
    message: {
      en: '{number}: the decision takes something out of the record that stands in the clear, and would go along.',
      fr: '{number} : la décision retranche de la fiche un élément qui y figure en clair et serait remis.',
    },
    missing: {
      en: 'A new decision that names the withheld members that stay here, or that leaves the piece out.',
      fr: 'Une nouvelle décision qui désigne les éléments réservés à conserver, ou qui écarte la pièce.',
    },
    provider: ['LEG'],
  },
  'dossier.original-of-source': {
    gate: null,
    source: 'GATE-8, V6',
    message: {
      en: '{number} bears the caveat SOURCE since, and a photograph of it was to go as an original.',
      fr: '{number} porte depuis lors la mention SOURCE, et une de ses photographies devait être remise en original.',
    },
    missing: {
      en: 'A new decision that lists no original of the piece, and a dossier built after it.',
      fr: 'Une nouvelle décision qui ne désigne aucun original de la pièce, puis un dossier établi après elle.',
    },
    provider: ['LEG'],
  },
  'dossier.original-no-more': {
    gate: null,
    source: 'GATE-8, V6',
    edition: 6,
    // Of what else names the file nothing is said: who reads this may not read that.
    message: {
      en: 'The dossier holds a photograph of {number} as the camera wrote it, which goes as a cleaned copy alone since.',
      fr: "Le dossier contient une photographie de {number} telle que l'appareil l'a écrite, qui n'est plus remise depuis lors qu'en copie sans ces données.",
    },
    missing: {
      en: 'A new version of the dossier: the photograph goes in it as a copy.',
      fr: 'Une nouvelle version du dossier : la photographie y est remise en copie.',
    },
    provider: ['CASE'],
  },
} as const satisfies Record<string, Refusal>;
