import { following } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import { checkStrand, strandMembers, strandOnRecord, withLinks } from '../facts/strand.js';
import { checkObjects, checkOpen } from '../standing.js';
import type { TracingState } from '../state.js';

const body = Exactly({ ...actMembers, ...strandMembers });

/**
 * `tracing.link-recorded` (E47, F-07): further links of a strand of one object, each with its source and its doubts, and
 * where it stops. Several strands of one object stand side by side; none is chosen.
 */
export const tracingLinkRecorded = following<TracingState, typeof body>({
  type: 'tracing.link-recorded',
  form: 1,
  source: 'E47, F-07; domain.md (g), G2-01',
  title: {
    en: 'Links of a chain of transfers recorded',
    fr: "Maillons d'une chaîne de transferts consignés",
  },
  body,
  decide: (state, { body }) => [
    ...checkOpen(state),
    ...checkObjects(state, [body.object], () => '/body/object'),
    ...checkStrand(body),
  ],
  evolve: (state, { eventId, body }) => ({
    ...state,
    strands: withLinks(state.strands, strandOnRecord(body, eventId)),
  }),
});
