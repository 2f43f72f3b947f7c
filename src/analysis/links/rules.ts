import type { Text } from '../../custody/text.js';
import { commonIn } from './shared-things.js';

/** V13, E36. */
export const linkRule: Text = {
  en: `Two incidents are set side by side where records that count share a sample (calibre, producer, year), a lot of one producer, a serial number (a candidate: numbers are compared without case, spaces and zeros in front) or the model of a component. Weight is log2 of the incidents in which such a thing is known over those in which this one occurs; what occurs in more than ${commonIn} incidents is left out. What an analyst rejected is suggested again only once a record of it becomes known later. A suggestion states nothing: an analyst asserts a link, with basis and confidence, or rejects it.`,
  fr: `Deux incidents sont rapprochés si des relevés comptés ont en commun un échantillon (calibre, fabricant, année), un lot d'un même fabricant, un numéro de série (candidat : comparé sans casse, espaces ni zéros de tête) ou le modèle d'un composant. Le poids est le log2 du nombre d'incidents où une telle chose est connue sur le nombre d'incidents où celle-ci figure ; ce qui figure dans plus de ${commonIn} incidents est écarté. Ce qu'un analyste a écarté n'est proposé à nouveau qu'une fois un relevé connu plus tard. Une suggestion n'affirme rien : un analyste affirme un rapprochement, avec fondement et degré de confiance, ou l'écarte.`,
};
