import { sql, type Transaction } from 'kysely';
import { calibreOf } from '../../custody/evidence/record/interpretation.js';
import { producerKey } from '../../custody/identification/keys.js';
import type { ReferenceEntry } from '../../custody/reference/entry.js';
import { hasEntry, type ReferenceState } from '../../custody/reference/state.js';
import type { PlacedAct } from '../../custody/rule.js';
import type { Database } from '../schema/index.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { insertRows, type Row, upsertRows } from './write-rows.js';

/** Collections, and their entries version by version. */
export const referenceProjection: Projection = {
  tables: ['reference', 'reference_entry'],
  async write(trx, group) {
    const references = changedSubjects<ReferenceState>(group, 'reference');
    await upsertRows(trx, 'reference', ['id'], references.map(referenceRow));
    for (const { act } of group.steps) await writeEntries(trx, act);
  },
};

function referenceRow({
  id,
  state,
  first_index,
  last_index,
}: ChangedSubject<ReferenceState>): Row<'reference'> {
  return {
    id,
    name: state.name,
    describes: state.describes,
    source: state.source,
    opened_by: state.openedBy,
    entries: Object.keys(state.entries).filter(key => hasEntry(state, key)).length,
    first_index,
    last_index,
  };
}

type Keyed = ReferenceEntry & { readonly key: string };

async function writeEntries(trx: Transaction<Database>, act: PlacedAct): Promise<void> {
  const body: unknown = act.body;
  if (act.type === 'reference.entries-added') {
    const { entries } = body as { readonly entries: readonly Keyed[] };
    await insertRows(
      trx,
      'reference_entry',
      entries.map(entry => entryRow(act, entry.key, entry)),
    );
  }
  if (act.type === 'reference.entry-restated') {
    const { key, entry } = body as { readonly key: string; readonly entry: ReferenceEntry };
    await endEntry(trx, act, key);
    await insertRows(trx, 'reference_entry', [entryRow(act, key, entry)]);
  }
  if (act.type === 'reference.entry-withdrawn') await endEntry(trx, act, String(act.body.key));
}

async function endEntry(trx: Transaction<Database>, act: PlacedAct, key: string): Promise<void> {
  await sql`update reference_entry set superseded_index = ${act.index}
    where reference = ${act.id}::uuid and key = ${key} and superseded_index is null`.execute(trx);
}

function entryRow(act: PlacedAct, key: string, entry: ReferenceEntry): Row<'reference_entry'> {
  return {
    reference: act.id,
    key,
    known_index: act.index,
    superseded_index: null,
    event_id: act.eventId,
    stated_by: act.actor.officer,
    kind: entry.kind,
    mark: entry.mark,
    producer: entry.producer,
    producer_key: producerKey(entry.producer),
    country: entry.country,
    year_from: entry.years.from,
    year_to: entry.years.to,
    model: entry.model,
    calibre: calibreOf(entry),
    calibre_written: entry.calibre?.written ?? null,
    source: entry.source,
    confidence: entry.confidence,
  };
}
