import type { DossierItem } from '../../../src/dossier/paper/item.js';
import type { Moment, Section } from '../../../src/dossier/paper/words.js';

export function at(text: string, precision: Moment['precision'] = 'MINUTE'): Moment {
  return { at: `${text}:00Z`, precision };
}

export function none<Entry>(fr: string, en: string): Section<Entry> {
  return { entries: [], whenNone: { fr, en } };
}

export function some<Entry>(...entries: readonly Entry[]): Section<Entry> {
  return { entries, whenNone: { fr: 'Sans objet.', en: 'Not applicable.' } };
}

const event = (seed: number) =>
  `EVT${String(seed).padStart(4, '0')}abcdefghijklmnopqrstuvwxyz0123456789`.slice(0, 43);

const officers = {
  collector: {
    fr: "Collecteur de l'équipe Weapons Intelligence, FORCE WIT 2",
    en: 'Weapons Intelligence collector, FORCE WIT 2',
  },
  sector: {
    fr: 'Gardien des scellés du secteur Nord, camp de Kidal',
    en: 'Sector evidence custodian, Kidal camp',
  },
  courier: { fr: 'Convoyeur, unité de transport aérien', en: 'Courier, air movement unit' },
  headquarters: { fr: 'Gardien des scellés du quartier général', en: 'Headquarters evidence custodian' },
};

/** An exhibit whose every field says something of its own; `photographs` are hashes of originals. */
export function exampleItem(index: number, photographs: readonly string[] = []): DossierItem {
  const number = `PAX-2026-AGU-${String(index).padStart(5, '0')}`;
  return {
    number,
    root: index === 2 ? 'PAX-2026-AGU-00001' : number,
    parent: index === 2 ? 'PAX-2026-AGU-00001' : null,
    category: { fr: 'Arme à feu : fusil d’assaut', en: 'Firearm: assault rifle' },
    description: {
      fr: `Fusil d'assaut de type AK, crosse pliante, n° DEMO-${index}`,
      en: `AK-type assault rifle, folding stock, no. DEMO-${index}`,
    },
    quantity: { fr: '1 (pièce), compté par le gardien', en: '1 (piece), counted by the custodian' },
    foundAs: { fr: 'Trouvé dans une cache', en: 'Found cached' },
    particulars: [
      { label: { fr: 'Numéro de série', en: 'Serial number' }, value: { fr: `DEMO-SN-${1000 + index}` } },
      {
        label: { fr: 'Marquages tels que lus', en: 'Marks as read' },
        value: { fr: 'côté gauche : «71» dans un triangle' },
      },
      { label: { fr: 'État', en: 'Condition' }, value: { fr: 'Canon oxydé', en: 'Barrel oxidised' } },
    ],
    seals: some(
      {
        number: `MS-00${4400 + index}`,
        form: { fr: 'Attache numérotée, scellé fermé', en: 'Numbered tag, closed seal' },
        state: { fr: 'Vérifié, intact', en: 'Checked, intact' },
        doubtful: false,
        inPlace: true,
      },
      ...(index % 7 === 1
        ? [
            {
              number: `MS-00${8800 + index}`,
              form: {
                fr: 'Sachet à fermeture inviolable, scellé fermé',
                en: 'Tamper-evident bag, closed seal',
              },
              state: { fr: 'Altéré, altération inexpliquée', en: 'Damaged, not explained' },
              doubtful: true,
              inPlace: true,
            },
          ]
        : []),
    ),
    hazard: { fr: 'Arme mise en sécurité', en: 'Weapon cleared (safe)' },
    storage: { fr: 'Armurerie, au sec, munitions à part', en: 'Armoury, dry, ammunition apart' },
    origins: [],
    periods: some(
      {
        kind: 'custody',
        of: null,
        custodian: officers.collector,
        place: { fr: 'Aguelhok, camp', en: 'Aguelhok, camp' },
        from: at('2026-01-20T08:10'),
        until: at('2026-01-20T16:00'),
      },
      {
        kind: 'custody',
        of: null,
        custodian: officers.sector,
        place: { fr: 'Kidal, dépôt, étagère B-2', en: 'Kidal, store, shelf B-2' },
        from: at('2026-01-20T16:00'),
        until: at('2026-02-03T06:30'),
      },
      {
        kind: 'gap',
        of: null,
        custodian: {
          fr: 'Aucun détenteur inscrit pendant 40 minutes',
          en: 'No custodian recorded for 40 minutes',
        },
        place: { fr: 'Kidal, aérodrome', en: 'Kidal, airfield' },
        from: at('2026-02-03T06:30'),
        until: at('2026-02-03T07:10'),
      },
      {
        kind: 'transit',
        of: null,
        custodian: officers.courier,
        place: { fr: 'Vol Kidal – Bamako', en: 'Flight Kidal – Bamako' },
        from: at('2026-02-03T07:10'),
        until: at('2026-02-04T11:45'),
      },
      {
        kind: 'custody',
        of: null,
        custodian: officers.headquarters,
        place: { fr: 'Bamako, dépôt des scellés, rayonnage 4', en: 'Bamako, evidence store, rack 4' },
        from: at('2026-02-04T11:45'),
        until: null,
      },
    ),
    acts: some(
      {
        occurred: at('2026-01-20T08:10'),
        entered: at('2026-01-20T09:02'),
        leaf: 40 + index,
        what: { fr: 'Collecté et mis sous scellés', en: 'Collected and sealed' },
        by: officers.collector,
        seals: { fr: `MS-00${4400 + index} apposé` },
        marks: [],
        event: event(index * 10 + 1),
      },
      {
        occurred: at('2026-01-20T16:00'),
        entered: at('2026-01-20T16:20'),
        leaf: 80 + index,
        what: { fr: 'Reçu au dépôt du secteur', en: 'Received at the sector store' },
        by: officers.sector,
        seals: { fr: 'vérifié, intact' },
        marks: [],
        event: event(index * 10 + 2),
      },
      {
        occurred: at('2026-02-03T06:30'),
        entered: at('2026-02-05T10:00'),
        leaf: 120 + index,
        what: { fr: 'Remis au convoyeur', en: 'Handed to the courier' },
        by: officers.courier,
        seals: null,
        marks: [{ fr: 'Inscription tardive : liaison coupée', en: 'Late entry: link down' }],
        event: event(index * 10 + 3),
      },
      {
        occurred: at('2026-02-04T11:45'),
        entered: at('2026-02-04T12:00'),
        leaf: 160 + index,
        what: { fr: 'Reçu au dépôt du quartier général', en: 'Received at the headquarters store' },
        by: officers.headquarters,
        seals: { fr: 'vérifié, intact' },
        marks: [],
        event: event(index * 10 + 4),
      },
    ),
    photographs:
      photographs.length === 0
        ? none(
            'Aucune photographie de cet objet ne fait partie de la décision.',
            'No photograph of this exhibit is part of the decision.',
          )
        : {
            entries: photographs.map((sha256, n) => ({
              piece: 10 + n,
              caption: { fr: `Vue d'ensemble n° ${n + 1} de ${number}`, en: `General view no. ${n + 1}` },
              taken: at('2026-01-20T08:05'),
              takenBy: officers.collector,
              sha256,
              attached: null,
              file: `data/file/${sha256}`,
              absent: null,
            })),
            whenNone: { fr: '', en: '' },
          },
    certificates: {
      ...(index % 2 === 1
        ? some({
            title: { fr: "Certificat d'absence d'explosif", en: 'Certificate free from explosives' },
            number: `EOD-2026-${index}`,
            issued: at('2026-01-20T07:50'),
            validUntil: null,
            by: {
              name: null,
              grade: null,
              capacity: { fr: "Chef d'équipe NEDEX", en: 'EOD team leader' },
              unit: { fr: 'Compagnie NEDEX 1', en: 'EOD company 1' },
            },
            takenFrom: null,
            countersigned: [],
            finding: [{ fr: 'Aucune charge, arme vide', en: 'No charge, weapon empty' }],
            sha256: 'c'.repeat(64),
          })
        : none(
            "Aucun certificat n'est requis pour cet objet.",
            'No certificate is required for this exhibit.',
          )),
      elsewhere: null,
    },
  };
}
