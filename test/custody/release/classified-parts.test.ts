import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { JsonObject } from '../../../src/log/index.js';
import { code, partClassifiedBody, registeredBody, unclassified } from '../../helpers/bodies/evidence.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { actOn, registeredAt, stateOf, withItem } from '../evidence/stage.js';
import { at, decide, held, item, request } from './stage.js';

const secret: JsonObject = { ...unclassified, level: 'STRICTLY_CONFIDENTIAL' };
const photograph = '/body/photographs/0/file';

t.test('E56, V6: a file of an item, and a claim in one of its acts, is classified apart from it', async t => {
  const procedure = withItem(registeredBody(registeredAt));
  const [registered] = [...procedure.world.events.values()].filter(
    ({ type }) => type === 'evidence.registered',
  );
  const act = registered?.eventId ?? '';
  const classify = (pointer: string, changes: JsonObject = {}, by = 'DEMO-WIT-1/WIT', where = act) =>
    actOn('DEMO-ITEM', 'part-classified', by, partClassifiedBody(where, pointer, at, changes), {
      refs: [where],
    });
  assertMandatory(t, procedure, classify(photograph), [
    'act',
    'pointer',
    'classification',
    'originatorConsent',
  ]);
  t.same(procedure.refuse(classify(photograph, {}, 'DEMO-WIT-2/WIT')), [
    'evidence.classification-not-author',
  ]);
  t.same(procedure.refuse(classify('/body/none')), ['evidence.part-unknown']);
  t.same(procedure.refuse(classify('/at')), ['evidence.part-unknown'], 'no more than the body has parts');
  const elsewhere = [...procedure.world.events.values()].find(
    ({ subject }) => subject !== registered?.subject,
  );
  t.same(procedure.refuse(classify('/body/area', {}, 'DEMO-WIT-1/WIT', elsewhere?.eventId)), [
    'evidence.part-unknown',
  ]);

  procedure.accept(classify(photograph, { classification: secret }));
  procedure.accept(classify('/body/description'));
  procedure.accept(classify('/body/positionAtScene/exact'));
  const { parts = {}, classification } = stateOf(procedure);
  t.match(Object.values(parts), [
    {
      pointer: photograph,
      files: [/^[0-9a-f]{64}$/],
      withheld: false,
      classification: { level: 'STRICTLY_CONFIDENTIAL' },
    },
    { pointer: '/body/description', files: [], withheld: false },
    { pointer: '/body/positionAtScene/exact', files: [], withheld: true },
  ]);
  t.equal(classification.level, 'UNCLASSIFIED', 'the item keeps its own');

  const [signed] = procedure.compose(classify(photograph));
  const reason = (signed?.body.classification as JsonObject | undefined)?.reason;
  t.match(
    reason,
    { _sd: /^[A-Za-z0-9_-]{43}$/ },
    'GATE-8: why it is sensitive does not stand beside the place',
  );
  if (registered !== undefined) {
    const found = 'E'.repeat(43);
    const body = { finding: { _sd: 'A'.repeat(43) }, marks: [] };
    procedure.world.events.set(found, {
      ...registered,
      eventId: found,
      type: 'evidence.result-issued',
      body,
    });
    const ofReport = classify('/body/finding', {}, 'DEMO-WIT-1/WIT', found);
    t.same(procedure.refuse(ofReport), ['evidence.part-of-report'], 'GATE-6: it goes with its report');
    procedure.accept(classify('/body/marks', {}, 'DEMO-WIT-1/WIT', found));
  }

  const controlled = { ...secret, originator: 'DEMO contingent', caveats: [code('ORIGINATOR_CONTROLLED')] };
  procedure.accept(classify(photograph, { classification: controlled }));
  t.same(
    procedure.refuse(classify(photograph)),
    ['evidence.originator-consent'],
    'loosened with his consent only',
  );
  const originatorConsent = { sha256: 'cd'.repeat(32), size: 10, mediaType: 'application/pdf' };
  procedure.accept(classify(photograph, { originatorConsent }));
});

const sha256 = 'ab'.repeat(32);
const otherFile = 'ef'.repeat(32);

/** A release of two items, the first with one file, of which parts are classified apart. */
function requestedWith(parts: readonly JsonObject[], files: readonly string[] = [sha256]) {
  const procedure = held();
  procedure.accept(request());
  const state = procedure.state<EvidenceState>(item);
  const legal = Object.fromEntries(
    Object.entries(state.legal).map(([release, said]) => [
      release,
      { ...said, files: files.map(one => ({ sha256: one, boundBy: 'A'.repeat(43) })) },
    ]),
  );
  const kept = parts.map((part, place) => [
    String(place),
    { act: 'A'.repeat(43), withheld: false, files: [sha256], ...part },
  ]);
  procedure.suppose(item, { ...state, legal, parts: Object.fromEntries(kept) });
  return procedure;
}

t.test('V6, GATE-8, GATE-9: a decision is no lower than what goes along, part by part', async t => {
  const under = (changes: JsonObject) => ({ pointer: photograph, classification: { ...state, ...changes } });
  const state = { level: 'UNCLASSIFIED', originator: 'DEMO contingent', caveats: [], review: null };
  const highest = under({ level: 'STRICTLY_CONFIDENTIAL' });
  t.same(requestedWith([highest]).refuse(decide()), ['release.classification-below-piece']);
  const raised = { now: 'STRICTLY_CONFIDENTIAL', after: 'STRICTLY_CONFIDENTIAL', downgraded: null };
  requestedWith([highest]).accept(decide({ classification: raised }));
  // A file that stays here asks nothing.
  requestedWith([highest], [otherFile]).accept(decide());
  requestedWith([{ ...highest, withheld: true, files: [] }]).accept(decide());
  t.same(
    requestedWith([{ ...highest, files: [] }], []).refuse(decide()),
    ['release.classification-below-piece'],
    'a claim goes with the history',
  );

  const controlled = under({ caveats: ['ORIGINATOR_CONTROLLED'] });
  const originators = [{ originator: 'DEMO contingent', consent: 'GIVEN', basis: 'DEMO letter' }];
  t.same(requestedWith([controlled]).refuse(decide({ originators })), ['release.originator-consent-missing']);
  const consented = { ...controlled, originatorConsent: 'B'.repeat(43) };
  t.same(requestedWith([consented]).refuse(decide()), ['release.originator-not-listed']);
  requestedWith([consented]).accept(decide({ originators }));
  t.same(requestedWith([under({ caveats: ['SOURCE'] })]).refuse(decide()), [
    'release.source-protection-not-heard',
  ]);
});
