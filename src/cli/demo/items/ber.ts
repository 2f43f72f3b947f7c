import type { Text } from '../../../custody/text.js';
import type { DemoItem, DemoMark } from './demo-item.js';

const notStated: Text = { en: 'how it was found is not stated', fr: 'circonstances non précisées' };

/** A mark the brief speaks of without giving its characters. */
function markNotGiven(kind: DemoMark['kind'], text: string, where: string): DemoMark {
  return { kind, text, place: `${where}; the characters are not stated in the brief` };
}

/**
 * What was found at Ber on 27 October 2018, with marks and origins as the brief tells them (G2-01). Where it says
 * nothing that is said: `amount` null, marks `DEMO-…`.
 */
export const berVehicle: DemoItem = {
  label: 'DEMO-BER-VEHICLE',
  category: 'VEHICLE',
  subCategory: 'OTHER',
  subCategoryText: 'suicide vehicle that failed; its type is not stated in the brief',
  description: {
    en: 'Suicide vehicle that failed (faulty trigger), one of two',
    fr: "Véhicule piégé n'ayant pas fonctionné (mise à feu défectueuse), un sur deux",
  },
  amount: '1',
  foundAs: 'ABANDONED',
  suspected: 'EXPLOSIVE',
  marks: [markNotGiven('VIN', 'DEMO0000000000000', 'DEMO')],
  interpretation: {
    year: 2009,
    country: 'Japan',
    confidence: 'HIGH',
    reference: {
      en: 'UNIDIR 2023, by the VIN: made in Japan, February 2009; exported to a dealer in Oman, sold to a Libyan national, then unknown',
      fr: "UNIDIR 2023, d'après le numéro de châssis : fabriqué au Japon, février 2009 ; exporté vers un revendeur à Oman, vendu à un ressortissant libyen, puis inconnu",
    },
  },
  ied: {
    category: null,
    component: null,
    componentState: null,
    switch: null,
    mainCharge: null,
    effect: null,
    enhancements: [],
    emplacement: { code: 'SUICIDE_VEHICLE', text: null },
    status: { code: 'FAILED', text: null },
  },
};

export const berDetonators: DemoItem = {
  label: 'DEMO-BER-DETONATORS',
  category: 'EXPLOSIVE',
  subCategory: 'DETONATOR',
  description: { en: 'Several detonators with labels', fr: 'Plusieurs détonateurs portant des étiquettes' },
  amount: null,
  foundAs: 'IN_VEHICLE',
  suspected: 'EXPLOSIVE',
  marks: [markNotGiven('LABEL', 'DEMO-LABEL', 'label')],
  interpretation: {
    country: 'South Africa',
    confidence: 'HIGH',
    reference: {
      en: 'UNIDIR 2023: a South African producer confirmed export to West Africa; buyer unknown, as sales are not kept by batch',
      fr: "UNIDIR 2023 : un fabricant sud-africain a confirmé l'exportation vers l'Afrique de l'Ouest ; acheteur inconnu, les ventes n'étant pas suivies par lot",
    },
  },
};

/** Chemical producer and petroleum industry: two origins, and one barrel that is red. */
export const berBarrels: readonly DemoItem[] = [
  { ...barrel('DEMO-BER-BARREL-RED', 'One red barrel', 'Un fût rouge'), amount: '1' },
  {
    ...barrel('DEMO-BER-BARRELS-KOREA', 'Barrels of a chemical producer', "Fûts d'un producteur chimique"),
    interpretation: {
      country: 'South Korea',
      confidence: 'MODERATE',
      reference: {
        en: 'UNIDIR 2023: chemical producer in South Korea; via Syria, then second-hand traders in Türkiye',
        fr: "UNIDIR 2023 : producteur chimique en Corée du Sud ; par la Syrie, puis des revendeurs d'occasion en Türkiye",
      },
    },
  },
  {
    ...barrel(
      'DEMO-BER-BARRELS-ALGERIA',
      'Barrels of the petroleum industry',
      "Fûts de l'industrie pétrolière",
    ),
    interpretation: {
      country: 'Algeria',
      confidence: 'MODERATE',
      reference: {
        en: 'UNIDIR 2023: petroleum industry in Algeria',
        fr: 'UNIDIR 2023 : industrie pétrolière en Algérie',
      },
    },
  },
];

/** A precursor is of the class of explosives and accessories: nobody calls it harmless (V3, 6). */
export const berNitrate: DemoItem = {
  label: 'DEMO-BER-NITRATE',
  category: 'EXPLOSIVE',
  subCategory: 'PRECURSOR',
  description: {
    en: 'Ammonium nitrate for mining, in its original pack',
    fr: "Nitrate d'ammonium à usage minier, dans son emballage d'origine",
  },
  amount: null,
  foundAs: 'OTHER',
  foundAsText: { en: 'in a barrel', fr: 'dans un fût' },
  suspected: 'EXPLOSIVE',
  marks: [markNotGiven('LABEL', 'DEMO-PACK', 'original pack')],
  unmarked: { en: 'No visible batch number', fr: 'Aucun numéro de lot visible' },
  interpretation: {
    country: 'Ghana',
    confidence: 'MODERATE',
    reference: {
      en: 'UNIDIR 2023: company in Ghana; end user unknown',
      fr: 'UNIDIR 2023 : société au Ghana ; utilisateur final inconnu',
    },
  },
};

export const berSugar: DemoItem = {
  label: 'DEMO-BER-SUGAR',
  category: 'COMMERCIAL_GOODS',
  subCategory: 'SUGAR',
  description: { en: 'Sugar bag with year and batch', fr: "Sac de sucre portant l'année et le lot" },
  amount: '1',
  foundAs: 'UNDETERMINED',
  foundAsText: notStated,
  suspected: 'NONE',
  marks: [{ kind: 'DATE', text: '2017', place: 'bag' }, markNotGiven('LOT', 'DEMO-BATCH', 'bag')],
  interpretation: {
    year: 2017,
    country: 'France',
    confidence: 'HIGH',
    reference: {
      en: 'UNIDIR 2023: made in France, 2017; to a company in Mauritania, then unknown',
      fr: 'UNIDIR 2023 : fabriqué en France, 2017 ; vers une société en Mauritanie, puis inconnu',
    },
  },
};

function barrel(label: string, en: string, fr: string): DemoItem {
  return {
    label,
    category: 'COMMERCIAL_GOODS',
    subCategory: 'BARREL',
    description: { en, fr },
    amount: null,
    foundAs: 'UNDETERMINED',
    foundAsText: notStated,
    suspected: 'NONE',
    unmarked: {
      en: 'The brief gives origins, not the words of the marks',
      fr: 'La note donne les origines, pas le texte des marquages',
    },
  };
}
