import { memberOf, textOf } from '../../audit/report/report-event.js';
import { evidenceNumber } from '../../custody/evidence/number.js';
import type { EvidenceState, SealOnItem } from '../../custody/evidence/state.js';
import type { Text } from '../../custody/text.js';
import { type CalibreCode, calibres } from '../../custody/vocabulary/calibre.js';
import { hazardClasses } from '../../custody/vocabulary/hazard.js';
import { examTypes, resultClasses } from '../../custody/vocabulary/laboratory.js';
import { materiel, subCategories } from '../../custody/vocabulary/materiel.js';
import { tellQuantity } from '../../custody/vocabulary/quantity.js';
import { foundAs } from '../../custody/vocabulary/recovery.js';
import { damagedStatuses, sealForms, sealStatusLabels, sealTypes } from '../../custody/vocabulary/seals.js';
import { safetyStateWords } from '../../custody/vocabulary/states.js';
import { inWords } from '../../custody/vocabulary/told.js';
import type { DossierItem, SealOnPaper } from '../paper/item.js';
import { colon, joined, same, semicolon } from '../paper/print/told.js';
import type { Bilingual, Row } from '../paper/words.js';
import { certificatesOf } from './certificates.js';
import type { CustodyOfItem } from './custodies.js';
import type { DossierReading } from './dossier-reading.js';
import { actsOf } from './item-acts.js';
import { type ItemHistory, readAll } from './item-history.js';
import { photographsOf } from './item-papers.js';
import { periodsSinceOrigin } from './item-periods.js';
import { type Origins, toldOrigin } from './origins.js';
import { asWritten, type People } from './people.js';
import type { ItemPiece } from './read-pieces.js';

/** What is known of the other pieces, where an item came of one of them. */
interface Surroundings {
  /** By subject. */
  readonly custodies: ReadonlyMap<string, CustodyOfItem>;
  readonly origins: Origins;
}

/** An exhibit as the table, its custody page and its album tell it (D2, D7). */
export async function readItem(
  reading: DossierReading,
  piece: ItemPiece,
  { custodies, origins: allOrigins }: Surroundings,
  people: People,
): Promise<DossierItem> {
  const { state, history, subject } = piece;
  const { number, root, parent, category, subCategory, description, quantity, seal, formerSeals } = state;
  const origins = allOrigins.get(subject) ?? [];
  const custody = custodies.get(subject) ?? { periods: [], gaps: [] };
  const periods = periodsSinceOrigin(custody, origins, custodies, people);
  const photographs = photographsOf(history, reading, people);
  const all = [...(seal === null ? [] : [seal]), ...formerSeals];
  const seals = await Promise.all(
    all.map(async one => ({ ...(await sealOnPaper(one, reading)), inPlace: one === seal })),
  );
  return {
    number,
    root: `evidence/${root}` === subject ? null : evidenceNumber(root),
    parent: parent === null ? null : evidenceNumber(parent),
    category: categoryOf(category, subCategory),
    description: described(description),
    quantity: tellQuantity(quantity),
    foundAs: inWords(foundAs)(state.foundAs),
    particulars: particularsOf(state, history, reading.request.pieces),
    seals: { entries: seals, whenNone: unsealed },
    hazard: hazardOf(state),
    storage: storageOf(state),
    origins: origins.map(origin => toldOrigin(origin, people)),
    periods: { entries: periods, whenNone: neverHeld },
    acts: { entries: actsOf(history, people, reading.request.release), whenNone: neverHeld },
    photographs: { entries: photographs, whenNone: withoutPhotograph(history) },
    certificates: certificatesOf(piece, origins, people),
  };
}

const unsealed: Bilingual = {
  fr: "Aucun scellé n'a été apposé sur cet objet ; le motif figure dans l'historique.",
  en: 'No seal was put on this object; its history says why.',
};
const neverHeld: Bilingual = {
  fr: "Cet objet n'a jamais été sous la garde de la Mission.",
  en: 'This object never was in the custody of the Mission.',
};

function withoutPhotograph({ acts }: ItemHistory): Bilingual {
  const why = acts.map(({ event }) => textOf(event.body.withoutPhotograph)).find(text => text !== '');
  return {
    fr: why === undefined ? "Aucune photographie n'est inscrite." : `Aucune photographie : ${why}`,
    en: why === undefined ? 'No photograph is on record.' : `No photograph: ${why}`,
  };
}

/** Some objects are described in one language alone: French is then what was written. */
function described({ fr, en }: Text): Bilingual {
  return fr === en ? { fr } : { fr, en };
}

function categoryOf(category: string, subCategory: string): Text {
  const outer: Text = Object.hasOwn(materiel, category)
    ? materiel[category as keyof typeof materiel]
    : { en: category, fr: category };
  const inner = Object.hasOwn(subCategories, subCategory) ? subCategories[subCategory] : undefined;
  const { en, fr } = inner ?? { en: subCategory, fr: subCategory };
  return { en: `${outer.en}: ${en}`, fr: `${outer.fr} : ${fr}` };
}

function particularsOf(
  state: EvidenceState,
  { acts }: ItemHistory,
  pieces: readonly string[],
): readonly Row[] {
  const { marks, serial, calibre } = state;
  const conditions = acts.map(({ event }) => textOf(event.body.condition)).filter(text => text !== '');
  const unmarked = acts.map(({ event }) => textOf(event.body.unmarked)).find(text => text !== '');
  const told = marks.map(({ text, place }) => `${place} : «\u00a0${text}\u00a0»`).join(' ; ');
  const rows: readonly (readonly [Text, Bilingual | string | null | undefined])[] = [
    [{ fr: 'Numéro de série', en: 'Serial number' }, serial],
    [{ fr: 'Calibre', en: 'Calibre' }, calibre === null ? null : wordsOfCalibre(calibre)],
    [{ fr: 'Marquages tels que lus', en: 'Marks as read' }, told === '' ? unmarked : told],
    [{ fr: 'État', en: 'Condition' }, conditions.at(-1)],
    ...resultsOf(state, pieces),
  ];
  return rows.flatMap(([label, value]) =>
    value === null || value === undefined || value === ''
      ? []
      : [{ label, value: typeof value === 'string' ? asWritten(value) : value }],
  );
}

/** What was written where no code fits stands as it was. */
function wordsOfCalibre(calibre: string): Bilingual {
  return Object.hasOwn(calibres, calibre) ? calibres[calibre as CalibreCode] : asWritten(calibre);
}

/**
 * What laboratories found, version by version, where their report is a piece of the dossier (GATE-6, RQ-54); of another
 * examination only that it was made. Leads are told by nobody here: what follows from a hit is never more than a lead.
 */
function resultsOf(
  { examinations = {} }: EvidenceState,
  pieces: readonly string[],
): readonly (readonly [Text, Bilingual])[] {
  return Object.entries(examinations).flatMap(([id, { number, results }]) => {
    const title = { fr: `Examen ${number}`, en: `Examination ${number}` };
    if (!pieces.includes(`examination/${id}`)) return results.length === 0 ? [] : [[title, notReleased]];
    return results.map(({ report, version, exams, at }): readonly [Text, Bilingual] => {
      const found = exams.map(({ type, result }) =>
        joined([inWords(examTypes)(type), inWords(resultClasses)(result)], colon),
      );
      const head = same(`${report}, version ${version}, ${at.slice(0, 10)}`);
      return [title, joined([head, joined(found, semicolon)])];
    });
  });
}

const notReleased: Bilingual = {
  fr: "Le rapport du laboratoire n'est pas une pièce de ce dossier.",
  en: 'The report of the laboratory is no piece of this dossier.',
};

async function sealOnPaper(
  seal: SealOnItem,
  { snapshot }: DossierReading,
): Promise<Omit<SealOnPaper, 'inPlace'>> {
  const places = await snapshot.placesOf([`package/${seal.package}`]);
  const { number, status } = seal;
  const state = inWords(sealStatusLabels)(status);
  const doubtful = (damagedStatuses as readonly string[]).includes(status);
  return {
    number,
    form: await formOf(
      number,
      snapshot,
      places.map(({ index }) => index),
    ),
    state,
    doubtful,
  };
}

/** Type and French form, as the package was sealed with it (D3). */
async function formOf(
  number: string,
  snapshot: DossierReading['snapshot'],
  indexes: readonly number[],
): Promise<Bilingual> {
  for (const { event } of await readAll(snapshot, indexes)) {
    const seal = memberOf(event.body, 'seal');
    if (textOf(seal.number) !== number) continue;
    const type = textOf(memberOf(seal, 'type').code) || textOf(seal.type);
    const form = textOf(memberOf(seal, 'form').code) || textOf(seal.form);
    const [ofType, ofForm] = [inWords(sealTypes)(type), inWords(sealForms)(form)];
    return { fr: `${ofType.fr} – ${ofForm.fr}`, en: `${ofType.en} – ${ofForm.en}` };
  }
  return { fr: 'non précisée', en: 'not stated' };
}

function hazardOf({ safety, hazardClass }: EvidenceState): Text {
  const state = inWords(safetyStateWords)(safety.status);
  const kind = hazardClass === null ? { fr: '', en: '' } : hazardClasses[hazardClass];
  const division =
    safety.hazardDivision === null ? '' : ` ${safety.hazardDivision}${safety.compatibilityGroup ?? ''}`;
  return {
    fr: [kind.fr, state.fr].filter(text => text !== '').join(' – ') + division,
    en: [kind.en, state.en].filter(text => text !== '').join(' – ') + division,
  };
}

/** Advice by class: the words of the procedure's stores, never a finding about this object. */
function storageOf({ hazardClass, firearm }: EvidenceState): Text {
  if (hazardClass === 'EXPLOSIVE') return storage.explosive;
  if (hazardClass === 'AMMUNITION') return storage.ammunition;
  if (firearm || hazardClass === 'FIREARM') return storage.firearm;
  return hazardClass === null ? storage.general : storage.dangerous;
}

export const storage = {
  firearm: {
    fr: 'Armurerie, chambre vide, munitions dans un autre local',
    en: 'Armoury, chamber empty, ammunition in another room',
  },
  ammunition: {
    fr: 'Soute à munitions, séparée des armes, au sec',
    en: 'Ammunition store, apart from arms, dry',
  },
  explosive: {
    fr: 'Dépôt d’explosifs agréé ; manipulation par un artificier seulement',
    en: 'Approved explosives magazine; to be handled by EOD only',
  },
  dangerous: { fr: 'Local réservé à cette classe de danger', en: 'Room kept for this class of hazard' },
  general: { fr: 'Dépôt fermé à clé, au sec', en: 'Locked store, dry' },
} as const satisfies Readonly<Record<string, Text>>;
