import { following } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { checkReport, reportMembers, reportMembersInClear, withReport } from '../result/report.js';
import { isReported } from '../result/reported.js';
import { type ExaminationState, withItems } from '../state.js';

export const resultIssuedBody = Exactly(reportMembers);
const bodyInClear = Exactly(reportMembersInClear);

/**
 * `examination.result-issued` (E33, D5): the examiner's report, countersigned by a technical reviewer who is another
 * (SD-3). A report covers the items listed; others of the request may be reported on later.
 */
export const examinationResultIssued = following<ExaminationState, typeof resultIssuedBody>({
  type: 'examination.result-issued',
  form: 2,
  source: 'E33, D5, GATE-6, RQ-08, RQ-54, SD-3',
  title: { en: 'Result issued', fr: "Rapport d'examen" },
  body: resultIssuedBody,
  former: [{ form: 1, body: bodyInClear, supersededIn: 4 }],
  itemTypes: ['evidence.result-issued'],
  decide: (state, act, circumstances) => checkReport(state, act, circumstances, 1),
  claims: ({ body: { report } }) => [{ set: 'report-number', key: report }],
  evolve(state, act, circumstances) {
    const { items } = circumstances;
    const done = items.filter(item => isReported(item.body)).map(({ subject }) => ({ subject }));
    return withItems(withReport(state, act, null, circumstances), done, 'REPORTED');
  },
});
