import type { Text } from '../../../custody/text.js';
import { sealForms, sealTypes } from '../../../custody/vocabulary/seals.js';
import { emptyTable, fields, signatures } from './form-blocks.js';

const choose = (words: Readonly<Record<string, { readonly fr: string; readonly en: string }>>) => ({
  fr: Object.values(words)
    .map(({ fr }) => `[  ] ${fr}`)
    .join('   '),
  en: Object.values(words)
    .map(({ en }) => en)
    .join(' / '),
});

/** D3. */
export const sealSheet = {
  title: { fr: 'Fiche de scellé', en: 'Seal sheet' },
  blocks: [
    fields(
      { fr: 'Numéro du scellé (préimprimé)', en: 'Seal number (pre-printed)' },
      { fr: "Affaire et numéro de l'objet", en: 'Case and exhibit number' },
      { fr: "Désignation de l'objet", en: 'Description of the exhibit' },
      { fr: 'Conditionnement n° et liste du contenu', en: 'Package no. and content list' },
      { fr: 'Apposé le (date, heure, lieu)', en: 'Applied (date, hour, place)' },
      { fr: 'Photographie n° ; paraphes sur le scellé', en: 'Photograph no.; initials across the seal' },
      { fr: 'Remplace le scellé n°', en: 'Supersedes seal no.' },
    ),
    { kind: 'paragraph', text: choose(sealTypes) },
    { kind: 'paragraph', text: choose(sealForms) },
    signatures({ fr: 'Apposé par', en: 'Applied by' }, { fr: 'Témoin', en: 'Witness' }),
    { kind: 'heading', level: 2, text: { fr: 'Contrôles et ouvertures', en: 'Checks and openings' } },
    emptyTable(
      6,
      [{ fr: 'N°', en: 'No.' }, 1],
      [{ fr: 'Date, heure, lieu', en: 'Date, hour, place' }, 4],
      [{ fr: 'État constaté', en: 'State found' }, 4],
      [{ fr: "Ouvert par, sur l'autorité de, motif", en: 'Opened by, authority, reason' }, 6],
      [{ fr: 'Contrôlé par (qualité, signature)', en: 'Checked by (capacity, signature)' }, 5],
    ),
  ],
} as const;

const carried: readonly (readonly [Text, number])[] = [
  [{ fr: 'N°', en: 'No.' }, 1],
  [{ fr: "N° de l'objet", en: 'Exhibit no.' }, 4],
  [{ fr: 'Désignation et quantité', en: 'Description and quantity' }, 6],
  [{ fr: 'Conditionnement, scellé n°', en: 'Package, seal no.' }, 4],
  [{ fr: 'Danger', en: 'Hazard' }, 2],
  [
    {
      fr: 'À la réception : compte, scellé, état, réserve',
      en: 'At receipt: count, seal, condition, reserve',
    },
    5,
  ],
];

/** D4. */
export const transferManifest = {
  title: { fr: 'Bordereau de transfert', en: 'Transfer manifest' },
  blocks: [
    fields(
      { fr: 'Bordereau n° ; trajet … sur …', en: 'Manifest no.; leg … of …' },
      { fr: 'De (dépôt ou personne, en qualité de)', en: 'From (store or person, in the capacity of)' },
      { fr: 'À (dépôt ou personne, en qualité de)', en: 'To (store or person, in the capacity of)' },
      {
        fr: 'Motif : dépôt, laboratoire, justice, contrôle, fermeture',
        en: 'Purpose: storage, laboratory, court, inspection, closure',
      },
      {
        fr: 'Moyen (route, air, à la main) et référence ; déclaration de marchandises dangereuses',
        en: 'Means (road, air, by hand) and reference; dangerous-goods declaration',
      },
      {
        fr: 'Conteneur n° et scellé ; certificats NEDEX ou arme vide',
        en: 'Container no. and seal; EOD or weapon-clear certificates',
      },
      {
        fr: 'Départ prévu / effectif ; arrivée prévue / effective',
        en: 'Departure planned / actual; arrival planned / actual',
      },
    ),
    emptyTable([1, 16], ...carried),
    // Who signs has the last of what he signs for, and the reserves, on the same sheet.
    { kind: 'page' },
    emptyTable([17, 21], ...carried),
    {
      kind: 'ruled',
      label: {
        fr: 'Réserves, écarts et numéros des anomalies :',
        en: 'Reserves, differences and discrepancy numbers:',
      },
      lines: 3,
    },
    signatures(
      { fr: 'Remis par', en: 'Released by' },
      { fr: 'Reçu par', en: 'Received by' },
      { fr: 'Convoyeur (conteneur scellé)', en: 'Courier (sealed container)' },
      { fr: 'Témoin', en: 'Witness' },
    ),
  ],
} as const;
