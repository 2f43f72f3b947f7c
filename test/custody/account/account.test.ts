import t from 'tap';
import type { AccountState } from '../../../src/custody/account/state.js';
import { collectDigests } from '../../../src/log/index.js';
import {
  accountSubject,
  casualtiesOf,
  giveAccount,
  openClassification,
  range,
  restateAccount,
  withdrawAccount,
} from '../../helpers/bodies/account.js';
import { openIncident } from '../../helpers/bodies/incident.js';
import { registerUnit } from '../../helpers/bodies/unit.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { circumstances, type Intent, Procedure, uuidOf } from '../../helpers/procedure.js';

function withIncident(): Procedure {
  const procedure = new Procedure();
  procedure.accept(registerUnit());
  procedure.accept(openIncident());
  return procedure;
}

function given(): Procedure {
  const procedure = withIncident();
  procedure.accept(giveAccount());
  return procedure;
}

const code = (value: string) => ({ code: value, text: null });

t.test('E01: analysts and case officers keep what each source says of an incident', async t => {
  const procedure = withIncident();
  for (const by of ['DEMO-WIT-1/WIT', 'DEMO-LEG-1/LEG']) {
    t.same(procedure.refuse({ ...giveAccount(), by }), ['signer.role-not-provided'], by);
  }
  t.same(procedure.refuse(giveAccount({ incident: uuidOf('DEMO-NOTHING') })), ['reference.subject-unknown']);
  procedure.accept(giveAccount());
  t.match(procedure.state<AccountState>(accountSubject), {
    incident: uuidOf('DEMO-INCIDENT'),
    sourceKind: 'UNIT_REPORT',
    reliability: 'B',
    credibility: 'PROBABLY_TRUE',
    asOf: '2021-04-02',
    casualties: [
      {
        category: 'MISSION_MILITARY',
        dead: { lowest: 4, highest: 4 },
        injured: { lowest: 36, highest: 36 },
        abducted: null,
      },
    ],
    assailants: { lowest: 100, highest: 100 },
    assailantsDead: { lowest: 40, highest: 40 },
    classification: { level: 'CONFIDENTIAL' },
    withdrawn: null,
  });
});

t.test('E01: mandatory fields of an account', async t => {
  const changes = { statedDate: { on: '2021-04-01', precision: 'MONTH' } };
  assertMandatory(t, withIncident(), giveAccount(changes), [
    'incident',
    'source',
    'source/kind',
    'reliability',
    'credibility',
    'asOf',
    'casualties',
    'casualties/0/category',
    'casualties/0/dead',
    'casualties/0/dead/lowest',
    'casualties/0/dead/highest',
    'casualties/0/injured',
    'casualties/0/abducted',
    'assailants',
    'assailantsDead',
    'damage',
    'statedPlace',
    'statedDate',
    'statedDate/precision',
    'classification',
    'imported',
  ]);
  assertMandatory(t, given(), restateAccount(), ['source', 'casualties', 'assailants', 'reason']);
  assertMandatory(t, given(), withdrawAccount(), ['occurred', 'reason']);
});

t.test('domain.md (g), G1-07: two figures for one fact are two accounts, and both are kept', async t => {
  const procedure = given();
  const other = `account/${uuidOf('DEMO-ACCOUNT-2')}`;
  procedure.accept(giveAccount({ assailants: range(200, null) }, other));
  t.same(procedure.state<AccountState>(accountSubject).assailants, { lowest: 100, highest: 100 });
  t.same(procedure.state<AccountState>(other).assailants, { lowest: 200, highest: null });
});

t.test('E01: figures that cannot be are refused', async t => {
  const procedure = withIncident();
  const refused = (changes: Intent['body']) => procedure.refuse(giveAccount(changes));
  t.same(refused({ assailants: range(5, 4) }), ['account.range-backwards']);
  t.same(refused({ assailantsDead: range(5, 4) }), ['account.range-backwards']);
  for (const figure of ['dead', 'injured', 'abducted']) {
    const casualties = [casualtiesOf('CIVILIANS', { [figure]: range(2, 1) })];
    t.same(refused({ casualties }), ['account.range-backwards'], figure);
  }
  const civilians = casualtiesOf('CIVILIANS', { dead: range(1) });
  t.same(refused({ casualties: [civilians, civilians] }), ['account.category-twice']);
  const others = ['DEMO-1', 'DEMO-2'].map(text => ({ ...civilians, category: { code: 'OTHER', text } }));
  procedure.accept(giveAccount({ casualties: [civilians, ...others] }));
});

t.test('RQ-09: a source speaks before its account is entered, wherever the day began', async t => {
  t.same(withIncident().refuse(giveAccount({ asOf: '2021-04-04' })), ['account.as-of-later']);
  withIncident().accept(giveAccount({ asOf: '2021-04-02' }));
});

t.test(
  'E55, RQ-05: restated, whole, the last statement is in force; withdrawn, it takes no more',
  async t => {
    const wrong = withIncident();
    wrong.accept(giveAccount({ casualties: [casualtiesOf('CIVILIANS', { dead: range(400) })] }));
    const { eventId } = wrong.accept({ ...restateAccount(), by: 'DEMO-CASE-1/CASE' });
    const { restatements, ...state } = wrong.state<AccountState>(accountSubject);
    t.match(restatements, [{ event: eventId, reason: 'DEMO: misread' }]);
    t.same(state, given().state<AccountState>(accountSubject), 'as if it had been entered right at once');
    const withdrawal = wrong.accept(withdrawAccount());
    t.match(wrong.state<AccountState>(accountSubject).withdrawn, { event: withdrawal.eventId });
    t.same(wrong.refuse(restateAccount()), ['account.withdrawn-already']);
    t.same(wrong.refuse(withdrawAccount()), ['account.withdrawn-already']);
  },
);

t.test('GATE-8: who the source is stands as a digest, and is erased by two', async t => {
  const procedure = withIncident();
  const [event] = procedure.compose(giveAccount());
  const [claim, ...others] = collectDigests(event?.body ?? {});
  t.same([claim?.pointer, others.length], ['/source/description', 0]);
  t.notMatch(JSON.stringify(event?.body), /DEMO-SOURCE/);
  const { eventId } = procedure.accept(giveAccount());
  const [kept] = collectDigests(procedure.world.event(eventId)?.body ?? {});
  const erasure: Intent = {
    subject: accountSubject,
    type: 'account.disclosure-erased',
    by: 'DEMO-LEG-1/LEG',
    countersigned: ['DEMO-HR-1/HR as second-officer'],
    refs: [eventId],
    body: { eventId, digest: kept?.digest ?? '', reason: 'DEMO: protection of a source' },
  };
  t.same(procedure.refuse({ ...erasure, countersigned: [] }), ['countersignature.missing']);
  procedure.accept(erasure);
});

t.test('E56, V6: classified by its author, records or legal; loosened with its originator', async t => {
  const procedure = withIncident();
  const controlled = { ...openClassification, caveats: [code('ORIGINATOR_CONTROLLED')] };
  procedure.accept(giveAccount({ classification: controlled }));
  const classify: Intent = {
    subject: accountSubject,
    type: 'account.classified',
    by: 'DEMO-JMAC-1/JMAC',
    body: {
      ...circumstances('2021-04-02T11:50:00Z'),
      classification: openClassification,
      originatorConsent: null,
    },
  };
  t.same(procedure.refuse(classify), ['evidence.originator-consent']);
  const stricter = { ...controlled, level: 'STRICTLY_CONFIDENTIAL' };
  t.same(
    procedure.refuse({
      ...classify,
      by: 'DEMO-JMAC-2/JMAC',
      body: { ...classify.body, classification: stricter },
    }),
    ['evidence.classification-not-author'],
  );
  procedure.accept({ ...classify, body: { ...classify.body, classification: stricter } });
  t.equal(procedure.state<AccountState>(accountSubject).classification.level, 'STRICTLY_CONFIDENTIAL');
});
