import { sql } from 'kysely';
import { parseEvidenceNumber } from '../../../custody/evidence/number.js';
import { physicalStates, safetyStates } from '../../../custody/evidence/state.js';
import { Code, Flag, Line } from '../../../custody/schema/described.js';
import { calibreCode, normaliseCalibre } from '../../../custody/vocabulary/calibre.js';
import { searchPattern } from '../../search-text.js';
import { disputedColumn } from '../disputed/disputed-column.js';
import {
  codeFilter,
  filterBy,
  MaybeMoment,
  MaybeShown,
  MaybeUuid,
  Moment,
  recordFilterBy,
  Shown,
  textFilter,
  Uuid,
  uuidFilter,
} from '../fields.js';
import { column, type Filter, type ResourceDefinition } from '../resource.js';
import { heldColumn, heldFilter } from './held.js';

/** As the number is read aloud: case, dashes and look-alikes do not count, the check character does (RQ-01). */
const numberFilter: Filter = {
  schema: Line(
    'Printed number as read: case, dashes, and O for 0 or I and L for 1 do not count',
    'Numéro imprimé tel que lu : casse, tirets, O pour 0, I et L pour 1 sont indifférents',
    60,
  ),
  fault: value =>
    parseEvidenceNumber(value) === null
      ? {
          en: 'not a number of this register: 12 characters and a check character that fits; read it again',
          fr: 'pas un numéro de ce registre : 12 caractères et un caractère de contrôle concordant ; à relire',
        }
      : null,
  where: value => sql<boolean>`evidence.number = ${parseEvidenceNumber(value)}`,
};

/** As an officer writes it: `7,62 x 39 mm` finds what is filed under `7.62x39`. */
const calibreFilter = filterBy(
  Line('Calibre, as an officer writes it', 'Calibre, tel qu’un officier l’écrit', 60),
  value => {
    const code = calibreCode(value);
    return sql<boolean>`evidence.calibre = ${code === 'OTHER' ? normaliseCalibre(value) : code}`;
  },
);

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'evidence', name);

/** Items: what each is, where it stands, who answers for it. Filters as section 4 of the interface asks. */
export const evidenceResource: ResourceDefinition = {
  resource: 'evidence',
  path: 'evidence',
  kind: 'evidence',
  title: { en: 'Evidence items', fr: 'Pièces' },
  columns: {
    number: of(
      Shown('Printed number with its check character', 'Numéro imprimé avec son caractère de contrôle'),
      'number',
    ),
    incident: of(Uuid('Incident', 'Incident'), 'incident'),
    scene: of(MaybeUuid('Scene', 'Scène'), 'scene'),
    parent: of(MaybeUuid('Item it was split or derived from', 'Pièce dont elle est issue'), 'parent'),
    root: of(Uuid('First item of the line', 'Première pièce de la lignée'), 'root'),
    foundIn: of(MaybeUuid('Item it was found in', 'Pièce dans laquelle elle a été trouvée'), 'found_in'),
    category: of(Shown('Category', 'Catégorie'), 'category'),
    subCategory: of(Shown('Sub-category', 'Sous-catégorie'), 'sub_category'),
    calibre: of(MaybeShown('Calibre', 'Calibre'), 'calibre'),
    descriptionEn: of(Shown('Description in English', 'Description en anglais'), 'description_en'),
    descriptionFr: of(Shown('Description in French', 'Description en français'), 'description_fr'),
    quantity: of(
      MaybeShown('Quantity; null: not stated', 'Quantité ; null : non indiquée'),
      'quantity_amount',
    ),
    unit: of(Shown('Unit of quantity', 'Unité de quantité'), 'quantity_unit'),
    physical: of(Code(physicalStates, 'Physical state', 'État physique'), 'physical'),
    safety: of(Code(safetyStates, 'Safety state', 'État de sécurité'), 'safety'),
    custodian: of(MaybeUuid('Custodian', 'Gardien'), 'custodian'),
    custodianRole: of(MaybeShown('Role of the custodian', 'Rôle du gardien'), 'custodian_role'),
    custodySince: of(MaybeMoment('In this custody since', 'Sous cette garde depuis'), 'custody_since'),
    site: of(MaybeUuid('Site', 'Site'), 'site'),
    store: of(MaybeShown('Store', 'Magasin'), 'store'),
    shelf: of(MaybeShown('Shelf', 'Étagère'), 'shelf'),
    dueBack: of(MaybeMoment('Checked out until', 'Sorti jusqu’au'), 'due_back'),
    package: of(MaybeUuid('Package', 'Conditionnement'), 'package'),
    sealNumber: of(MaybeShown('Seal', 'Scellé'), 'seal_number'),
    sealState: of(MaybeShown('State of the seal', 'État du scellé'), 'seal_state'),
    classification: of(Shown('Classification', 'Classification'), 'classification'),
    transfer: of(MaybeUuid('Transfer it is in', 'Transfert en cours'), 'transfer'),
    held: heldColumn('evidence'),
    disputed: disputedColumn,
    discrepancyOpen: of(Flag('Is a discrepancy open?', 'Un écart est-il ouvert ?'), 'discrepancy_open'),
    lastOccurred: of(Moment('When the last act took place', 'Moment du dernier acte'), 'last_occurred'),
  },
  filters: {
    number: numberFilter,
    incident: uuidFilter('evidence.incident', 'Incident', 'Incident'),
    scene: uuidFilter('evidence.scene', 'Scene', 'Scène'),
    state: codeFilter('evidence.physical', physicalStates, 'Physical state', 'État physique'),
    custodian: uuidFilter('evidence.custodian', 'Custodian', 'Gardien'),
    site: uuidFilter('evidence.site', 'Site', 'Site'),
    held: heldFilter('evidence'),
    category: textFilter('evidence.category', 'Category', 'Catégorie'),
    calibre: calibreFilter,
    seal: textFilter('evidence.seal_number', 'Seal on it now', 'Scellé actuel'),
    package: uuidFilter('evidence.package', 'Package it is in', 'Conditionnement'),
    parent: uuidFilter('evidence.parent', 'Item it comes from', 'Pièce dont elle est issue'),
    text: recordFilterBy(
      Line(
        'Part of the number, a description, mark, serial, calibre or seal; case and accents do not count',
        'Partie du numéro, d’une description, d’une marque, du calibre ou du scellé, sans casse ni accents',
        200,
      ),
      value => sql<boolean>`evidence.search_text like ${searchPattern(value)}`,
    ),
  },
};
