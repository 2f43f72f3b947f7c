import { inheritanceOfSample } from '../../src/custody/evidence/record/inheritance.js';
import type { EvidenceState } from '../../src/custody/evidence/state.js';
import { examinationOnItem } from '../../src/custody/examination/on-item.js';
import type { JsonObject } from '../../src/log/index.js';
import { code, descriptionBody, quantity } from './bodies/evidence.js';
import { examinationAct } from './bodies/examination.js';
import type { Intent } from './procedure.js';
import { destructive, field, onExamination, overItem } from './random-acts-laboratory.js';
import { type Custody, idOf } from './random-custody.js';

const reviewer = 'DEMO-LABV-1/LABV';

/** What examinations take from items and use up of them, and what goes beyond one item: leads, comparisons. */
export const materialActs: Readonly<Record<string, (c: Custody) => Intent | undefined>> = {
  'evidence.sampled'(c) {
    const subject = inExaminersHands(c, ({ safety }) => safety.status !== 'HAZARDOUS_DO_NOT_MOVE');
    if (subject === undefined || c.items.length > 16) return undefined;
    const state = c.item(subject);
    const examination = c.choice.once(4) ? null : (acceptedFor(state) ?? null);
    const by = c.who(state.custody?.officer);
    const body = { ...c.circumstances(), examination, reason: 'DEMO: a mark' };
    const taken = obtainedBody(subject, state, c.choice.one(['LIFT', 'SWAB', 'RESIDUE']), body);
    const items = [{ subject: c.fresh('evidence'), type: 'evidence.obtained', body: taken }];
    return { subject, type: 'evidence.sampled', by, body, items };
  },
  'examination.destruction-approved': c =>
    onExamination(c, c.choice.one(['REQUESTED', 'ACCEPTED']), ({ subject }, item) => {
      const asked = examinationOnItem(c.item(item), idOf(subject))?.exams ?? [];
      if (!c.careless && !asked.some(({ type, status }) => type === destructive && status === 'ASKED'))
        return undefined;
      const body = { ...c.circumstances(), capacity: 'DEMO', reviewerCapacity: 'DEMO', grounds: 'DEMO' };
      const said = {
        exam: code(destructive),
        lost: 'DEMO: what is tested',
        atMost: c.choice.once(2) ? null : String(1 + c.choice.below(20)),
        kept: 'DEMO: the rest',
        notified: 'DEMO: the prosecutor',
      };
      const act = {
        subject,
        by: c.somebody(['CASE', 'LEG']),
        body,
        countersigned: [`${reviewer} as reviewer`],
      };
      return overItem('destruction-approved', 'destruction-approved', act, item, said);
    }),
  'evidence.consumed'(c) {
    const subject = inExaminersHands(c, state => approvedFor(state) !== undefined);
    const state = subject === undefined ? undefined : c.item(subject);
    const approved = state && approvedFor(state);
    const total = Number(state?.quantity.amount ?? Number.NaN);
    if (subject === undefined || state === undefined || approved === undefined || !(total > 0))
      return undefined;
    const left = Number(approved.atMost ?? total) - approved.used;
    const amount = Math.min(total, 1 + c.choice.below(Math.max(1, Math.min(left, total))));
    const remainder = total - amount + (c.careless ? 1 : 0);
    const by = c.who(state.custody?.officer);
    const body = {
      ...c.circumstances(),
      examination: approved.examination,
      exam: code(destructive),
      approval: approved.event,
      amount: String(amount),
      remainder: String(remainder),
      nothingLeft: remainder === 0,
      residues: [],
      withoutResidue: 'DEMO: burnt without residue',
    };
    const countersigned = [`${c.somebody(['WIT', 'CSO'], by)} as witness`];
    return { subject, type: 'evidence.consumed', by, body, refs: [approved.event], countersigned };
  },
  'examination.lead-recorded': c =>
    onExamination(c, c.choice.one(['REPORTED', 'ACCEPTED']), ({ subject }, item) => {
      const results = examinationOnItem(c.item(item), idOf(subject))?.results ?? [];
      const trace = c.choice.of(results.flatMap(({ traces }) => traces))?.reference;
      if (trace === undefined && !c.careless) return undefined;
      const body = {
        ...c.circumstances(),
        ...{ source: code('WARRANT_LIST'), list: 'DEMO-LIST-1', issuedBy: 'DEMO-STATE' },
        ...{ reference: 'DEMO-WARRANT-1', confidence: 'LOW', capacity: 'DEMO' },
        statement: { en: 'DEMO: a lead, no more', fr: 'DEMO : une piste, sans plus' },
      };
      const act = { subject, by: 'DEMO-JMAC-1/JMAC', body, countersigned: [`${reviewer} as reviewer`] };
      return overItem('lead-recorded', 'lead-recorded', act, item, { trace: trace ?? 'DEMO-TRACE-9' });
    }),
  'examination.traces-matched': c =>
    onExamination(c, c.choice.one(['REPORTED', 'ACCEPTED']), ({ subject, state }) => {
      const { examiner, reviewer: assigned } = state;
      const first = c.anItem(item => comparableOf(item).length > 0);
      const second = c.anItem(item => comparableOf(item).length > 0);
      if (examiner === null || assigned === null || first === undefined || second === undefined)
        return undefined;
      const compared = [first, second];
      const related = first === second || c.item(first).root === c.item(second).root;
      if (related && !c.careless) return undefined;
      return comparison(c, subject, [c.who(examiner), c.who(assigned)], [...new Set(compared)]);
    }),
};

function comparison(
  c: Custody,
  subject: string,
  [examiner, assigned]: readonly [string, string],
  compared: readonly string[],
): Intent {
  const body = {
    ...c.circumstances(),
    ...{ result: c.choice.one(['IDENTIFIED', 'INCONCLUSIVE', 'EXCLUDED']), method: 'DEMO-METHOD-1' },
    ...{ limits: 'DEMO', confidence: 'LOW', capacity: 'DEMO', reviewerCapacity: 'DEMO' },
    statement: { en: 'DEMO: alike', fr: 'DEMO : ressemblance' },
  };
  const others = (item: string) => compared.filter(other => other !== item).map(idOf);
  return examinationAct(
    'examination.traces-matched',
    'evidence.traces-matched',
    examiner,
    body,
    compared.map(item => {
      const { kind, reference } = c.choice.of(comparableOf(c.item(item))) ?? notFound;
      return [item, { kind, reference, with: others(item) }];
    }),
    [`${assigned} as reviewer`],
    subject,
  );
}

/** An item that somebody of the field has in hand, out of any package and transfer. */
function inExaminersHands(c: Custody, fits: (state: EvidenceState) => boolean): string | undefined {
  return c.anItem(
    state =>
      field.has(state.custody?.officer ?? '') &&
      ['HELD', 'CHECKED_OUT'].includes(state.physical) &&
      state.transit === null &&
      (state.seal === null || state.seal.status === 'OPENED_AUTHORISED') &&
      fits(state),
  );
}

function acceptedFor({ examinations = {} }: EvidenceState): string | undefined {
  return Object.entries(examinations).find(([, { status }]) => status === 'ACCEPTED')?.[0];
}

/** An approval that is not used up, with what was consumed under it. */
function approvedFor({ examinations = {} }: EvidenceState) {
  return Object.entries(examinations)
    .flatMap(([examination, { destruction, consumed }]) => {
      const used = consumed.reduce((sum, { amount }) => sum + Number(amount), 0);
      return destruction.map(({ event, atMost }) => ({ examination, event, atMost, used }));
    })
    .find(({ atMost, used }) => atMost === null || used < Number(atMost));
}

const notFound = { kind: 'TRACE', reference: 'DEMO-TRACE-9' };

/** Traces that reports name, and marks as collectors read them. */
function comparableOf({ examinations = {}, marks }: EvidenceState) {
  const traces = Object.values(examinations).flatMap(({ results }) =>
    results.flatMap(result => result.traces.map(({ reference }) => ({ kind: 'TRACE', reference }))),
  );
  return [...traces, ...marks.map(({ text }) => ({ kind: 'MARK', reference: text }))];
}

function obtainedBody(
  parent: string,
  state: EvidenceState,
  how: string,
  { occurred = null, place = null, examination = null }: JsonObject,
): JsonObject {
  return {
    ...{ occurred, place, parent: idOf(parent), examination, how: code(how) },
    ...{ category: code('PRINT_OR_CAST'), subCategory: code('PRINT_LIFT') },
    inherits: inheritanceOfSample(state),
    ...descriptionBody({ quantity: quantity('1'), marks: [], unmarked: 'DEMO', headstamp: null }),
  };
}
