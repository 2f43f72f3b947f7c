import type { EvidenceState } from '../../custody/evidence/state.js';
import { comparablesOf } from '../../custody/examination/comparable.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, replaceRows } from './write-rows.js';

/** Traces and marks of items: states hold committed bodies only, so no withheld finding can be among them. */
export const traceProjection: Projection = {
  tables: ['item_trace', 'trace_comparison'],
  async write(trx, group) {
    const items = changedSubjects<EvidenceState>(group, 'evidence');
    const ids = items.map(({ id }) => id);
    await replaceRows(trx, 'item_trace', 'item', ids, items.flatMap(traceRows));
    await replaceRows(trx, 'trace_comparison', 'item', ids, items.flatMap(comparisonRows));
  },
};

function traceRows({ id, state }: ChangedSubject<EvidenceState>): Row<'item_trace'>[] {
  return comparablesOf(state).map(({ traceKind, ...found }, position) => ({
    item: id,
    position,
    incident: state.incident,
    ...found,
    trace_kind: traceKind,
  }));
}

function comparisonRows({ id, state }: ChangedSubject<EvidenceState>): Row<'trace_comparison'>[] {
  const stated = state.traceMatches ?? [];
  return stated.map(({ reference, with: others, result, examination, event }, position) => ({
    item: id,
    position,
    reference,
    others,
    result,
    examination,
    event,
  }));
}
