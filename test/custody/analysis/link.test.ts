import t from 'tap';
import type { LinkState } from '../../../src/custody/link/state.js';
import {
  claimFacts,
  claimSubject,
  follow,
  groupFacts,
  groupSubject,
  linkFacts,
  linkSubject,
  record,
} from '../../helpers/bodies/analysis.js';
import { openIncident } from '../../helpers/bodies/incident.js';
import { Procedure, uuidOf } from '../../helpers/procedure.js';

interface Ground {
  readonly procedure: Procedure;
  readonly incident: string;
  /** `event_id` of the act that opened it. */
  readonly opened: string;
}

function ground(): Ground {
  const procedure = new Procedure();
  procedure.suppose(`unit/${uuidOf('DEMO-UNIT')}`, {});
  const intent = openIncident();
  const { eventId: opened } = procedure.accept(intent);
  procedure.accept(record(groupSubject, groupFacts()));
  procedure.accept(record(claimSubject, claimFacts()));
  return { procedure, incident: intent.subject, opened };
}

t.test(
  'E36: an attribution is an analyst’s signed statement, on signed records, with its confidence',
  async t => {
    const { procedure, incident, opened } = ground();
    const facts = linkFacts(incident, groupSubject, opened, { relation: 'ATTRIBUTED_TO', confidence: 'LOW' });
    t.same(procedure.refuse({ ...record(linkSubject, facts, [opened]), by: 'DEMO-CASE-1/CASE' }), [
      'signer.role-not-provided',
    ]);
    procedure.accept(record(linkSubject, facts, [opened]));
    t.match(procedure.state<LinkState>(linkSubject), {
      from: incident,
      to: groupSubject,
      relation: 'ATTRIBUTED_TO',
      standing: 'ASSERTED',
      confidence: 'LOW',
    });
    const alone = linkFacts(incident, groupSubject, opened, { relation: 'ATTRIBUTED_TO', records: [] });
    t.same(procedure.refuse(record(`link/${uuidOf('DEMO-2')}`, alone)), ['link.without-record']);
  },
);

t.test('E36: a relation stands between what it can stand between, and never with itself', async t => {
  const { procedure, incident, opened } = ground();
  const refused = (from: string, to: string, relation: string) =>
    procedure.refuse(record(linkSubject, linkFacts(from, to, opened, { relation }), [opened]));
  t.same(refused(incident, claimSubject, 'ATTRIBUTED_TO'), ['link.relation-astray']);
  t.same(refused(groupSubject, incident, 'CLAIMED_IN'), ['link.relation-astray']);
  t.same(refused(incident, incident, 'RELATED'), ['link.with-itself']);
  t.same(refused(incident, `evidence/${uuidOf('DEMO-NOWHERE')}`, 'RELATED'), ['reference.subject-unknown']);
  procedure.accept(
    record(linkSubject, linkFacts(incident, claimSubject, opened, { relation: 'CLAIMED_IN' }), [opened]),
  );
});

t.test('E36, V13: a suggestion that is rejected says what the two share, and rests on no record', async t => {
  const { procedure, incident, opened } = ground();
  const rejected = {
    relation: 'RELATED',
    standing: 'REJECTED',
    shared: { what: 'SAMPLE', key: '7.62x39 DEMO-31 1984' },
    records: [],
  };
  procedure.accept(record(linkSubject, linkFacts(incident, claimSubject, opened, rejected)));
  t.match(procedure.state<LinkState>(linkSubject), {
    standing: 'REJECTED',
    shared: { what: 'SAMPLE', key: '7.62x39 DEMO-31 1984' },
  });
  const asserted = linkFacts(incident, claimSubject, opened);
  procedure.accept(follow(linkSubject, 'restated', asserted, [opened]));
  t.equal(procedure.state<LinkState>(linkSubject).standing, 'ASSERTED', 'stated anew, it is asserted');
});
