import type { Text } from '../../custody/text.js';

const counted: Text = {
  en: 'Counted is what the register says last of each item, as known then: the identification in force, else the record; what was taken from an item for examination counts with that item, artisanal arms and hunting rifles do not count.',
  fr: "Est compté le dernier état du registre pour chaque pièce, tel que connu alors : l'identification en vigueur, sinon la fiche ; un prélèvement compte avec sa pièce, les armes artisanales et fusils de chasse ne comptent pas.",
};

/** V13. */
export const newInTheatreRule: Text = {
  en: `${counted.en} New is what no other record bears that came into the register earlier or is of an earlier incident; an imported record is an earlier one and is itself never new. A diameter without the length of the case is no calibre here.`,
  fr: `${counted.fr} Est nouveau ce que ne porte aucun autre relevé entré plus tôt au registre ou issu d'un incident antérieur ; un relevé importé compte comme antérieur et n'est jamais nouveau. Un diamètre sans longueur d'étui n'est pas un calibre.`,
};

export const spreadRule: Text = {
  en: `${counted.en} In time order by the date of the find or of the incident. Pieces are those whose number is known; where pieces were divided off a mixed lot after it was identified, its sub-lots have no number.`,
  fr: `${counted.fr} Dans l'ordre chronologique de la découverte ou de l'incident. Le nombre est celui des objets dénombrés ; si un lot mêlé fut divisé après identification, ses sous-lots n'ont plus de nombre.`,
};

export const serialRule: Text = {
  en: `${counted.en} Numbers are compared that were read whole, without case, spaces, punctuation and zeros in front, O as 0, I and L as 1. What is found is a candidate for a comparison by a person and no statement that two objects are one.`,
  fr: `${counted.fr} Sont comparés les numéros lus en entier, sans casse, espaces, ponctuation ni zéros de tête, O lu 0, I et L lus 1. Il s'agit de candidats à une comparaison par une personne ; rien ne dit que deux objets n'en font qu'un.`,
};

export const distributionRule: Text = {
  en: `${counted.en} Ammunition of 7.62 to 14.5 mm. A sample is calibre, producer and year, all three known; where its records say different things of a member, that is not known. 2013 is after 2012, 2012 is not.`,
  fr: `${counted.fr} Munitions de 7,62 à 14,5 mm. Un échantillon est un calibre, un fabricant et une année, tous trois connus ; si ses relevés divergent, la valeur n'est pas connue. 2013 est après 2012, 2012 ne l'est pas.`,
};
