import type { EvidenceState } from '../../custody/evidence/state.js';
import { comparablesOf } from '../../custody/examination/comparable.js';
import { sha256 } from '../../log/index.js';
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
  return comparablesOf(state).map(({ key, traceKind, ...found }, position) => ({
    item: id,
    position,
    incident: state.incident,
    ...found,
    // A row of an index takes 2704 bytes; a key has no such limit.
    key: Buffer.from(sha256(Buffer.from(key))).toString('hex'),
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
