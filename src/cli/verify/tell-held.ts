import type { Language, Text } from '../../custody/text.js';
import type { Account } from '../../verify/index.js';

type Outcome = Account['held'][number]['outcome'];

const outcomes: Record<Outcome, Text> = {
  compared: { en: 'this log contains it', fr: 'ce journal le contient' },
  newer: {
    en: 'newer than this export, and so not compared',
    fr: 'plus récent que cet export, donc pas comparé',
  },
  'not comparable': {
    en: 'not compared: the export has no proof from its size on',
    fr: "pas comparé : l'export n'a pas de preuve à partir de sa taille",
  },
  'not of this log': {
    en: 'not one of this log by this policy',
    fr: 'pas de ce journal selon cette politique',
  },
};

/** What came of each checkpoint or receipt that was handed over with `--known`, in their order. */
export function tellHeld({ held }: Account, language: Language): readonly string[] {
  return held.map(({ size, outcome }, position) => {
    const told = outcomes[outcome][language];
    const sized = size === null ? '' : language === 'fr' ? ` (taille ${size})` : ` (size ${size})`;
    return language === 'fr'
      ? `Point de contrôle détenu ${position + 1}${sized} : ${told}.`
      : `Checkpoint held ${position + 1}${sized}: ${told}.`;
  });
}
