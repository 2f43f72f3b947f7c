import { replyStanding } from '../../custody/tracing/reply-standing.js';
import { dayOf } from '../../custody/tracing/standing.js';
import type { TracingState } from '../../custody/tracing/state.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, upsertRows } from './write-rows.js';

/** Trace requests as they stand. Contacts, answers and names of buyers stand in none of it. */
export const tracingProjection: Projection = {
  tables: ['tracing'],
  async write(trx, group) {
    const tracings = changedSubjects<TracingState>(group, 'tracing');
    await upsertRows(trx, 'tracing', ['id'], tracings.map(tracingRow));
  },
};

function tracingRow({ id, state, first_index, last_index }: ChangedSubject<TracingState>): Row<'tracing'> {
  const { addressee, objects, sent, strands } = state;
  const answer = state.answers.at(-1);
  return {
    id,
    number: state.number,
    status: state.status,
    channel: state.channelText ?? state.channel,
    addressee: addressee.name,
    addressee_kind: addressee.kind,
    country: addressee.country?.name ?? null,
    items: [...new Set(objects.map(({ item }) => item))],
    objects: objects.length,
    drafted_by: state.draftedBy,
    classification: state.classification.level,
    sent_on: sent === null ? null : dayOf(sent.at),
    due_on: state.dueOn,
    reminders: state.reminders.length,
    answer: answer?.answer ?? null,
    answered_on: answer?.dated ?? null,
    reply: replyStanding(state),
    reply_until: state.replyOffered?.until ?? null,
    findings: state.findings.length,
    strands: strands.length,
    stopped: strands.filter(({ stops }) => stops !== null).length,
    outcome: state.closed?.outcome ?? null,
    first_index,
    last_index,
  };
}
