import t from 'tap';
import type { ReleaseState } from '../../../src/custody/release/state.js';
import { collectDigests, type JsonObject } from '../../../src/log/index.js';
import { giveInput, releaseSubject, waived } from '../../helpers/bodies/release.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { type Procedure, uuidOf } from '../../helpers/procedure.js';
import { decide, item, legal, other, refusedInClear, requested } from './stage.js';

const rights = 'DEMO-HR-1/HR';
const letter = { sha256: 'ef'.repeat(32), size: 10, mediaType: 'application/pdf' };
const source = uuidOf('DEMO-SOURCE');
const protection = { kind: 'SOURCE_PROTECTION', sources: [{ source, pieces: [item] }] };
const originator = { kind: 'ORIGINATOR', originator: 'DEMO-CONTINGENT', document: letter };

/** The view given, and its `event_id`. */
function given(procedure: Procedure, changes: JsonObject = {}, by = rights): string {
  return procedure.accept(giveInput(by, changes)).eventId;
}

t.test('E38: each view is signed by whose question it is', async t => {
  const procedure = requested();
  for (const kind of ['HRDDP', 'SOURCE_PROTECTION', 'SECURITY'])
    t.same(procedure.refuse(giveInput(legal, { kind })), ['signer.role-not-provided'], kind);
  t.same(procedure.refuse(giveInput('DEMO-NAT-1/NAT-OPJ', originator)), ['signer.role-not-provided']);
  given(procedure);
  given(procedure, { kind: 'SECURITY' }, 'DEMO-JMAC-1/JMAC');
  t.match(procedure.state<ReleaseState>(releaseSubject).inputs, [
    { kind: 'HRDDP', view: 'NO_OBJECTION', role: 'HR' },
    { kind: 'SECURITY', role: 'JMAC' },
  ]);
});

t.test('E38: an objection says what it objects to, in words that are kept apart', async t => {
  const procedure = requested();
  t.same(procedure.refuse(giveInput(rights, { view: 'OBJECTION' })), ['release.input-without-text']);
  t.same(procedure.refuse(giveInput(rights, { view: 'CONDITIONS' })), ['release.input-without-text']);
  const [event] = procedure.compose(giveInput(rights, { view: 'OBJECTION', text: 'DEMO-OBJECTION' }));
  t.same(
    collectDigests(event?.body ?? {}).map(({ pointer }) => pointer),
    ['/text'],
  );
  t.notMatch(JSON.stringify(event?.body), /DEMO-OBJECTION/);
});

t.test('GATE-8, F-28: sources are named by UUID, in the view on their protection alone', async t => {
  const procedure = requested();
  t.same(procedure.refuse(giveInput(rights, { ...protection, kind: 'HRDDP' })), [
    'release.sources-named-elsewhere',
  ]);
  const stranger = [`evidence/${uuidOf('DEMO-9')}`];
  t.same(procedure.refuse(giveInput(rights, { pieces: stranger })), ['release.input-on-other-piece']);
  t.same(procedure.refuse(giveInput(rights, { ...protection, sources: null })), ['release.sources-not-told']);
  t.same(procedure.refuse(giveInput(rights, { ...protection, pieces: [item] })), [
    'release.source-tied-in-clear',
  ]);
  const told = (sources: JsonObject['sources'] = []) => {
    const [event] = procedure.compose(giveInput(rights, { ...protection, sources }));
    const body = { ...event?.body, sources: null };
    return { body, pointers: collectDigests(event?.body ?? {}).map(({ pointer }) => pointer) };
  };
  t.same(told(), told(protection.sources), 'a view with a source looks like one without');
  t.notMatch(JSON.stringify(procedure.compose(giveInput(rights, protection))[0]?.body), source);
  given(procedure, protection);
  t.notMatch(JSON.stringify(procedure.state(item)), source, "nothing of it in the item's own history");
});

t.test("GATE-9: an originator's own officer, or LEG and CASE with his document", async t => {
  const procedure = requested();
  const contingent = uuidOf('DEMO-CONTINGENT');
  procedure.suppose(`unit/${contingent}`, { code: 'DEMO-CONTINGENT', name: 'DEMO contingent' });
  procedure.enlist('DEMO-WIT-1', 'WIT', { unit: contingent });
  const own = { ...originator, document: null, unit: contingent };
  t.same(procedure.refuse(giveInput(legal, { ...originator, originator: null })), [
    'release.originator-missing',
  ]);
  t.same(procedure.refuse(giveInput(legal, { ...originator, document: null })), [
    'release.originator-without-document',
  ]);
  t.same(procedure.refuse(giveInput(rights, { originator: 'DEMO-CONTINGENT' })), [
    'release.originator-unexpected',
  ]);
  t.same(procedure.refuse(giveInput('DEMO-WIT-2/WIT', own)), ['release.not-of-originator']);
  t.same(procedure.refuse(giveInput('DEMO-WIT-1/WIT', { ...own, originator: 'DEMO-OTHER' })), [
    'release.not-of-originator',
  ]);
  given(procedure, own, 'DEMO-WIT-1/WIT');
  given(procedure, originator, legal);
});

t.test('E39: each view is there, or is done without for a reason', async t => {
  const refused = (inputs: readonly JsonObject[]) => requested().refuse(decide({ inputs: [...inputs] }));
  t.same(refused(waived().slice(1)), ['release.input-missing']);
  t.same(refusedInClear(requested(), { inputs: waived({ HRDDP: { reason: null } }) }), [
    'release.input-waived-without-reason',
  ]);
});

t.test('E38, E39: the last view of each is what the decision rests on', async t => {
  const procedure = requested();
  const first = given(procedure);
  t.same(procedure.refuse(decide()), ['release.input-left-out']);
  const second = given(procedure, { view: 'OBJECTION', text: 'DEMO: the unit' });
  const inputs = (HRDDP: JsonObject) => ({ inputs: waived({ HRDDP }) });
  t.same(procedure.refuse(decide(inputs({ given: first }))), [
    'release.input-left-out',
    'release.input-unknown',
  ]);
  t.same(refusedInClear(procedure, inputs({ given: second, reason: null })), [
    'release.objection-not-answered',
  ]);
  procedure.accept(decide(inputs({ given: second, reason: 'DEMO: answered by the monitoring' })));
});

t.test('GATE-8, V6: for an item that could identify a source, source protection is heard', async t => {
  const procedure = requested();
  const state = procedure.state<{ classification: object }>(item);
  procedure.suppose(item, { ...state, classification: { ...state.classification, caveats: ['SOURCE'] } });
  t.same(procedure.refuse(decide()), ['release.source-protection-not-heard']);
  const event = given(procedure, { kind: 'SOURCE_PROTECTION' });
  procedure.accept(decide({ inputs: waived({ SOURCE_PROTECTION: { given: event } }) }));
});

t.test('E38: mandatory fields of a view', async t => {
  assertMandatory(t, requested(), giveInput(rights, { pieces: [other] }), [
    'occurred',
    'place',
    'kind',
    'view',
    'originator',
    'unit',
    'pieces',
    'sources',
    'text',
    'basis',
    'date',
    'document',
  ]);
});
