import Type, { type TProperties } from 'typebox';
import type { Tally } from '../../analysis/materiel/spread.js';
import type { MaterielVersion } from '../../analysis/materiel/version.js';
import { evidenceNumber } from '../../custody/evidence/number.js';
import { Flag, Nullable, words } from '../../custody/schema/described.js';
import { Instant } from '../../custody/schema/occurrence.js';
import { formatTime } from '../../log/index.js';
import { MaybeMoment, MaybeShown, Moment, Shown, Uuid } from '../../store/readers/fields.js';

export const knownAtMember = {
  knownAt: Type.Optional(
    Instant('As the log knew it then; now where it is missing', 'Tel que connu alors ; maintenant si absent'),
  ),
};

const Whole = (en: string, fr: string) => Type.Integer(words(en, fr));

/** Members of every answer about the register: when it was known, by which rules. */
export function Known<P extends TProperties>(members: P) {
  return {
    knownAt: Moment('As known when', 'Connu à quelle date'),
    knownLeaf: Whole('Last leaf known then; -1: none', 'Dernière feuille alors connue ; -1 : aucune'),
    rule: Shown('How it is computed', 'Règle de calcul'),
    ...members,
  };
}

/** One sub-lot of one item, and the signed act that it rests on. */
export const MaterielRecord = Type.Object(
  {
    item: Uuid('Item', 'Pièce'),
    number: Shown('Its number', 'Son numéro'),
    part: Whole('Which sub-lot of it, from 0', 'Sous-lot, à partir de 0'),
    stated: Shown('RECORD, INHERITED, IDENTIFICATION', 'RECORD, INHERITED, IDENTIFICATION'),
    event: Shown('Act that it rests on', 'Acte sur lequel cela se fonde'),
    statedBy: Uuid('Who signed that', 'Signataire'),
    leaf: Whole('Leaf from which on it counts', 'Feuille à partir de laquelle cela compte'),
    incident: Uuid('Incident', 'Incident'),
    caseFile: MaybeShown('Case file', 'Dossier'),
    at: MaybeMoment('When it was found, or when the incident was', 'Date de la découverte ou de l’incident'),
    precision: MaybeShown('How precisely that is known', 'Précision'),
    place: MaybeShown('Place', 'Lieu'),
    category: Shown('Category', 'Catégorie'),
    subCategory: Shown('Sub-category', 'Sous-catégorie'),
    foundAs: Shown('Found as', 'Circonstances de la découverte'),
    recoveringParty: Shown('Recovered by', 'Récupérée par'),
    holding: Shown('In custody or documented only', 'Sous garde ou documentée seulement'),
    physical: Shown('Physical state now', 'État physique actuel'),
    count: Nullable(Whole('Pieces; null: not stated, or not known any more', 'Nombre ; null : non indiqué')),
    balances: Flag(
      'False: pieces were divided off after it was identified',
      'Faux : des pièces en furent séparées après l’identification',
    ),
    calibre: MaybeShown('Calibre', 'Calibre'),
    producer: MaybeShown('Producer', 'Fabricant'),
    model: MaybeShown('Model', 'Modèle'),
    year: Nullable(Whole('Year of production', 'Année de production')),
    country: MaybeShown('Country of production', 'Pays de production'),
    lot: MaybeShown('Lot', 'Lot'),
    serial: MaybeShown('Serial number', 'Numéro de série'),
    secondaryMark: MaybeShown('Secondary ownership mark', 'Marque de propriété secondaire'),
    confidence: MaybeShown('Confidence', 'Degré de confiance'),
    reference: MaybeShown('Reference used', 'Référence utilisée'),
    sample: MaybeShown(
      'Key of the sample; null: a partial key, which is no sample',
      'Clé de l’échantillon ; null : clé partielle, qui n’en est pas un',
    ),
  },
  { title: 'MaterielRecord', ...words('A sub-lot of an item', "Un sous-lot d'une pièce") },
);

export function viewRecord(version: MaterielVersion) {
  const { item, part, stated, event, statedBy, incident, caseFile, at, precision, place } = version;
  const { category, subCategory, foundAs, recoveringParty, holding, physical, count, balances } = version;
  const { calibre, producer, model, year, country, lot, serial, secondaryMark, confidence } = version;
  return {
    item,
    number: evidenceNumber(item),
    ...{ part, stated, event, statedBy, leaf: version.known, incident, caseFile },
    at: at === null ? null : formatTime(at),
    ...{ precision, place, category, subCategory, foundAs, recoveringParty, holding, physical },
    ...{ count, balances, calibre, producer, model, year, country, lot, serial, secondaryMark, confidence },
    reference: version.reference,
    sample: version.sampleKey,
  };
}

export const tallyMembers = {
  records: Whole('Records', 'Relevés'),
  items: Whole('Items', 'Pièces à conviction'),
  incidents: Whole('Incidents', 'Incidents'),
  pieces: Whole('Pieces, as far as their number is known', 'Nombre, pour autant qu’il soit connu'),
  notCounted: Whole('Records without a number of pieces', 'Relevés sans nombre'),
  first: MaybeMoment('First of them', 'Premier'),
  last: MaybeMoment('Last of them', 'Dernier'),
};

export function viewTally({ records, items, incidents, pieces, notCounted, first, last }: Tally) {
  const moment = (at: number | null) => (at === null ? null : formatTime(at));
  return { records, items, incidents, pieces, notCounted, first: moment(first), last: moment(last) };
}
