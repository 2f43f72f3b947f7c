import type { Language, Text } from '../../../custody/text.js';
import { markKinds } from '../../../custody/vocabulary/marks.js';
import { formatTime, type JsonObject } from '../../../log/index.js';
import { loose, type SealedPackage } from '../consignment.js';
import { berBarrels, berDetonators, berNitrate, berSugar, berVehicle } from '../items/ber.js';
import { type RegisteredItem, tellItem } from '../items/demo-item.js';
import type { Play } from '../play.js';
import { pack, type Sealer, sealing } from '../sealing.js';
import type { SealStocks } from '../seals.js';
import type { Setting } from '../setting.js';
import { legTo, offer, receipt } from '../transfers.js';
import { withSubject } from './collection.js';
import { placing } from './headquarters-store.js';
import { certifiedAtBer, foundAtBer, late, sceneOfBer, supervised } from './late-entries.js';
import { suicideVehicle } from './suicide-vehicle.js';

const ber: JsonObject = {
  name: 'Ber',
  administrativeUnits: ['Timbuktu Region'],
  gazetteer: 'DEMO-GAZETTEER',
  gazetteerDate: '2018-01-01',
  today: null,
  position: null,
};

const summary = [
  'Ber camp attack, unexploded SVBIED: about 60 assailants on 13 pick-ups; mounted 14.5 mm heavy machine guns,',
  'general-purpose machine guns, assault rifles, RPGs, 60 mm mortar; 2 suicide vehicles, 1 failed (faulty trigger).',
  'The brief gives no file number. Source: UNIDIR 2023.',
].join(' ');

/** The incident, and what was found, each item under a seal of its own. */
export interface Ber {
  readonly incident: string;
  readonly packages: readonly SealedPackage[];
}

/**
 * Ber, 27 October 2018 (G2-01), older than the register: taken in afterwards as late entries, each with the second
 * signature of a supervisor (RQ-10). Times are known to the day; marks stand apart from what they mean (RQ-11).
 */
export async function playBer(play: Play, setting: Setting, stocks: SealStocks): Promise<Ber> {
  play.narrator.heading({
    en: 'Ber, 27 October 2018: older than the register, entered afterwards',
    fr: 'Ber, 27 octobre 2018 : antérieur au registre, inscrit après coup',
  });
  const incident = await openIncident(play, setting);
  const scene = play.newId('DEMO-SCENE Ber');
  const record = sceneOfBer(play, scene, incident, ber);
  await play.isStopped(
    {
      en: 'What happened in 2018 is entered in 2021 by one person alone.',
      fr: 'Des faits de 2018 sont inscrits en 2021 par une seule personne.',
    },
    'time.late-without-supervisor',
    ...record.slice(0, 1),
  );
  const [, , clearance = ''] = await play.does(
    {
      en: 'Late entry, with the second signature of a supervisor: the scene at Ber, and its clearance by EOD.',
      fr: "Inscription tardive, avec la seconde signature d'un superviseur : les lieux à Ber et l'autorisation NEDEX.",
    },
    ...record.map(supervised),
  );
  const items = await enterItems(play, { incident, scene, clearance });
  await bringToHeadquarters(play, setting, items);
  return { incident, packages: await sealAndPlace(play, setting, stocks, items) };
}

async function openIncident(play: Play, setting: Setting): Promise<string> {
  const incident = play.newId('DEMO-INCIDENT-BER');
  await play.does(
    {
      en: 'The analyst opens the incident; its time is known to the day.',
      fr: "L'analyste ouvre l'incident ; sa date est connue au jour près.",
    },
    {
      subject: `incident/${incident}`,
      type: 'incident.opened',
      by: 'DEMO-JMAC-1/JMAC',
      body: play.form('incident.opened', 'DEMO-HQ', {
        caseFile: 'DEMO-181027 Ber camp attack',
        classifications: [
          { type: { code: 'COMPLEX', text: null }, subTypes: ['SVBIED', 'MORTAR'], definition: null },
        ],
        happened: { at: '2018-10-27T00:00:00Z', precision: 'DAY', zone: 'Africa/Bamako', clockDoubt: null },
        location: ber,
        reportingUnit: setting.mission,
        targets: [{ code: 'UN_CAMP', text: null }],
        devices: [suicideVehicle({ status: null }), suicideVehicle({ status: 'FAILED' })],
        summary,
      }),
    },
  );
  return incident;
}

/** Detonators lay IN the glove compartment of the vehicle, the nitrate IN a barrel: relations, not words. */
async function enterItems(
  play: Play,
  record: { readonly incident: string; readonly scene: string; readonly clearance: string },
): Promise<readonly RegisteredItem[]> {
  const vehicle = withSubject(play, berVehicle);
  const detonators = withSubject(play, berDetonators);
  const barrels = berBarrels.map(item => withSubject(play, item));
  const nitrate = withSubject(play, berNitrate);
  const sugar = withSubject(play, berSugar);
  const barrel = barrels[0]?.id ?? '';
  const items = [vehicle, detonators, ...barrels, nitrate, sugar];
  const foundIn = new Map<RegisteredItem, { readonly item: string; readonly where: Text }>([
    [
      detonators,
      {
        item: vehicle.id,
        where: { en: 'glove compartment of the vehicle', fr: 'boîte à gants du véhicule' },
      },
    ],
    [
      nitrate,
      {
        item: barrel,
        where: {
          en: 'a barrel; which one the brief does not say (DEMO: the red one)',
          fr: 'un fût ; la note ne dit pas lequel (DEMO : le rouge)',
        },
      },
    ],
  ]);
  const relation = (item: RegisteredItem) => {
    const inside = foundIn.get(item);
    return inside === undefined ? null : { item: inside.item, where: inside.where.en };
  };
  await play.does(
    {
      en: 'Late entries: what the team of 2018 found, each item with its marks as read and what they are taken to mean:',
      fr: "Inscriptions tardives : ce que l'équipe de 2018 a trouvé, chaque pièce avec ses marquages tels que lus et leur interprétation :",
      details: items.flatMap(item => tellFound(item, foundIn.get(item)?.where)),
    },
    ...items.flatMap(item => foundAtBer(play, item, record, relation(item))).map(supervised),
  );
  await play.does(
    {
      en: 'Late entries: the EOD certificates. A precursor is of the class of explosives, never harmless.',
      fr: "Inscriptions tardives : les certificats NEDEX. Un précurseur relève de la classe des explosifs, jamais de l'inoffensif.",
    },
    ...certifiedAtBer(play, items).map(supervised),
  );
  return items;
}

/** What is read on the object stands apart from what it is taken to mean (RQ-11). */
function tellFound(item: RegisteredItem, where: Text | undefined): readonly Text[] {
  const { marks = [], unmarked, interpretation } = item;
  const words = (language: Language) => [
    ...marks.map(
      ({ kind, text }) => `${markKinds[kind][language]} ${language === 'fr' ? `« ${text} »` : `"${text}"`}`,
    ),
    ...(unmarked === undefined ? [] : [unmarked[language]]),
  ];
  return [
    tellItem(item),
    ...(where === undefined ? [] : [{ en: `  found in: ${where.en}`, fr: `  trouvé dans : ${where.fr}` }]),
    { en: `  as read: ${words('en').join('; ')}`, fr: `  tel que lu : ${words('fr').join(' ; ')}` },
    ...(interpretation === undefined
      ? []
      : [
          {
            en: `  taken to mean: ${interpretation.reference.en}`,
            fr: `  interprété : ${interpretation.reference.fr}`,
          },
        ]),
  ];
}

async function bringToHeadquarters(
  play: Play,
  { headquarters }: Setting,
  items: readonly RegisteredItem[],
): Promise<void> {
  const packages = [loose(items, 'DEMO: seals of 2018 are not stated in the brief')];
  const leg = legTo(play, 'DEMO-MANIFEST-BER', {
    giver: 'DEMO-WIT-2/WIT',
    receiver: 'DEMO-HQC-1/HQC',
    from: { site: null, description: 'DEMO-SCENE Ber' },
    to: headquarters.place,
  });
  const planned = {
    plannedDeparture: formatTime(Date.UTC(2018, 10, 5)),
    plannedArrival: formatTime(Date.UTC(2018, 10, 6)),
  };
  await play.does(
    {
      en: 'Late entries: brought to headquarters in November 2018 (DEMO), and received item by item.',
      fr: 'Inscriptions tardives : apporté au quartier général en novembre 2018 (DEMO) et reçu pièce par pièce.',
    },
    supervised(offer(play, leg, packages, { ...late(9), ...planned })),
    supervised(
      receipt(play, leg, packages, { countersigned: ['DEMO-WIT-2/WIT as hands-over'], members: late(10) }),
    ),
  );
}

/** Sealed and put on a shelf today: what is done today is no late entry. */
async function sealAndPlace(
  play: Play,
  { headquarters }: Setting,
  stocks: SealStocks,
  items: readonly RegisteredItem[],
): Promise<readonly SealedPackage[]> {
  const sealer: Sealer = {
    by: 'DEMO-HQC-1/HQC',
    witness: 'DEMO-HQC-2/HQC',
    stock: stocks.headquarters,
    place: headquarters.place,
    case: 'DEMO-181027 Ber camp attack',
  };
  const packages = items.map((item, position) =>
    pack(play, `DEMO-H-${String(position + 11).padStart(4, '0')}`, [item]),
  );
  await play.does(
    {
      en: 'Today each item is sealed, DEMO-H-0011 to DEMO-H-0017, and gets its shelf.',
      fr: "Aujourd'hui chaque pièce est scellée, DEMO-H-0011 à DEMO-H-0017, et reçoit son étagère.",
    },
    ...packages.map(packed => sealing(play, sealer, packed, 'NEITHER')),
    ...items.map(item => placing(play, headquarters, item)),
  );
  return packages;
}
