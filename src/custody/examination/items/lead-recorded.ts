import { groupBody, groupId } from '../../common/group-body.js';
import type { EvidenceState } from '../../evidence/state.js';
import { following } from '../../rule.js';
import { Exactly, Line } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { refuse } from '../../violation.js';
import { codeOrText } from '../../vocabulary/coded.js';
import { leadRecordedBody } from '../events/lead-recorded.js';
import { examinationOnItem, withExamination } from '../on-item.js';

const body = Exactly({
  ...itemMembers,
  trace: Line("Trace it rests on, by the laboratory's reference", 'Trace sur laquelle elle repose', 60),
});

/** `evidence.lead-recorded` (V7): rests on a trace that a report of this examination names. */
export const evidenceLeadRecorded = following<EvidenceState, typeof body>({
  type: 'evidence.lead-recorded',
  form: 1,
  source: 'V7',
  title: { en: 'Lead recorded', fr: 'Piste consignée' },
  body,
  decide(state, { body: { trace } }, circumstances) {
    const { results = [] } = examinationOnItem(state, groupId(circumstances)) ?? {};
    const known = results.some(({ traces }) => traces.some(({ reference }) => reference === trace));
    return known ? [] : [refuse('examination.trace-unknown', '/body/trace', { number: state.number, trace })];
  },
  evolve(state, act, circumstances) {
    const examination = groupId(circumstances);
    const { source, issuedBy, confidence } = groupBody(leadRecordedBody, circumstances);
    const { leads = [] } = examinationOnItem(state, examination) ?? {};
    const lead = {
      event: act.eventId,
      trace: act.body.trace,
      source: codeOrText(source),
      ...(typeof issuedBy === 'object' && issuedBy !== null ? {} : { issuedBy }),
      confidence,
    };
    return withExamination(state, examination, { leads: [...leads, lead] });
  },
});
