import type { Text } from '../../custody/text.js';

/** How incidents are counted, in words: they stand beside every figure. */
export const countingRules: readonly Text[] = [
  {
    en: 'Counted is the last statement of each incident, and every account of it that was not withdrawn, as known at the instant given; what was brought by an import counts once that was closed.',
    fr: "Sont comptés le dernier énoncé de chaque incident et chacune de ses versions des faits non retirées, tels que connus à l'instant indiqué ; ce qu'un import a apporté compte une fois celui-ci clos.",
  },
  {
    en: 'Attacks (IED_ATTACK, SAF, IDF, COMPLEX) never include finds. An attack of several types counts once: as COMPLEX where it is recorded so, by whatever definition its record names, else as SEVERAL.',
    fr: 'Les attaques (IED_ATTACK, SAF, IDF, COMPLEX) ne comprennent jamais les découvertes. Une attaque de plusieurs types compte une fois : comme COMPLEX si elle est ainsi enregistrée, quelle que soit la définition citée, sinon comme SEVERAL.',
  },
  {
    en: 'Dead, injured and abducted are sums from the lowest to the highest figure that any account gives; no account is chosen. All together is the sum of the categories, as sources that speak of different people do not contradict each other; a figure of which the source does not say whose it is stands beside that sum. What armed groups claim is in no sum. Incidents without any figure are counted apart, as are those of which accounts say different things.',
    fr: "Les morts, blessés et enlevés sont des sommes allant du chiffre le plus bas au plus haut donné par une version des faits ; aucune n'est choisie. L'ensemble est la somme des catégories, car des sources qui parlent de personnes différentes ne se contredisent pas ; un chiffre dont la source ne dit pas qui il vise est mis en regard de cette somme. Ce que revendiquent les groupes armés n'entre dans aucune somme. Les incidents sans aucun chiffre et ceux dont les versions divergent sont comptés à part.",
  },
  {
    en: 'A date counts by calendar days of UTC. What is known only to the year or month counts in a period that holds all of it, and in none that holds a part.',
    fr: "Les dates comptent par jours civils UTC. Ce qui n'est connu qu'à l'année ou au mois près compte dans une période qui le contient entièrement, et dans aucune qui n'en contient qu'une partie.",
  },
  {
    en: 'Shares are of what is known; what is not known stands beside them. The pace is the days of the period, of those that have come, for each attack; without a beginning it begins with the first attack.',
    fr: 'Les parts sont calculées sur les cas connus ; les inconnus figurent à côté. Le rythme est le nombre de jours écoulés de la période par attaque ; sans début indiqué, elle commence à la première attaque.',
  },
];
