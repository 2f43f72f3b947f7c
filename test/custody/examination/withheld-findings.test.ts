import t from 'tap';
import { eventRule } from '../../../src/custody/catalogue.js';
import { digestOfItems } from '../../../src/custody/compose/items-digest.js';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import { admitBody } from '../../../src/custody/judge/admit-body.js';
import { judgeBatch } from '../../../src/custody/judge/judge-batch.js';
import { digestsOfReport } from '../../../src/custody/schema/annotations.js';
import { collectDigests, type JsonValue, readActs, type SignedEvent } from '../../../src/log/index.js';
import { examinationAct, made } from '../../helpers/bodies/examination.js';
import { circumstances, type Procedure } from '../../helpers/procedure.js';
import { assigned, at, examination, examiner, first, result, reviewer } from './stage.js';

const opinion = { en: 'DEMO-OPINION', fr: 'DEMO-AVIS' };
const finding = { en: 'DEMO-FINDING', fr: 'DEMO-CONSTATATION' };
const trace = { reference: 'DEMO-TRACE-1', kind: { code: 'FINGER_MARK', text: null }, place: 'DEMO' };
const said = {
  of: [first],
  item: {
    exams: [
      made('PRINTS_CYANOACRYLATE', { finding, opinion, traces: [trace] }),
      made('CASE_COMPARISON', { finding }),
    ],
  },
};

function lead() {
  const body = {
    ...circumstances(at),
    ...{ source: { code: 'WARRANT_LIST', text: null }, list: 'DEMO-LIST', issuedBy: 'DEMO-STATE' },
    ...{ reference: 'DEMO-REFERENCE', confidence: 'LOW', capacity: 'DEMO' },
    statement: { en: 'DEMO-LEAD', fr: 'DEMO-PISTE' },
  };
  const items = [[first, { trace: 'DEMO-TRACE-1' }] as const];
  return examinationAct('examination.lead-recorded', 'evidence.lead-recorded', examiner, body, items, [
    `${reviewer} as reviewer`,
  ]);
}

t.test('GATE-6: what a laboratory found is withheld in the history of the item and in its own', async t => {
  const procedure = assigned({ of: [first] });
  const [group, , item] = procedure.compose(result(said));
  const signed = JSON.stringify([group, item]);
  for (const text of ['DEMO-FINDING', 'DEMO-CONSTATATION', 'DEMO-OPINION', 'DEMO-AVIS', 'one mark'])
    t.notMatch(signed, text, text);
  const claims = collectDigests(item?.body ?? {}).map(({ pointer }) => pointer);
  t.same(claims, ['/exams/0/finding', '/exams/0/opinion', '/exams/1/finding']);
  const told = [...procedure.disclosed.values()];
  t.ok(
    told.some(value => JSON.stringify(value) === JSON.stringify(finding)),
    'and told to who may read it',
  );
});

t.test('GATE-6: of a report its findings go along with it, a device in detail does not', async t => {
  const procedure = assigned({ of: [first] });
  const deviceDetail = { text: 'DEMO: how it is made', files: [] };
  const [group, , item] = procedure.compose(result({ ...said, body: { deviceDetail } }));
  const told = (event: SignedEvent | undefined) => {
    const schema = eventRule(event?.type ?? '', 2)?.body;
    if (event === undefined || schema === undefined) throw new Error('nothing was composed');
    const values = digestsOfReport(schema, event.body).map(digest => procedure.disclosed.get(digest));
    return JSON.stringify(values);
  };
  t.match(told(item), 'DEMO-FINDING');
  t.match(told(item), 'DEMO-OPINION');
  t.match(told(group), 'DEMO : une trace');
  t.notMatch(told(group), 'how it is made');
});

t.test('V7, GATE-9: what a lead says is withheld, and is no part of a report', async t => {
  const procedure = assigned({ of: [first] });
  procedure.accept(result(said));
  const [group] = procedure.compose(lead());
  for (const text of ['DEMO-LIST', 'DEMO-STATE', 'DEMO-LEAD', 'DEMO-PISTE', 'DEMO-REFERENCE'])
    t.notMatch(JSON.stringify(group), text, text);
  const schema = eventRule('examination.lead-recorded', 2)?.body;
  t.same(schema && group && digestsOfReport(schema, group.body), []);
  procedure.accept(lead());
  const { examinations } = procedure.state<EvidenceState>(first);
  t.match(examinations?.[examination]?.leads, [
    { trace: 'DEMO-TRACE-1', source: 'WARRANT_LIST', confidence: 'LOW' },
  ]);
  t.notMatch(JSON.stringify(examinations), 'DEMO-STATE');
});

/** The act as form 1 said it: everything in the clear. */
function inFormerForm(procedure: Procedure, events: readonly SignedEvent[]): readonly SignedEvent[] {
  const reveal = (value: JsonValue): JsonValue => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(reveal);
    const digest = (value as { readonly _sd?: string })._sd;
    const told = digest === undefined ? undefined : procedure.disclosed.get(digest);
    if (told !== undefined) return told;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, reveal(member)]));
  };
  const former = events.map(event => ({
    ...event,
    form: 1,
    body: reveal(event.body) as SignedEvent['body'],
  }));
  const itemsDigest = digestOfItems(former.filter(({ body }) => body.group !== undefined));
  return former.map(event =>
    'items' in event.body ? { ...event, body: { ...event.body, itemsDigest } } : event,
  );
}

t.test(
  'RQ-13: a result in form 1 is read and judged for ever, and appended no more since edition 4',
  async t => {
    const procedure = assigned({ of: [first] });
    const former = inFormerForm(procedure, procedure.compose(result(said)));
    for (const event of former) t.same(admitBody(event, new Map()), [], event.type);
    const { acts } = readActs(former);
    const under = (edition: number) =>
      judgeBatch(procedure.world, acts, {
        receivedAt: procedure.now,
        firstIndex: 0,
        sop: { ...procedure.sop, edition },
      });
    const before = under(3);
    t.match(before, { kind: 'accepted' });
    if (before.kind === 'accepted') {
      const state = before.overlay.standing(first)?.state as EvidenceState;
      t.match(state.examinations?.[examination], {
        status: 'REPORTED',
        results: [{ report: 'DEMO-REPORT-1' }],
      });
    }
    const now = under(4);
    t.match(now, { kind: 'refused' });
    if (now.kind === 'refused')
      t.same([...new Set(now.violations.map(({ rule }) => rule))], ['type.form-superseded']);
  },
);
