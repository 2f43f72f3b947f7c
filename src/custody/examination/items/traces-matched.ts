import { groupBody, groupId } from '../../common/group-body.js';
import type { EvidenceState } from '../../evidence/state.js';
import { following } from '../../rule.js';
import { Code, Exactly, Line, List } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { IdOf } from '../../schema/identifiers.js';
import { refuse, refuseIf } from '../../violation.js';
import { matchedKinds } from '../../vocabulary/laboratory.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { tracesMatchedBody } from '../events/traces-matched.js';
import { idsOf } from '../state.js';

const body = Exactly({
  ...itemMembers,
  kind: Code(codesOf(matchedKinds), 'What was compared', 'Ce qui a été comparé'),
  reference: Line(
    "The laboratory's reference of the trace, or the mark as read",
    'Référence de la trace au laboratoire, ou marquage tel que lu',
    500,
  ),
  with: List(IdOf('evidence', 'Item', 'Pièce'), 'The other items', 'Les autres pièces', { min: 1, max: 499 }),
});

/** `evidence.traces-matched` (V7): what of this item was compared, and with which other items. */
export const evidenceTracesMatched = following<EvidenceState, typeof body>({
  type: 'evidence.traces-matched',
  form: 1,
  source: 'V7',
  title: { en: 'Compared with another case', fr: "Rapprochée d'une autre affaire" },
  body,
  decide(state, act, circumstances) {
    const { kind, reference } = act.body;
    const { number } = state;
    const others = idsOf(groupBody(tracesMatchedBody, circumstances).items).filter(id => id !== act.id);
    const known = kind === 'MARK' ? marksOf(state) : tracesOf(state);
    return [
      ...(known.includes(reference)
        ? []
        : [refuse('examination.trace-unknown', '/body/reference', { number, trace: reference })]),
      ...refuseIf(
        [...others].sort().join() !== [...act.body.with].sort().join(),
        'examination.match-differs',
        '/body/with',
        { number },
      ),
    ];
  },
  evolve(state, act, circumstances) {
    const { result } = groupBody(tracesMatchedBody, circumstances);
    const match = {
      event: act.eventId,
      examination: groupId(circumstances),
      reference: act.body.reference,
      with: act.body.with,
      result,
    };
    return { ...state, traceMatches: [...(state.traceMatches ?? []), match] };
  },
});

function resultsOf({ examinations = {} }: EvidenceState) {
  return Object.values(examinations).flatMap(({ results }) => results);
}

/** As collectors and as laboratories read them. */
function marksOf(state: EvidenceState): readonly string[] {
  return [...state.marks, ...resultsOf(state).flatMap(({ marks }) => marks)].map(({ text }) => text);
}

function tracesOf(state: EvidenceState): readonly string[] {
  return resultsOf(state).flatMap(({ traces }) => traces.map(({ reference }) => reference));
}
