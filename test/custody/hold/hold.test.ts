import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import { standingHolds } from '../../../src/custody/hold/on-piece.js';
import type { HoldState } from '../../../src/custody/hold/state.js';
import type { InformationState } from '../../../src/custody/information/state.js';
import { holdAct, holdSubject, liftedBody, placedBody } from '../../helpers/bodies/hold.js';
import { inform, informationBody, informationSubject } from '../../helpers/bodies/information.js';
import { releaseAct, releaseDecidedBody, releaseRequestedBody } from '../../helpers/bodies/release.js';
import { requestSubject } from '../../helpers/bodies/request.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { assertMandatory, assertMandatoryDisclosed } from '../../helpers/mandatory-fields.js';
import { changedSop, type Intent, Procedure, uuidOf } from '../../helpers/procedure.js';
import { offer, offered, receive, released } from '../transfer/handover-stage.js';

const at = '2021-04-02T11:00:00Z';
const unit = uuidOf('DEMO-UNIT');
const item = itemSubject('DEMO-1');
const legal = 'DEMO-LEG-1/LEG';
const humanRights = 'DEMO-HR-1/HR';
const hold = holdSubject.slice('hold/'.length);

/** An item held at headquarters, a piece of information, and a unit that could receive. */
function begun(): Procedure {
  const procedure = new Procedure();
  procedure.suppose(item, heldItem('DEMO-1', procedure.enlist('DEMO-HQC-1', 'HQC')));
  procedure.suppose(`unit/${unit}`, {
    name: 'DEMO',
    national: true,
    validFrom: '2013-05-01',
    validUntil: null,
  });
  procedure.suppose(requestSubject, { number: 'DEMO-RQ-1', closed: null });
  procedure.accept(inform('registered', 'DEMO-JMAC-1/JMAC', informationBody()));
  return procedure;
}

const place = (
  by = legal,
  pieces: readonly string[] = [item, informationSubject],
  changes: Intent['body'] = {},
) => holdAct('placed', by, placedBody(at, changes), pieces);
const lift = (by = legal, pieces: readonly string[] = [item, informationSubject]) =>
  holdAct('lifted', by, liftedBody(at), pieces);

function decide(outcome: 'GRANTED' | 'REFUSED') {
  const refused = outcome === 'REFUSED' ? { validFrom: null, validUntil: null } : {};
  return releaseAct('decided', legal, releaseDecidedBody(at, { outcome, ...refused }), [item]);
}

t.test(
  'E57: placed by the legal office, human rights or the auditor, over items and information',
  async t => {
    for (const by of [legal, humanRights, 'DEMO-AUD-1/AUD']) begun().accept(place(by));
    t.same(begun().refuse(place('DEMO-CASE-1/CASE')), ['signer.role-not-provided']);
    const procedure = begun();
    const { items } = procedure.accept(place());
    const expected = { function: 'LEG', scope: 'RELEASE_AND_DISPOSAL', since: at, lifted: null };
    t.match(procedure.state<EvidenceState>(item).holds?.[hold], { ...expected, event: items[0] });
    t.match(procedure.state<InformationState>(informationSubject).holds?.[hold], expected);
    t.match(procedure.state<HoldState>(holdSubject), {
      function: 'LEG',
      pieces: { [item]: 'HELD', [informationSubject]: 'HELD' },
    });
  },
);

t.test('E57, F-28: why is withheld, and in no history of a piece', async t => {
  const procedure = begun();
  const events = procedure.compose(place());
  t.equal(events.length, 3);
  for (const { body } of events) t.notMatch(JSON.stringify(body), 'DEMO-REASON');
  const [, ofItem] = events;
  t.same(Object.keys(ofItem?.body ?? {}).sort(), ['group', 'occurred', 'place']);
  procedure.accept(place());
  t.notMatch(JSON.stringify(procedure.state<EvidenceState>(item).holds), /LEGAL_REVIEW|instruction/);
});

t.test('E57: what a hold has to say', async t => {
  assertMandatory(t, begun(), place(), ['number', 'ground/code', 'reason', 'authority', 'scope', 'reviewOn']);
  const procedure = begun();
  procedure.accept(place());
  assertMandatory(t, procedure, lift(), ['reason', 'authority']);
  assertMandatoryDisclosed(t, begun(), place(legal, [item], { reason: {} }), []);
  const again = { ...place(legal, [item]), subject: `hold/${uuidOf('DEMO-HOLD-2')}` };
  t.same(procedure.refuse(again), ['claim.taken']);
});

t.test('E57: the function that placed a hold lifts it, from what it still holds', async t => {
  const procedure = begun();
  t.ok(procedure.refuse(lift()).includes('subject.unknown'));
  procedure.accept(place(humanRights));
  t.same(procedure.refuse(lift(legal)), ['hold.other-function', 'hold.other-function']);
  t.same(procedure.refuse(lift('DEMO-AUD-1/AUD', [item])), ['hold.other-function']);
  procedure.accept(lift('DEMO-HR-2/HR', [item]));
  t.same(standingHolds(procedure.state<EvidenceState>(item)), []);
  t.equal(standingHolds(procedure.state<InformationState>(informationSubject)).length, 1);
  t.same(procedure.refuse(lift(humanRights)), ['hold.not-standing']);
  t.match(procedure.state<HoldState>(holdSubject).pieces, { [item]: 'LIFTED', [informationSubject]: 'HELD' });
});

t.test('E57, GATE-6: what is held is not granted; a refusal is a decision all the same', async t => {
  const procedure = begun();
  procedure.accept(releaseAct('requested', 'DEMO-CASE-1/CASE', releaseRequestedBody(unit, at), [item]));
  procedure.accept(place('DEMO-AUD-1/AUD', [item]));
  t.same(procedure.refuse(decide('GRANTED')), ['hold.stops-release']);
  procedure.accept(lift('DEMO-AUD-1/AUD', [item]));
  procedure.accept(decide('GRANTED'));

  const other = begun();
  other.accept(releaseAct('requested', 'DEMO-CASE-1/CASE', releaseRequestedBody(unit, at), [item]));
  other.accept(place(legal, [item]));
  other.accept(decide('REFUSED'));
});

t.test('E57: a hold of disposal alone stops no release', async t => {
  const procedure = begun();
  procedure.accept(releaseAct('requested', 'DEMO-CASE-1/CASE', releaseRequestedBody(unit, at), [item]));
  procedure.accept(place(legal, [item], { scope: 'DISPOSAL' }));
  procedure.accept(decide('GRANTED'));
  t.equal(standingHolds(procedure.state<EvidenceState>(item)).length, 1);
});

t.test(
  'E57: under a hold nothing is offered or received in a handover, whatever was granted before',
  async t => {
    const before = released();
    before.procedure.accept(place(legal, before.items));
    t.same(before.procedure.refuse(offer(before)), ['hold.stops-release']);
    before.procedure.accept(lift(legal, before.items));
    before.procedure.accept(offer(before));

    const later = offered();
    later.procedure.accept(place(legal, later.items));
    t.same(later.procedure.refuse(receive(later)), ['hold.stops-release']);
    later.procedure.accept(lift(legal, later.items));
    later.procedure.accept(receive(later));
  },
);

t.test('RQ-13, E57: under a procedure of an earlier edition a hold stops nothing', async t => {
  const earlier = changedSop(sop => {
    sop.edition = 2;
  });
  const c = released({}, earlier);
  c.procedure.accept(place(legal, c.items));
  c.procedure.accept(offer(c));
  t.equal(c.state().transit?.stage, 'OFFERED');
});
