import { following } from '../../rule.js';
import { Exactly, Prose, words } from '../../schema/described.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import {
  checkReport,
  lastVersion,
  reportMembers,
  reportMembersInClear,
  withReport,
} from '../result/report.js';
import { isReported } from '../result/reported.js';
import { type ExaminationState, idsOf, withItems } from '../state.js';

const change = {
  change: Exactly(
    {
      what: Prose('What this version changes', 'Ce que cette version modifie', 2000),
      why: Prose('Why', 'Pourquoi', 2000),
    },
    words('Change', 'Modification'),
  ),
};

const body = Exactly({ ...reportMembers, ...change });
const bodyInClear = Exactly({ ...reportMembersInClear, ...change });

/** `examination.result-amended` (E34, RQ-54): a new version, whole; the former ones stay in state, history and paper. */
export const examinationResultAmended = following<ExaminationState, typeof body>({
  type: 'examination.result-amended',
  form: 2,
  source: 'E34, D5, GATE-6, RQ-08, RQ-54, SD-3',
  title: { en: 'Result amended', fr: "Rapport d'examen rectifié" },
  body,
  former: [{ form: 1, body: bodyInClear, supersededIn: 4 }],
  itemTypes: ['evidence.result-amended'],
  decide: (state, act, circumstances) => [
    ...checkReport(state, act, circumstances, lastVersion(state, act.body.report) + 1),
    ...checkReportedBefore(state, act.body.report, idsOf(act.body.items)),
  ],
  evolve(state, act, circumstances) {
    const { items } = circumstances;
    const done = items.filter(item => isReported(item.body)).map(({ subject }) => ({ subject }));
    return withItems(withReport(state, act, act.body.change, circumstances), done, 'REPORTED');
  },
});

/** What is amended was said before: an item that the report never named is reported on by a report of its own. */
function checkReportedBefore(
  { reports }: ExaminationState,
  report: string,
  items: readonly string[],
): readonly Violation[] {
  const versions = reports.filter(known => known.report === report);
  if (versions.length === 0) return [refuse('examination.report-unknown', '/body/report', { report })];
  return refuseIf(
    items.some(item => !versions.some(version => version.items.includes(item))),
    'examination.item-not-in-report',
    '/body/items',
    { report },
  );
}
