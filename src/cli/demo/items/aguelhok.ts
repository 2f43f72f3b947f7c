import type { Text } from '../../../custody/text.js';
import type { DemoItem } from './demo-item.js';

/** The three scenes of the case, each with a clearance of its own. */
export type SceneName = 'camp' | 'outposts' | 'launchSite';

const reference: Text = { en: 'UNIDIR 2023', fr: 'UNIDIR 2023' };
const ofDemonstration: Text = {
  en: 'DEMO: invented for the demonstration',
  fr: 'DEMO : inventé pour la démonstration',
};
const unmarked: Text = { en: 'The brief states no marks', fr: 'La note ne donne aucun marquage' };

/** Each arm is an item. How many were recovered the brief does not say. */
function arm(
  label: string,
  [category, subCategory]: readonly [DemoItem['category'], string],
  en: string,
  fr: string,
  calibre: string | null,
): DemoItem {
  const of = {
    en: calibre === null ? en : `${en}, ${calibre}`,
    fr: calibre === null ? fr : `${fr}, ${calibre.replace('.', ',')}`,
  };
  return {
    label,
    category,
    subCategory,
    description: of,
    amount: '1',
    foundAs: 'ABANDONED',
    suspected: 'LOADED_WEAPON',
    unmarked,
    ...(calibre === null ? {} : { interpretation: { calibre, confidence: 'MODERATE', reference } }),
  };
}

const heavyMachineGun = (label: string) =>
  arm(
    label,
    ['LIGHT_WEAPON', 'HEAVY_MACHINE_GUN'],
    'DShK-type heavy machine gun',
    'Mitrailleuse lourde de type DShK',
    '12.7x108',
  );
const machineGun = (label: string) =>
  arm(
    label,
    ['LIGHT_WEAPON', 'GENERAL_PURPOSE_MACHINE_GUN'],
    'PKM-type general-purpose machine gun',
    'Mitrailleuse polyvalente de type PKM',
    '7.62x54R',
  );
const rifle = (label: string) =>
  arm(label, ['SMALL_ARM', 'ASSAULT_RIFLE'], 'AK-47-type rifle', 'Fusil de type AK-47', '7.62x39');
const launcher = (label: string) =>
  arm(label, ['LIGHT_WEAPON', 'RPG_LAUNCHER'], 'RPG launcher', 'Lanceur RPG', null);

/** Rounds: a lot, its quantity not stated. */
function rounds(
  label: string,
  subCategory: string,
  en: string,
  fr: string,
  calibre: string | null,
): DemoItem {
  return {
    label,
    category: 'AMMUNITION',
    subCategory,
    description: { en, fr },
    amount: null,
    foundAs: 'ABANDONED',
    suspected: 'EXPLOSIVE',
    unmarked,
    ...(calibre === null ? {} : { interpretation: { calibre, confidence: 'MODERATE', reference } }),
  };
}

/** Cartridge cases: a lot. The brief names none at Aguelhok; that they are used as shrapnel since 2018 it does say. */
function casings(
  label: string,
  found: 'EJECTED' | 'DEVICE_FILL',
  amount: string,
  calibre: string,
  [en, fr]: readonly [string, string],
): DemoItem {
  return {
    label,
    category: 'AMMUNITION',
    subCategory: 'CARTRIDGE_CASE',
    description: {
      en: `Cartridge cases ${calibre}, ${en} (DEMO: not in the brief)`,
      fr: `Douilles ${calibre.replace('.', ',')}, ${fr} (DEMO : hors de la note)`,
    },
    amount,
    foundAs: found,
    suspected: 'NONE',
    unmarked: {
      en: 'DEMO: headstamps are read when the lot is divided',
      fr: 'DEMO : les culots sont lus quand le lot est divisé',
    },
    interpretation: { calibre, confidence: 'LOW', reference: ofDemonstration },
  };
}

/** What was recovered at Aguelhok, by class as the brief names them (G1-07), and where the demonstration puts it. */
export const aguelhokItems: Readonly<Record<SceneName, readonly DemoItem[]>> = {
  camp: [
    heavyMachineGun('DEMO-DSHK-1'),
    machineGun('DEMO-PKM-1'),
    rifle('DEMO-AK-1'),
    launcher('DEMO-RPG-1'),
    rounds('DEMO-RPG-ROUNDS', 'RPG_PROJECTILE', 'RPG rounds', 'Roquettes de RPG', null),
    {
      label: 'DEMO-SVBIED',
      category: 'VEHICLE',
      subCategory: 'PART',
      description: {
        en: 'Remains of the suicide vehicle',
        fr: 'Débris du véhicule piégé (attaque suicide)',
      },
      amount: null,
      foundAs: 'PART_OF_DEVICE',
      suspected: 'EXPLOSIVE',
      unmarked,
      ied: {
        category: null,
        component: null,
        componentState: { code: 'FRAGMENT', text: null },
        switch: null,
        mainCharge: null,
        effect: null,
        enhancements: [],
        emplacement: { code: 'SUICIDE_VEHICLE', text: null },
        status: null,
      },
    },
    casings('DEMO-CASES-SHRAPNEL', 'DEVICE_FILL', '58', '12.7x108', [
      'around the suicide vehicle',
      'autour du véhicule piégé',
    ]),
  ],
  outposts: [
    rifle('DEMO-AK-2'),
    heavyMachineGun('DEMO-DSHK-2'),
    machineGun('DEMO-PKM-2'),
    launcher('DEMO-RPG-2'),
    casings('DEMO-CASES-FIRED', 'EJECTED', '143', '7.62x54R', ['behind the wall', 'derrière le mur']),
  ],
  launchSite: [
    {
      ...arm('DEMO-MORTAR', ['LIGHT_WEAPON', 'LIGHT_MORTAR'], '', '', '60 mm'),
      description: { en: '60 mm mortar', fr: 'Mortier de 60 mm' },
    },
    rounds('DEMO-MORTAR-ROUNDS', 'MORTAR_ROUND', '60 mm mortar rounds', 'Obus de mortier de 60 mm', '60 mm'),
    rounds(
      'DEMO-MORTAR-UNSAFE',
      'MORTAR_ROUND',
      '60 mm mortar rounds, unsafe to move (DEMO)',
      'Obus de mortier de 60 mm, à ne pas déplacer (DEMO)',
      '60 mm',
    ),
  ],
};

/** Taken from the rounds that are destroyed where they lie: from then on the sample is the exhibit (RQ-41). */
export const mortarTail: DemoItem = {
  label: 'DEMO-MORTAR-TAILS',
  category: 'AMMUNITION',
  subCategory: 'TAIL',
  description: {
    en: 'Tail units of 60 mm mortar rounds, samples (DEMO)',
    fr: 'Empennages d’obus de mortier de 60 mm, échantillons (DEMO)',
  },
  amount: '2',
  foundAs: 'DERIVED',
  suspected: 'EXPLOSIVE',
  unmarked,
  interpretation: { calibre: '60 mm', confidence: 'MODERATE', reference },
};

/** Brought to the sector store by another force some days later. */
export const fromOutside: DemoItem = {
  ...rifle('DEMO-AK-3'),
  description: {
    en: 'AK-47-type rifle, 7.62x39 (DEMO: brought in by another force)',
    fr: 'Fusil de type AK-47, 7,62x39 (DEMO : apporté par une autre force)',
  },
  foundAs: 'UNDETERMINED',
};
