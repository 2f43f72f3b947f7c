import type { JsonObject } from '../../log/index.js';
import type { Play } from './play.js';

const coded = (code: string): JsonObject => ({ code, text: null });

/** An item of the case: its class from the brief, everything else visibly invented. */
export interface DemoItem {
  readonly label: string;
  readonly category: string;
  readonly subCategory: string;
  readonly en: string;
  readonly fr: string;
  readonly calibre: string | null;
  /** Null: the brief gives no quantity. */
  readonly amount: string | null;
  readonly firearm: boolean;
  readonly explosive: boolean;
  readonly foundAs: string;
}

/** The classes of materiel the brief names for Aguelhok (G1-07); quantities it does not give are not stated. */
export const aguelhokItems: readonly DemoItem[] = [
  arm(
    'DEMO-HMG',
    'LIGHT_WEAPON',
    'HEAVY_MACHINE_GUN',
    'DShK-type heavy machine gun',
    'Mitrailleuse lourde type DShK',
    '12.7x108',
  ),
  arm(
    'DEMO-GPMG',
    'LIGHT_WEAPON',
    'GENERAL_PURPOSE_MACHINE_GUN',
    'PKM-type general-purpose machine gun',
    'Mitrailleuse polyvalente type PKM',
    '7.62x54R',
  ),
  arm('DEMO-RIFLE', 'SMALL_ARM', 'ASSAULT_RIFLE', 'AK-47-type rifle', "Fusil d'assaut type AK-47", '7.62x39'),
  {
    label: 'DEMO-CASINGS',
    category: 'AMMUNITION',
    subCategory: 'CARTRIDGE_CASE',
    en: 'Cartridge cases, one lot',
    fr: 'Douilles, un lot',
    calibre: '7.62x39',
    amount: '143',
    firearm: false,
    explosive: false,
    foundAs: 'EJECTED',
  },
  {
    label: 'DEMO-MORTAR-ROUNDS',
    category: 'AMMUNITION',
    subCategory: 'MORTAR_ROUND',
    en: '60 mm mortar rounds, quantity not stated',
    fr: 'Obus de mortier de 60 mm, quantité non précisée',
    calibre: '60mm',
    amount: null,
    firearm: false,
    explosive: true,
    foundAs: 'ABANDONED',
  },
];

function arm(
  label: string,
  category: string,
  subCategory: string,
  en: string,
  fr: string,
  calibre: string,
): DemoItem {
  return {
    label,
    category,
    subCategory,
    en,
    fr,
    calibre,
    amount: '1',
    firearm: true,
    explosive: false,
    foundAs: 'ABANDONED',
  };
}

/** The form of `evidence.registered` for an item found at a cleared scene. */
export function registration(play: Play, item: DemoItem, incident: string, scene: string): JsonObject {
  const { en, fr, calibre, amount, explosive } = item;
  return play.form('evidence.registered', 'DEMO-SCENE camp', {
    incident,
    scene,
    positionAtScene: { words: 'DEMO-POSITION', exact: null },
    category: coded(item.category),
    subCategory: coded(item.subCategory),
    description: { en, fr },
    quantity: { amount, unit: coded('PIECE'), countedBy: play.stage.officer('DEMO-WIT-1').officer },
    withoutPhotograph: 'DEMO: no photographs in the demonstration',
    unmarked: 'DEMO',
    interpretation:
      calibre === null
        ? null
        : {
            make: null,
            model: null,
            calibre: { written: calibre, code: calibre },
            serial: null,
            year: null,
            country: null,
            lot: null,
            confidence: 'MODERATE',
            reference: 'UNIDIR 2023',
          },
    condition: 'DEMO',
    traces: { potential: [coded('PRINTS')], precautions: [coded('GLOVES_CHANGED')] },
    hazard: { suspected: [coded(explosive ? 'EXPLOSIVE' : 'NONE')], basis: 'DEMO' },
    foundAs: coded(item.foundAs),
    recoveringParty: coded('MISSION'),
    holding: 'IN_CUSTODY',
    classification: { level: 'UNCLASSIFIED', originator: 'DEMO', caveats: [], reason: 'DEMO', review: null },
  });
}
