import type { Text } from '../text.js';
import { type MaterielTraits, traits } from './materiel-traits.js';

interface SubCategory extends Text {
  readonly traits: MaterielTraits;
}

interface Category extends Text {
  readonly subCategories: Readonly<Record<string, SubCategory>>;
}

function sub(en: string, fr: string, of: MaterielTraits): SubCategory {
  return { en, fr, traits: of };
}

const { plain, plainSingle, marked, markedSingle, arm, explosive, dataMedium } = traits;

/**
 * V3: what an item is. `OTHER` of a category is judged by the strictest of its kind: what it is not known
 * not to be, it may be.
 */
export const materiel = {
  SMALL_ARM: {
    en: 'Small arm',
    fr: 'Arme de petit calibre',
    subCategories: {
      PISTOL: sub('Pistol', 'Pistolet', arm),
      REVOLVER: sub('Revolver', 'Revolver', arm),
      RIFLE: sub('Rifle', 'Fusil', arm),
      CARBINE: sub('Carbine', 'Carabine', arm),
      SUB_MACHINE_GUN: sub('Sub-machine gun', 'Pistolet-mitrailleur', arm),
      ASSAULT_RIFLE: sub('Assault rifle', "Fusil d'assaut", arm),
      LIGHT_MACHINE_GUN: sub('Light machine gun', 'Fusil-mitrailleur', arm),
      OTHER: sub('Other small arm', 'Autre arme de petit calibre', arm),
    },
  },
  LIGHT_WEAPON: {
    en: 'Light weapon',
    fr: 'Arme légère',
    subCategories: {
      HEAVY_MACHINE_GUN: sub('Heavy machine gun', 'Mitrailleuse lourde', arm),
      GENERAL_PURPOSE_MACHINE_GUN: sub('General-purpose machine gun', 'Mitrailleuse polyvalente', arm),
      GRENADE_LAUNCHER_HAND_HELD: sub('Hand-held grenade launcher', 'Lance-grenades portatif', arm),
      GRENADE_LAUNCHER_UNDER_BARREL: sub('Under-barrel grenade launcher', 'Lance-grenades sous canon', arm),
      GRENADE_LAUNCHER_MOUNTED: sub('Mounted grenade launcher', 'Lance-grenades monté', arm),
      RPG_LAUNCHER: sub('Rocket-propelled grenade launcher', 'Lance-roquettes (RPG)', arm),
      RECOILLESS_GUN: sub('Recoilless gun', 'Canon sans recul', arm),
      ANTI_TANK_LAUNCHER: sub(
        'Portable anti-tank launcher',
        'Lanceur antichar portable',
        traits.loadedLauncher,
      ),
      ANTI_AIR_LAUNCHER: sub(
        'Portable anti-air launcher',
        'Lanceur antiaérien portable',
        traits.loadedLauncher,
      ),
      LIGHT_MORTAR: sub('Mortar under 100 mm', 'Mortier de moins de 100 mm', arm),
      OTHER: sub('Other light weapon', 'Autre arme légère', traits.loadedLauncher),
    },
  },
  HEAVY_WEAPON: {
    en: 'Heavy weapon',
    fr: 'Arme lourde',
    subCategories: {
      HEAVY_MORTAR: sub('Mortar of 100 mm or more', 'Mortier de 100 mm ou plus', arm),
      ARTILLERY_ROCKET: sub('Artillery rocket', "Roquette d'artillerie", explosive),
      LAUNCHER_RAIL: sub('Launcher rail', 'Rampe de lancement', markedSingle),
      OTHER: sub('Other heavy weapon', 'Autre arme lourde', traits.loadedLauncher),
    },
  },
  AMMUNITION: {
    en: 'Ammunition',
    fr: 'Munitions',
    subCategories: {
      CARTRIDGE: sub('Cartridge', 'Cartouche', traits.cartridge),
      CARTRIDGE_CASE: sub('Cartridge case', 'Douille', traits.spentCase),
      PROJECTILE: sub('Projectile', 'Projectile', traits.cartridge),
      LINK_OR_BELT: sub('Link or belt', 'Maillon ou bande', traits.spentCase),
      MAGAZINE: sub('Magazine', 'Chargeur', traits.spentCase),
      RPG_PROJECTILE: sub('RPG projectile', 'Roquette de RPG', explosive),
      HAND_GRENADE: sub('Hand grenade', 'Grenade à main', explosive),
      ANTI_TANK_GRENADE: sub('Anti-tank grenade', 'Grenade antichar', explosive),
      MORTAR_ROUND: sub('Mortar round', 'Obus de mortier', explosive),
      ROCKET: sub('Rocket', 'Roquette', explosive),
      SHELL: sub('Shell', 'Obus', explosive),
      FUZE: sub('Fuze', 'Fusée', explosive),
      TAIL: sub('Tail', 'Empennage', explosive),
      OTHER: sub('Other ammunition', 'Autre munition', { ...explosive, foundAsOwed: true }),
    },
  },
  MINE: {
    en: 'Mine',
    fr: 'Mine',
    subCategories: {
      ANTI_VEHICLE: sub('Anti-vehicle mine', 'Mine antivéhicule', explosive),
      ANTI_PERSONNEL: sub('Anti-personnel mine', 'Mine antipersonnel', explosive),
      OTHER: sub('Other mine', 'Autre mine', explosive),
    },
  },
  EXPLOSIVE: {
    en: 'Explosive or accessory',
    fr: 'Explosif ou accessoire',
    subCategories: {
      BULK: sub('Bulk explosive', 'Explosif en vrac', explosive),
      CAST_BOOSTER: sub('Cast booster', 'Relais coulé', explosive),
      DETONATOR: sub('Detonator', 'Détonateur', explosive),
      DETONATING_CORD: sub('Detonating cord', 'Cordeau détonant', explosive),
      SAFETY_FUSE: sub('Safety fuse', 'Mèche lente', explosive),
      PRECURSOR: sub('Precursor', 'Précurseur', explosive),
      OTHER: sub('Other explosive', 'Autre explosif', explosive),
    },
  },
  IED: {
    en: 'Improvised explosive device',
    fr: 'Engin explosif improvisé',
    subCategories: {
      COMPLETE: sub('Device, complete', 'Engin complet', { ...traits.device, lot: false }),
      COMPONENT: sub('Component of a device', "Composant d'engin", traits.device),
      OTHER: sub('Other part of a device', "Autre élément d'engin", traits.device),
    },
  },
  VEHICLE: {
    en: 'Vehicle or part',
    fr: 'Véhicule ou élément',
    subCategories: {
      PICK_UP: sub('Pick-up', 'Pick-up', markedSingle),
      MOTORCYCLE: sub('Motorcycle', 'Motocyclette', markedSingle),
      PLATE: sub('Number plate', "Plaque d'immatriculation", markedSingle),
      VIN_PLATE: sub('VIN plate', 'Plaque du numéro de châssis', markedSingle),
      PART: sub('Vehicle part', 'Pièce de véhicule', marked),
      OTHER: sub('Other vehicle', 'Autre véhicule', markedSingle),
    },
  },
  ELECTRONICS: {
    en: 'Communications or electronics',
    fr: 'Communications ou électronique',
    subCategories: {
      PHONE: sub('Telephone', 'Téléphone', dataMedium),
      SIM: sub('SIM card', 'Carte SIM', dataMedium),
      RADIO: sub('Radio', 'Radio', markedSingle),
      CAMERA: sub('Camera', 'Appareil photo', dataMedium),
      DRONE: sub('Drone', 'Drone', dataMedium),
      COMPUTER: sub('Computer', 'Ordinateur', dataMedium),
      MEDIA: sub('Data medium', 'Support de données', dataMedium),
      OTHER: sub('Other electronics', 'Autre appareil électronique', dataMedium),
    },
  },
  DOCUMENT: {
    en: 'Document, flag or propaganda',
    fr: 'Document, drapeau ou propagande',
    subCategories: {
      DOCUMENT: sub('Document', 'Document', plain),
      FLAG: sub('Flag', 'Drapeau', plain),
      PROPAGANDA: sub('Propaganda', 'Propagande', plain),
      OTHER: sub('Other document', 'Autre document', plain),
    },
  },
  PACKAGING: {
    en: 'Packaging or mark',
    fr: 'Emballage ou marquage',
    subCategories: {
      CRATE: sub('Crate', 'Caisse', marked),
      TIN: sub('Tin', 'Boîte métallique', marked),
      LABEL: sub('Label', 'Étiquette', marked),
      OTHER: sub('Other packaging', 'Autre emballage', marked),
    },
  },
  COMMERCIAL_GOODS: {
    en: 'Commercial goods used as means',
    fr: 'Marchandise commerciale employée comme moyen',
    subCategories: {
      BARREL: sub('Barrel', 'Fût', marked),
      SUGAR: sub('Sugar', 'Sucre', marked),
      FERTILISER: sub('Fertiliser', 'Engrais', { ...marked, hazardClass: 'CHEMICAL' }),
      OTHER: sub('Other goods', 'Autre marchandise', marked),
    },
  },
  TRACE_SAMPLE: {
    en: 'Biological or trace sample',
    fr: 'Prélèvement biologique ou de traces',
    subCategories: {
      SWAB: sub('Swab', 'Écouvillon', traits.biological),
      HAIR: sub('Hair', 'Cheveu ou poil', traits.biological),
      FIBRE: sub('Fibre', 'Fibre', plain),
      SOIL: sub('Soil', 'Terre', plain),
      RESIDUE: sub('Residue', 'Résidu', plain),
      EXPLOSIVE_SAMPLE: sub('Sample of explosive', "Échantillon d'explosif", {
        ...explosive,
        marksExpected: false,
      }),
      OTHER: sub('Other sample', 'Autre prélèvement', traits.biological),
    },
  },
  PRINT_OR_CAST: {
    en: 'Print lift or cast',
    fr: 'Relevé de traces ou moulage',
    subCategories: {
      PRINT_LIFT: sub('Print lift', 'Relevé de traces papillaires', plainSingle),
      CAST: sub('Cast', 'Moulage', plainSingle),
      OTHER: sub('Other lift', 'Autre relevé', plainSingle),
    },
  },
  CLOTHING: {
    en: 'Clothing or equipment',
    fr: 'Vêtement ou équipement',
    subCategories: {
      CLOTHING: sub('Clothing', 'Vêtement', plain),
      EQUIPMENT: sub('Equipment', 'Équipement', plain),
      UNIFORM: sub('Uniform', 'Uniforme', plain),
      UN_LOOK_ALIKE: sub('UN look-alike item', "Imitation d'équipement de l'ONU", plain),
      OTHER: sub('Other clothing', 'Autre vêtement', plain),
    },
  },
  VALUABLES: {
    en: 'Money, valuables or drugs',
    fr: 'Argent, valeurs ou stupéfiants',
    subCategories: {
      MONEY: sub('Money', 'Argent', traits.valuable),
      VALUABLES: sub('Valuables', 'Objets de valeur', traits.valuable),
      DRUGS: sub('Drugs', 'Stupéfiants', traits.valuable),
      OTHER: sub('Other valuables', 'Autres valeurs', traits.valuable),
    },
  },
  HUMAN_REMAINS: {
    en: 'Human remains: not an item here',
    fr: 'Restes humains : ne sont pas une pièce ici',
    subCategories: { OTHER: sub('Human remains', 'Restes humains', traits.biological) },
  },
  DIGITAL_FILE: {
    en: 'Digital file',
    fr: 'Fichier numérique',
    subCategories: {
      VIDEO: sub('Video', 'Vidéo', plain),
      DRONE_FOOTAGE: sub('Drone footage', 'Images de drone', plain),
      RADAR_TRACK: sub('Radar track', 'Piste radar', plain),
      IMAGE: sub('Image', 'Image', plain),
      OTHER: sub('Other file', 'Autre fichier', plain),
    },
  },
  UN_PROPERTY: {
    en: 'UN or contingent property',
    fr: "Bien de l'ONU ou d'un contingent",
    subCategories: {
      UN: sub('UN property', "Bien de l'ONU", marked),
      CONTINGENT: sub('Contingent property', "Bien d'un contingent", marked),
      OTHER: sub('Other property', 'Autre bien', marked),
    },
  },
  ARTISANAL_ARM: {
    en: 'Artisanal arm or hunting rifle',
    fr: 'Arme artisanale ou fusil de chasse',
    subCategories: {
      ARTISANAL: sub('Artisanal arm', 'Arme artisanale', arm),
      HUNTING_RIFLE: sub('Hunting rifle', 'Fusil de chasse', arm),
      OTHER: sub('Other', 'Autre', arm),
    },
  },
  OTHER: {
    en: 'Other',
    fr: 'Autre',
    subCategories: { OTHER: sub('Other', 'Autre', plain) },
  },
} as const satisfies Record<string, Category>;

export type CategoryCode = keyof typeof materiel;

/**
 * Every sub-category's words, by code alone. `OTHER` stands in every category: what it is follows from the category
 * (`subCategoryWords`).
 */
export const subCategories: Readonly<Record<string, Text>> = {
  ...Object.fromEntries(
    Object.values<Category>(materiel)
      .flatMap(category => Object.entries(category.subCategories))
      .reverse(),
  ),
  OTHER: { en: 'Other of its category', fr: 'Autre de sa catégorie' },
};

/** What an item is: a sub-category has its words in its category; undefined where it is not of it. */
export function subCategoryWords(category: string, subCategory: string): SubCategory | undefined {
  if (!isCategory(category)) return undefined;
  const subs: Category['subCategories'] = materiel[category].subCategories;
  return Object.hasOwn(subs, subCategory) ? subs[subCategory] : undefined;
}

/** What follows from category and sub-category; undefined where the second is not of the first. */
export function traitsOf(category: string, subCategory: string): MaterielTraits | undefined {
  return subCategoryWords(category, subCategory)?.traits;
}

function isCategory(code: string): code is CategoryCode {
  return Object.hasOwn(materiel, code);
}
