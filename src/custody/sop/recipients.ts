import type { Text } from '../text.js';
import type { Sop } from './document.js';

type Rule = NonNullable<Sop['recipients']>[number];

const protection: Text = {
  en: 'How are sources, witnesses and staff protected once the recipient has it?',
  fr: 'Comment les sources, les témoins et le personnel sont-ils protégés une fois la pièce remise ?',
};
const headquarters: Text = {
  en: 'Has Headquarters, through the Office of Legal Affairs, been consulted?',
  fr: 'Le Siège a-t-il été consulté, par l’intermédiaire du Bureau des affaires juridiques ?',
};

function rule(
  classes: Rule['classes'],
  questions: readonly Text[],
  source: string,
  confidence: Rule['confidence'],
): Rule {
  return { classes, deciders: ['HOM'], questions: questions.map(text => ({ ...text })), source, confidence };
}

/**
 * RQ-68: recipients beside the authorities of the host State. What goes to an international court, another State or a
 * panel is decided at the head of the mission, in contact with Headquarters.
 */
export const recipients: NonNullable<Sop['recipients']> = [
  rule(
    ['INTERNATIONAL_COURT', 'INQUIRY'],
    [
      headquarters,
      {
        en: 'Can a national court not do it (subsidiarity)?',
        fr: 'Une juridiction nationale ne peut-elle s’en charger (subsidiarité) ?',
      },
      {
        en: 'Is it given in confidence, or may it be disclosed to the parties?',
        fr: 'Est-elle remise à titre confidentiel, ou communicable aux parties ?',
      },
      protection,
    ],
    'RQ-68 [U7]',
    'R°',
  ),
  rule(
    ['OTHER_STATE'],
    [
      headquarters,
      {
        en: 'Does the host State consent, or is its consent not needed, and why?',
        fr: 'L’État hôte y consent-il, ou son accord n’est-il pas requis, et pourquoi ?',
      },
      {
        en: 'On which warrant, treaty or letter of request does it rest?',
        fr: 'Sur quel mandat, traité ou commission rogatoire repose-t-elle ?',
      },
      protection,
    ],
    'RQ-68',
    'G',
  ),
  rule(
    ['SANCTIONS_PANEL'],
    [
      headquarters,
      {
        en: 'Does the mandate of the panel cover it, and may it be published?',
        fr: 'Le mandat du groupe d’experts le couvre-t-il, et peut-elle être publiée ?',
      },
      protection,
    ],
    'RQ-68',
    'G',
  ),
];
