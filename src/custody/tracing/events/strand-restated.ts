import { following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import { checkStrand, isSame, replaced, strandMembers, strandOnRecord } from '../facts/strand.js';
import { checkOpen } from '../standing.js';
import type { TracingState } from '../state.js';

const body = Exactly({
  ...actMembers,
  ...strandMembers,
  reason: Prose('Why it is stated anew', 'Pourquoi il est énoncé à nouveau'),
});

/** `tracing.strand-restated`: a strand, whole, where it was entered wrong or more is known. The last statement is in force. */
export const tracingStrandRestated = following<TracingState, typeof body>({
  type: 'tracing.strand-restated',
  form: 1,
  source: 'E47, E55, F-07',
  title: { en: 'Chain of transfers restated', fr: 'Chaîne de transferts énoncée à nouveau' },
  body,
  decide: (state, { body }) => [
    ...checkOpen(state),
    ...refuseIf(!state.strands.some(one => isSame(one, body)), 'tracing.strand-unknown', '/body/strand', {
      strand: body.strand,
      object: body.object,
    }),
    ...checkStrand(body),
  ],
  evolve: (state, { eventId, body }) => ({
    ...state,
    strands: replaced(state.strands, strandOnRecord(body, eventId)),
  }),
});
