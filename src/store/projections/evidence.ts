import type { EvidenceState } from '../../custody/evidence/state.js';
import { standingHolds } from '../../custody/hold/on-piece.js';
import { grantedStatuses } from '../../custody/release/outcome.js';
import { searchText } from '../search-text.js';
import { unitsOfOfficers } from './custodian-units.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, upsertRows } from './write-rows.js';

/** Items as they stand, with all that lists filter and scopes ask. */
export const evidenceProjection: Projection = {
  tables: ['evidence'],
  async write(trx, group) {
    const items = changedSubjects<EvidenceState>(group, 'evidence');
    const custodians = items.flatMap(({ state }) => state.custody?.officer ?? []);
    const units = await unitsOfOfficers(trx, custodians);
    await upsertRows(
      trx,
      'evidence',
      ['id'],
      items.map(item => evidenceRow(item, units)),
    );
  },
};

function evidenceRow(
  { id, state, first_index, last_index }: ChangedSubject<EvidenceState>,
  units: ReadonlyMap<string, string | null>,
): Row<'evidence'> {
  return {
    id,
    import: state.imported?.import ?? null,
    number: state.number,
    incident: state.incident,
    scene: state.scene,
    parent: state.parent,
    root: state.root,
    found_in: state.foundIn,
    ...materielOf(state),
    registered_by: state.registeredBy,
    collected_by: state.collectedBy,
    physical: state.physical,
    safety: state.safety.status,
    safety_valid_until: state.safety.validUntil,
    weapon_cleared: state.safety.weaponCleared,
    ...custodyOf(state, units),
    due_back: state.checkOut?.dueBack ?? null,
    package: state.seal?.package ?? null,
    seal_number: state.seal?.number ?? null,
    seal_state: state.seal?.status ?? null,
    classification: state.classification.level,
    transfer: state.transit?.transfer ?? null,
    transfer_stage: state.transit?.stage ?? null,
    recipient_units: recipientUnits(state),
    held: standingHolds(state).length > 0,
    discrepancy_open: Object.values(state.discrepancies).some(({ open }) => open),
    search_text: searchTextOf(state),
    first_index,
    last_index,
    last_occurred: state.lastOccurred.at,
    last_precision: state.lastOccurred.precision,
  };
}

function materielOf(state: EvidenceState) {
  return {
    category: state.category,
    sub_category: state.subCategory,
    calibre: state.calibre,
    serial: state.serial,
    description_en: state.description.en,
    description_fr: state.description.fr,
    quantity_amount: state.quantity.amount,
    quantity_unit: state.quantity.unit,
    found_as: state.foundAs,
    recovering_party: state.recoveringParty,
  };
}

function custodyOf({ custody }: EvidenceState, units: ReadonlyMap<string, string | null>) {
  return {
    custodian: custody?.officer ?? null,
    custodian_role: custody?.role ?? null,
    custodian_unit: custody === null ? null : (units.get(custody.officer) ?? null),
    custody_since: custody?.since ?? null,
    site: custody?.site ?? null,
    store: custody?.location?.store ?? null,
    shelf: custody?.location?.shelf ?? null,
  };
}

/** Who may know of the item as its recipient: by a decision in favour, or because he has it. */
function recipientUnits({ legal, handover }: EvidenceState): readonly string[] {
  const granted = Object.values(legal)
    .filter(({ status }) => grantedStatuses.includes(status))
    .map(({ recipientUnit }) => recipientUnit);
  return [...new Set(handover === null ? granted : [...granted, handover.unit])].sort();
}

/** States hold committed bodies only, so no withheld claim can be found by searching. */
function searchTextOf(state: EvidenceState): string {
  const { number, description, serial, calibre, marks, seal } = state;
  return searchText([
    number,
    description.en,
    description.fr,
    serial,
    calibre,
    seal?.number ?? null,
    ...marks.map(({ text }) => text),
  ]);
}
