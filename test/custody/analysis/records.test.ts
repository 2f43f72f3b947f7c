import t from 'tap';
import type { ArmedGroupState } from '../../../src/custody/armedgroup/state.js';
import type { PropagandaState } from '../../../src/custody/propaganda/state.js';
import type { RequirementState } from '../../../src/custody/requirement/state.js';
import {
  claimFacts,
  claimSubject,
  follow,
  groupFacts,
  groupSubject,
  record,
  requirementFacts,
  requirementSubject,
  tag,
} from '../../helpers/bodies/analysis.js';
import { openIncident } from '../../helpers/bodies/incident.js';
import { Procedure, uuidOf } from '../../helpers/procedure.js';

const subjects = [
  [groupSubject, groupFacts()],
  [claimSubject, claimFacts()],
  [requirementSubject, requirementFacts()],
] as const;

t.test(
  'domain.md (b), JMAC: what the analysis cell keeps is recorded by analysts, and by no field team',
  async t => {
    for (const [subject, facts] of subjects) {
      const procedure = new Procedure();
      const intent = record(subject, facts);
      t.same(procedure.refuse({ ...intent, by: 'DEMO-WIT-1/WIT' }), ['signer.role-not-provided'], subject);
      procedure.accept(intent);
      t.match(procedure.state(subject), { classification: { level: 'CONFIDENTIAL' }, withdrawn: null });
    }
  },
);

t.test('E55, RQ-05: what is stated anew is in force, and what was withdrawn is stated no more', async t => {
  const procedure = new Procedure();
  procedure.accept(record(groupSubject, groupFacts()));
  const before = procedure.state<ArmedGroupState>(groupSubject);
  const restated = groupFacts({ names: [{ name: 'DEMO-GROUP-C', from: null, until: null }] });
  procedure.accept(follow(groupSubject, 'restated', restated));
  const after = procedure.state<ArmedGroupState>(groupSubject);
  t.match(after, { names: [{ name: 'DEMO-GROUP-C' }], restatements: [{ reason: 'DEMO: it was wrong' }] });
  t.ok(after.statedIndex > before.statedIndex, 'the leaf of the statement in force');
  t.same({ ...after, restatements: [], statedIndex: 0 }, { ...fresh(restated), statedIndex: 0 });
  procedure.accept(follow(groupSubject, 'withdrawn'));
  for (const again of [follow(groupSubject, 'restated', restated), follow(groupSubject, 'withdrawn')])
    t.same(procedure.refuse(again), ['record.withdrawn-already'], again.type);
});

/** As it stands where it was right at once. */
function fresh(facts: ReturnType<typeof groupFacts>): ArmedGroupState {
  const procedure = new Procedure();
  procedure.accept(record(groupSubject, facts));
  return procedure.state<ArmedGroupState>(groupSubject);
}

t.test(
  'RQ-09: names, areas and lists of a group have periods that run forward; none comes from itself',
  async t => {
    const procedure = new Procedure();
    const backwards = { from: '2018-01-02', until: '2018-01-01' };
    for (const [member, entry] of [
      ['names', { name: 'DEMO' }],
      ['areas', { unit: 'DEMO' }],
      ['listings', { regime: 'DEMO' }],
    ] as const) {
      const facts = groupFacts({ [member]: [{ ...entry, ...backwards }] });
      t.same(procedure.refuse(record(groupSubject, facts)), ['record.period-backwards'], member);
    }
    const itself = groupFacts({ cameFrom: [{ group: groupSubject.slice('armedgroup/'.length), on: null }] });
    t.ok(procedure.refuse(record(groupSubject, itself)).includes('armedgroup.from-itself'));
    const other = `armedgroup/${uuidOf('DEMO-OTHER')}`;
    procedure.accept(record(other, groupFacts()));
    const merged = groupFacts({ cameFrom: [{ group: other.slice('armedgroup/'.length), on: '2017-03-02' }] });
    procedure.accept(record(groupSubject, merged));
  },
);

t.test(
  'GATE-8, G2-04: where a claim was found is withheld; quantities are ranges; a number is used once',
  async t => {
    const procedure = new Procedure();
    procedure.accept(record(claimSubject, claimFacts()));
    const state = procedure.state<PropagandaState>(claimSubject);
    t.match(state, { verified: 'SEEN_IN_PART', dead: { lowest: 3, highest: 5 } });
    t.notMatch(JSON.stringify(state), /passed on/, 'the state tells no source');
    const elsewhere = `propaganda/${uuidOf('DEMO-CLAIM-2')}`;
    t.same(procedure.refuse(record(elsewhere, claimFacts())), ['claim.taken']);
    const backwards = claimFacts({ number: 'DEMO-PC-2', dead: { lowest: 5, highest: 3 } });
    t.same(procedure.refuse(record(elsewhere, backwards)), ['account.range-backwards']);
  },
);

t.test('domain.md (b), JMAC: records are tagged to what the mission wants to know, each once', async t => {
  const procedure = new Procedure();
  procedure.suppose(`unit/${uuidOf('DEMO-UNIT')}`, {});
  const incident = openIncident();
  procedure.accept(incident);
  procedure.accept(record(requirementSubject, requirementFacts()));
  t.same(procedure.refuse(tag('tagged', claimSubject)), ['reference.subject-unknown']);
  t.same(procedure.refuse(tag('untagged', incident.subject)), ['requirement.not-tagged']);
  procedure.accept(tag('tagged', incident.subject));
  t.match(procedure.state<RequirementState>(requirementSubject).tags, [{ record: incident.subject }]);
  t.same(procedure.refuse(tag('tagged', incident.subject)), ['requirement.tagged-already']);
  procedure.accept(tag('untagged', incident.subject));
  t.same(procedure.state<RequirementState>(requirementSubject).tags, []);
  procedure.accept(follow(requirementSubject, 'withdrawn'));
  t.same(procedure.refuse(tag('tagged', incident.subject)), ['record.withdrawn-already']);
});
