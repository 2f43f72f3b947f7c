import { following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf, type Violation } from '../../violation.js';
import { checkRequest, requestMembers, requestOnRecord } from '../facts/request.js';
import { checkAmnesty, type TracedObject } from '../facts/traced-objects.js';
import { checkDraft } from '../standing.js';
import type { TracingState } from '../state.js';

const body = Exactly({
  ...actMembers,
  ...requestMembers,
  reason: Prose('Why it is stated anew', 'Pourquoi elle est énoncée à nouveau'),
});

/** `tracing.restated`: the request, whole, while it is a draft. The last statement is in force; the earlier ones stay in sight. */
export const tracingRestated = following<TracingState, typeof body>({
  type: 'tracing.restated',
  form: 1,
  source: 'E46, E55, D8',
  title: { en: 'Trace request restated', fr: 'Demande de traçage énoncée à nouveau' },
  body,
  decide: (state, { body }) => [
    ...checkDraft(state),
    ...checkRequest(body),
    ...checkKept(state, body.objects),
  ],
  decideLogWide: (_state, { body: { objects } }, facts) => checkAmnesty(objects, facts),
  evolve(state, { eventId, actor, body }) {
    const statement = { event: eventId, by: actor.officer, reason: body.reason };
    return {
      ...state,
      ...requestOnRecord(body),
      statedAt: { at: body.occurred.at, precision: body.occurred.precision },
      restatements: [...(state.restatements ?? []), statement],
    };
  },
});

/** An object of which something was found keeps its name. */
function checkKept(
  { strands, findings }: TracingState,
  known: readonly TracedObject[],
): readonly Violation[] {
  const told = new Set([
    ...strands.map(({ object }) => object),
    ...findings.flatMap(({ objects }) => objects),
  ]);
  return [...told].flatMap(key =>
    refuseIf(!known.some(item => item.key === key), 'tracing.key-in-use', '/body/objects', { key }),
  );
}
