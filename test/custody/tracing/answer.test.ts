import t from 'tap';
import type { TracingState } from '../../../src/custody/tracing/state.js';
import { collectDigests, type JsonObject } from '../../../src/log/index.js';
import { draftTracing, linkOf, onTracing, traced, tracingSubject } from '../../helpers/bodies/tracing.js';
import { Procedure, uuidOf } from '../../helpers/procedure.js';

const item = uuidOf('DEMO-ITEM');
const code = (value: string) => ({ code: value, text: null });

function drafted(changes: JsonObject = {}): Procedure {
  const procedure = new Procedure();
  procedure.suppose(`evidence/${item}`, { number: 'DEMO-1', foundAs: 'IN_VEHICLE' });
  procedure.accept(draftTracing(item, changes));
  return procedure;
}

function requested(changes: JsonObject = {}): Procedure {
  const procedure = drafted(changes);
  procedure.accept(onTracing('requested'));
  return procedure;
}

const stateOf = (procedure: Procedure) => procedure.state<TracingState>(tracingSubject);

t.test('E47: acknowledged, reminded, answered and closed, each after the request', async t => {
  for (const word of ['acknowledged', 'reminded', 'answered']) {
    t.same(drafted().refuse(onTracing(word)), ['tracing.not-sent'], word);
  }
  const procedure = requested();
  const early = { at: '2021-04-01T10:00:00Z' };
  t.same(procedure.refuse(onTracing('acknowledged', {}, early)), ['tracing.before-request']);
  procedure.accept(onTracing('acknowledged', { reference: 'DEMO-IN-1' }));
  t.equal(stateOf(procedure).status, 'ACKNOWLEDGED');
  t.same(procedure.refuse(onTracing('reminded', { answerBy: '2021-04-01' })), ['tracing.deadline-past']);
  procedure.accept(onTracing('reminded', { answerBy: '2021-05-15' }));
  t.match(stateOf(procedure), { dueOn: '2021-05-15', reminders: [{}] });
  procedure.accept(onTracing('answered'));
  t.match(stateOf(procedure), { status: 'ANSWERED', answers: [{ answer: 'FULL', limits: { uses: null } }] });
  procedure.accept(onTracing('closed'));
  for (const word of ['acknowledged', 'reminded', 'finding-recorded', 'link-recorded', 'closed']) {
    t.same(procedure.refuse(onTracing(word)), ['tracing.closed-already'], word);
  }
  procedure.accept(onTracing('answered'));
  t.equal(
    stateOf(procedure).answers.length,
    2,
    'an answer comes late as a rule, and is recorded all the same',
  );
});

t.test('E47: an answer has its date, and a refusal its reason', async t => {
  const procedure = requested();
  for (const dated of ['2021-04-01', '2021-04-03']) {
    t.same(procedure.refuse(onTracing('answered', { dated })), ['tracing.answer-dated'], dated);
  }
  t.same(procedure.refuse(onTracing('answered', { answer: 'REFUSED' })), ['tracing.refusal-and-reason']);
  t.same(procedure.refuse(onTracing('answered', { reason: 'DEMO' })), ['tracing.refusal-and-reason']);
  procedure.accept(onTracing('answered', { answer: 'REFUSED', reason: 'DEMO: secrecy of trade' }));
});

t.test('E47: nobody is said not to have answered while he has time', async t => {
  const procedure = requested({ replyWithinDays: 1 });
  const silence = { answer: 'NO_REPLY', text: null };
  t.same(procedure.refuse(onTracing('answered', silence)), ['tracing.reply-not-due']);
  procedure.now = Date.UTC(2021, 3, 4, 12);
  const at = '2021-04-04T10:00:00Z';
  procedure.accept(onTracing('answered', { ...silence, dated: '2021-04-04' }, { at }));
  procedure.accept(onTracing('answered', { answer: 'PARTIAL', dated: '2021-04-04' }, { at }));
  t.same(
    stateOf(procedure).answers.map(({ answer }) => answer),
    ['NO_REPLY', 'PARTIAL'],
    'what comes late is an answer',
  );
});

t.test(
  'E47, F-07: an answer tells of each object of the batch what could not be traced, and why',
  async t => {
    const objects = [traced('A', item), traced('B', item)];
    const procedure = requested({ objects });
    const of = (key: string) => ({ key, answer: 'NO_RECORD', why: code('NOT_KEPT_BY_BATCH') });
    t.same(procedure.refuse(onTracing('answered', { objects: [of('C')] })), ['tracing.key-unknown']);
    procedure.accept(onTracing('answered', { answer: 'PARTIAL', objects: [of('B')] }));
    t.match(stateOf(procedure).answers, [{ objects: [{ key: 'B', why: 'NOT_KEPT_BY_BATCH' }] }]);
  },
);

t.test('E47, D8: who answered has a right of reply, offered until a day', async t => {
  const procedure = requested();
  t.same(procedure.refuse(onTracing('reply-offered')), ['tracing.nothing-answered']);
  procedure.accept(onTracing('answered'));
  t.same(procedure.refuse(onTracing('reply-recorded')), ['tracing.reply-not-offered']);
  t.same(procedure.refuse(onTracing('reply-offered', { until: '2021-04-01' })), ['tracing.deadline-past']);
  procedure.accept(onTracing('reply-offered'));
  procedure.accept(onTracing('reply-recorded'));
  t.match(stateOf(procedure), { replyOffered: { until: '2021-04-30' }, replies: [{ dated: '2021-04-02' }] });
});

t.test('GATE-13: what national investigators found is theirs, and nothing was sent', async t => {
  const procedure = drafted({
    channel: code('NATIONAL_INVESTIGATORS'),
    addressee: { kind: code('NATIONAL_INVESTIGATORS'), country: null, name: 'DEMO-BRIGADE', contact: null },
  });
  t.same(procedure.refuse(onTracing('finding-recorded', { objects: ['B'] })), ['tracing.key-unknown']);
  procedure.accept(onTracing('finding-recorded', { objects: ['A'] }));
  t.match(stateOf(procedure), {
    status: 'DRAFT',
    sent: null,
    findings: [{ finder: 'NATIONAL_INVESTIGATORS', dated: '2021-03-01', objects: ['A'] }],
  });
});

t.test('F-29: what may be done with an answer stands with it, and what it says is withheld', async t => {
  const procedure = requested();
  const limits = {
    uses: [code('ANALYSIS')],
    recipients: ['SANCTIONS_PANEL'],
    text: 'DEMO: not for publication',
  };
  const answer = onTracing('answered', { limits });
  const [event] = procedure.compose(answer);
  t.same(
    collectDigests(event?.body ?? {}).map(({ pointer }) => pointer),
    ['/text'],
  );
  procedure.accept(answer);
  t.match(stateOf(procedure).answers, [
    { limits: { uses: ['ANALYSIS'], recipients: ['SANCTIONS_PANEL'] }, responderNamed: 'NOT_TO_BE_NAMED' },
  ]);
});

t.test('G2-01, F-07: several strands of one object stand side by side, each to where it stops', async t => {
  const procedure = drafted();
  t.same(procedure.refuse(onTracing('link-recorded', { object: 'B' })), ['tracing.key-unknown']);
  t.same(procedure.refuse(onTracing('link-recorded', { links: [] })), ['tracing.strand-empty']);
  const nowhere = { links: [linkOf({ from: null, to: null })] };
  t.same(procedure.refuse(onTracing('link-recorded', nowhere)), ['tracing.link-without-ends']);
  procedure.accept(onTracing('link-recorded', { strand: 'DEMO-ORIGIN-1' }));
  procedure.accept(onTracing('link-recorded', { strand: 'DEMO-ORIGIN-2', links: [linkOf({ hedge: null })] }));
  const further = onTracing('link-recorded', {
    strand: 'DEMO-ORIGIN-1',
    links: [linkOf({ kind: code('SALE'), to: null })],
    stops: { why: code('END_USER_UNKNOWN'), text: null },
  });
  procedure.accept(further);
  t.match(stateOf(procedure).strands, [
    {
      strand: 'DEMO-ORIGIN-1',
      links: [
        { kind: 'EXPORT', hedge: 'DEMO: probably' },
        { kind: 'SALE', to: null },
      ],
      stops: { why: 'END_USER_UNKNOWN' },
    },
    { strand: 'DEMO-ORIGIN-2', links: [{ hedge: null }], stops: null },
  ]);
  const [event] = procedure.compose(further);
  t.notMatch(JSON.stringify(event?.body), /DEMO-PRODUCER/, 'names are withheld');
});

t.test('E55: a strand is restated whole', async t => {
  const wrong = drafted();
  t.same(wrong.refuse(onTracing('strand-restated')), ['tracing.strand-unknown']);
  wrong.accept(onTracing('link-recorded', { links: [linkOf({ kind: code('THEFT') })] }));
  wrong.accept(onTracing('strand-restated'));
  t.match(stateOf(wrong).strands, [{ links: [{ kind: 'EXPORT' }], stops: { why: 'NOT_KEPT_BY_BATCH' } }]);
  t.equal(stateOf(wrong).strands.length, 1);
});

t.test('E47: what is said to be traced rests on a chain', async t => {
  const procedure = requested();
  const traced = { outcome: 'TRACED' };
  t.same(procedure.refuse(onTracing('closed', traced)), ['tracing.traced-without-chain']);
  procedure.accept(onTracing('link-recorded'));
  procedure.accept(onTracing('closed', traced));
  t.match(stateOf(procedure), { status: 'CLOSED', closed: { outcome: 'TRACED' } });
  drafted().accept(onTracing('closed', { outcome: 'WITHDRAWN' }));
});
