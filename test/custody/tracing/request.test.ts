import t from 'tap';
import type { Sop } from '../../../src/custody/sop/document.js';
import { reconstruction } from '../../../src/custody/sop/reconstruction.js';
import type { TracingState } from '../../../src/custody/tracing/state.js';
import { collectDigests, type JsonObject } from '../../../src/log/index.js';
import { openClassification } from '../../helpers/bodies/account.js';
import {
  draftTracing,
  onTracing,
  restateTracing,
  traced,
  tracingSubject,
} from '../../helpers/bodies/tracing.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { circumstances, type Intent, Procedure, uuidOf } from '../../helpers/procedure.js';

const item = uuidOf('DEMO-ITEM');
const code = (value: string) => ({ code: value, text: null });

function withItem(foundAs = 'IN_VEHICLE', sop?: Sop): Procedure {
  const procedure = new Procedure(sop);
  procedure.suppose(`evidence/${item}`, { number: 'DEMO-1', foundAs });
  return procedure;
}

function drafted(changes: JsonObject = {}): Procedure {
  const procedure = withItem();
  procedure.accept(draftTracing(item, changes));
  return procedure;
}

const asked = (channel: string, kind: string): JsonObject => ({
  channel: code(channel),
  addressee: { kind: code(kind), country: null, name: 'DEMO-ADDRESSEE', contact: null },
});

t.test('E46, D8: a trace request is drafted by the analysts, whatever channel is open', async t => {
  const procedure = withItem();
  for (const by of ['DEMO-WIT-1/WIT', 'DEMO-CASE-1/CASE', 'DEMO-HOM-1/HOM']) {
    t.same(procedure.refuse(draftTracing(item, {}, { by })), ['signer.role-not-provided'], by);
  }
  t.same(procedure.refuse(draftTracing(uuidOf('DEMO-NOTHING'))), ['reference.subject-unknown']);
  procedure.accept(draftTracing(item, asked('STATE_VIA_UN', 'STATE')));
  t.match(procedure.state<TracingState>(tracingSubject), {
    number: 'DEMO-T-1',
    status: 'DRAFT',
    channel: 'STATE_VIA_UN',
    objects: [{ key: 'A', lot: 'DEMO-LOT-1' }],
    sent: null,
    dueOn: null,
  });
  const again = draftTracing(item, {}, { subject: `tracing/${uuidOf('DEMO-TRACING-2')}` });
  t.same(procedure.refuse(again), ['claim.taken'], 'its number is its own');
});

t.test('E46, D8: mandatory fields of a trace request', async t => {
  assertMandatory(t, withItem(), draftTracing(item), [
    'number',
    'channel/code',
    'addressee/kind',
    'addressee/country',
    'addressee/contact',
    'authority/basis',
    'authority/signatory',
    'objects',
    'recovery/context',
    'illicit',
    'questions',
    'use',
    'confidentiality',
    'responderNamed',
    'replyWithinDays',
    'language',
    'classification',
  ]);
});

t.test('D8: who is asked is asked through his channel, and each object has its own name', async t => {
  const procedure = withItem();
  const state = asked('PRODUCER', 'STATE');
  t.same(procedure.refuse(draftTracing(item, state)), ['tracing.addressee-not-of-channel']);
  const twice = { objects: [traced('A', item), traced('A', item)] };
  t.same(procedure.refuse(draftTracing(item, twice)), ['tracing.key-twice']);
  procedure.accept(draftTracing(item, asked('PRODUCER', 'DEALER')));
});

t.test('D8: what is not to be traced is traced for a stated reason, never silently', async t => {
  const warned = (warning: string) => ({ code: warning, reason: 'DEMO: seen in several attacks' });
  const old = (warnings: JsonObject[]) =>
    draftTracing(item, { objects: [traced('A', item, { year: 'stamped 1943', warnings })] });
  const procedure = withItem();
  t.same(procedure.refuse(old([])), ['tracing.warning-missing']);
  t.same(procedure.refuse(old([warned('AMNESTY')])), ['tracing.warning-missing']);
  procedure.accept(old([warned('MADE_BEFORE_1946')]));
  const surrendered = withItem('PURCHASED_OR_SURRENDERED');
  t.same(surrendered.refuse(draftTracing(item)), ['tracing.warning-missing']);
  surrendered.accept(draftTracing(item, { objects: [traced('A', item, { warnings: [warned('AMNESTY')] })] }));
  withItem().accept(draftTracing(item, { objects: [traced('A', item, { year: '1946' })] }));
});

t.test('E46, E55: a draft is restated whole, and what was found keeps its object', async t => {
  const right = { objects: [traced('A', item, { serial: '0012' })] };
  const wrong = drafted({ objects: [traced('A', item, { serial: '12' })] });
  const { eventId } = wrong.accept(restateTracing(item, right));
  const { restatements, statedAt, ...state } = wrong.state<TracingState>(tracingSubject);
  t.equal(statedAt.at, '2021-04-02T11:30:00Z', 'when it was stated anew');
  t.match(restatements, [{ event: eventId, reason: 'DEMO: misread' }]);
  const { statedAt: _, ...atOnce } = drafted(right).state<TracingState>(tracingSubject);
  t.same(state, atOnce, 'as if it had been drafted right at once');
  wrong.accept(onTracing('link-recorded'));
  const renamed = { objects: [traced('B', item)] };
  t.same(wrong.refuse(restateTracing(item, renamed)), ['tracing.key-in-use']);
  wrong.accept(onTracing('requested'));
  t.same(wrong.refuse(restateTracing(item)), ['tracing.sent-already']);
});

t.test('GATE-13: a producer can be asked, a State through UN channels cannot', async t => {
  const procedure = drafted();
  procedure.accept(onTracing('requested'));
  t.match(procedure.state<TracingState>(tracingSubject), { status: 'REQUESTED', dueOn: '2021-04-30' });
  t.same(procedure.refuse(onTracing('requested')), ['tracing.sent-already']);
  for (const [channel, kind] of [
    ['STATE_VIA_UN', 'STATE'],
    ['SANCTIONS_PANEL', 'SANCTIONS_PANEL'],
    ['NATIONAL_FOCAL_POINT', 'NATIONAL_FOCAL_POINT'],
    ['INTERPOL_NCB', 'NATIONAL_BUREAU'],
    ['NATIONAL_INVESTIGATORS', 'NATIONAL_INVESTIGATORS'],
  ] as const) {
    t.same(
      drafted(asked(channel, kind)).refuse(onTracing('requested')),
      ['tracing.channel-not-authorised'],
      channel,
    );
  }
  const channel = { code: 'OTHER', text: 'DEMO: by courier' };
  const other = drafted({ ...asked('OTHER', 'DEALER'), channel });
  t.same(
    other.refuse(onTracing('requested')),
    ['tracing.channel-not-authorised'],
    'of which nothing is said',
  );
});

t.test('GATE-13: a channel is open from one day to another, and nobody passes the gate', async t => {
  const [state] = (reconstruction.analysis?.traceChannels ?? []).filter(
    ({ channel }) => channel === 'STATE_VIA_UN',
  );
  t.ok(state);
  if (state === undefined) return;
  const opened = { ...state, authorised: true, from: '2021-04-02', until: '2021-04-02' };
  const procedure = withItem('IN_VEHICLE', {
    ...reconstruction,
    analysis: { traceChannels: [state, opened] },
  });
  procedure.now = Date.UTC(2021, 2, 31, 12);
  const before = circumstances('2021-03-31T10:00:00Z');
  procedure.accept(draftTracing(item, { ...before, ...asked('STATE_VIA_UN', 'STATE') }));
  procedure.now = Date.UTC(2021, 3, 4, 12);
  for (const at of ['2021-04-01T12:00:00Z', '2021-04-03T00:00:00Z']) {
    t.match(
      procedure.judge(onTracing('requested', {}, { at })).rules,
      ['tracing.channel-not-authorised'],
      at,
    );
  }
  procedure.accept(onTracing('requested', {}, { at: '2021-04-02T23:00:00Z' }));
  const nothing = withItem('IN_VEHICLE', { ...reconstruction, analysis: undefined } as unknown as Sop);
  nothing.accept(draftTracing(item));
  t.same(nothing.refuse(onTracing('requested')), ['tracing.channel-not-authorised']);
  t.equal(reconstruction.gates['GATE-13'].override, null);
  t.ok(reconstruction.gates['GATE-13'].on);
});

t.test('GATE-13, E46: what is sent is sent after it was stated, on a day that is known', async t => {
  const procedure = drafted();
  for (const occurred of [
    { at: '2021-03-31T10:00:00Z', precision: 'MINUTE' },
    { at: '2021-01-01T00:00:00Z', precision: 'YEAR' },
    { at: '2021-04-01T00:00:00Z', precision: 'MONTH' },
  ]) {
    const whenever = { occurred: { ...occurred, zone: 'Africa/Bamako', clockDoubt: null } };
    t.ok(
      procedure.refuse(onTracing('requested', whenever)).includes('tracing.day-of-sending'),
      occurred.precision,
    );
  }
});

t.test('D8: who is to be written to stands as a digest', async t => {
  const [event] = withItem().compose(draftTracing(item));
  t.same(
    collectDigests(event?.body ?? {}).map(({ pointer }) => pointer),
    ['/addressee/contact'],
  );
  t.notMatch(JSON.stringify(event?.body), /DEMO-CONTACT/);
});

t.test('E56, V6: classified by its author, records or legal', async t => {
  const procedure = drafted();
  const classify: Intent = {
    subject: tracingSubject,
    type: 'tracing.classified',
    by: 'DEMO-JMAC-2/JMAC',
    body: {
      ...circumstances('2021-04-02T11:50:00Z'),
      classification: { ...openClassification, level: 'STRICTLY_CONFIDENTIAL' },
      originatorConsent: null,
    },
  };
  t.same(procedure.refuse(classify), ['evidence.classification-not-author']);
  procedure.accept({ ...classify, by: 'DEMO-JMAC-1/JMAC' });
  t.equal(procedure.state<TracingState>(tracingSubject).classification.level, 'STRICTLY_CONFIDENTIAL');
});
