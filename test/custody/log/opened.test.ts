import t from 'tap';
import { composeFounding, type Founder } from '../../../src/custody/compose/compose-founding.js';
import { judgeBatch } from '../../../src/custody/judge/judge-batch.js';
import { Overlay } from '../../../src/custody/judge/world.js';
import type { LogState } from '../../../src/custody/log/state.js';
import type { OfficerState } from '../../../src/custody/officer/state.js';
import { rolesHeld } from '../../../src/custody/officer/state.js';
import { reconstruction } from '../../../src/custody/sop/reconstruction.js';
import { sopReference } from '../../../src/custody/sop/sop-bytes.js';
import { type JsonObject, readActs } from '../../../src/log/index.js';
import { openIncident } from '../../helpers/bodies/incident.js';
import { jwkOf, officerSubject, publicKeyOf } from '../../helpers/bodies/officer.js';
import { registerUnit } from '../../helpers/bodies/unit.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { circumstances, emptyWorld, type Intent, Procedure, uuidOf } from '../../helpers/procedure.js';

const subject = `log/${uuidOf('DEMO-LOG')}`;
const names = ['DEMO-REG-1', 'DEMO-REG-2', 'DEMO-REG-3'];

function founderOf(name: string, changes: JsonObject = {}): JsonObject {
  return { officer: uuidOf(name), jwk: jwkOf(name), pop: 'DEMO', ...changes };
}

function openLog(changes: JsonObject = {}, countersigners = names.slice(1)): Intent {
  return {
    subject,
    type: 'log.opened',
    by: 'DEMO-REG-1/REG',
    countersigned: countersigners.map(name => `${name}/REG as founder`),
    body: {
      logKey: 'rules.test.example/AAAAAAAAAAAAAAAAAAAAAA+00000000+AAAA',
      founders: names.map(name => founderOf(name)),
      sop: { ...sopReference(reconstruction) },
      continues: null,
      ...changes,
    },
  };
}

t.test('log-format section 8: the founding batch stands by itself, and brings its registrars', async t => {
  const founders: Founder[] = names.map(name => {
    const { kid, jwk } = publicKeyOf(name);
    return { officer: uuidOf(name), kid, alg: 'Ed25519', jwk, pop: 'DEMO', name };
  });
  let count = 0;
  const { events } = composeFounding(
    {
      origin: 'rules.test.example/AAAAAAAAAAAAAAAAAAAAAA',
      subject,
      logKey: 'DEMO',
      founders,
      sop: sopReference(reconstruction),
      continues: null,
      at: '2021-04-02T12:00:00Z',
    },
    () => Buffer.alloc(16, count++).toString('base64url'),
    () => new Uint8Array(16).fill(count++),
  );
  const signed = events.map(({ payload, eventId, signer: { kid, alg } }) => ({
    ...payload,
    eventId,
    kid,
    alg,
    jws: '',
  }));
  const receivedAt = Date.UTC(2021, 3, 2, 12);
  const moment = { receivedAt, firstIndex: 0, sop: reconstruction };
  const verdict = judgeBatch(new Overlay(emptyWorld), readActs(signed).acts, moment);
  t.equal(verdict.kind, 'accepted');
  if (verdict.kind !== 'accepted') return;
  t.match(verdict.overlay.log(), { openedAt: receivedAt, opened: events[0]?.eventId });
  for (const { officer, kid } of founders) {
    const state = verdict.overlay.standing(`officer/${officer}`)?.state as OfficerState;
    t.same(rolesHeld(state, receivedAt), ['REG']);
    t.same(Object.keys(state.keys), [kid]);
  }
});

t.test('log-format section 8: mandatory members of log.opened', async t => {
  assertMandatory(t, new Procedure(), openLog(), ['logKey', 'founders', 'sop', 'sop/sha256', 'continues']);
});

t.test('log-format section 8: founders are two or more, different officers with different keys', async t => {
  const procedure = new Procedure();
  const [first, second] = names.map(name => founderOf(name));
  t.same(procedure.refuse(openLog({ founders: [first ?? {}] }, ['DEMO-REG-2'])), ['body.value-refused']);
  const sameOfficer = founderOf('DEMO-REG-1', { jwk: jwkOf('K2') });
  t.ok(
    procedure
      .refuse(openLog({ founders: [first ?? {}, sameOfficer] }, ['DEMO-REG-2']))
      .includes('log.founders-not-distinct'),
  );
  const sameKey = founderOf('DEMO-REG-2', { jwk: jwkOf('DEMO-REG-1') });
  t.same(procedure.refuse(openLog({ founders: [first ?? {}, sameKey] }, ['DEMO-REG-2'])), [
    'log.founders-not-distinct',
  ]);
  procedure.accept(openLog({ founders: [first ?? {}, second ?? {}] }, ['DEMO-REG-2']));
});

t.test('log-format section 8: the first founder signs, every other countersigns', async t => {
  const procedure = new Procedure();
  t.same(procedure.refuse(openLog({}, ['DEMO-REG-2'])), ['log.founder-not-countersigned']);
  const others = ['DEMO-REG-1', 'DEMO-REG-3'];
  t.same(procedure.refuse({ ...openLog({}, others), by: 'DEMO-REG-2/REG' }), [
    'log.signer-not-founder',
    'log.founder-not-countersigned',
  ]);
});

t.test('log-format section 8, key: a founder brings a valid key', async t => {
  const malformed = founderOf('DEMO-REG-2', { jwk: { ...jwkOf('DEMO-REG-2'), x: 'AAAA' } });
  const founders = [founderOf('DEMO-REG-1'), malformed];
  t.same(new Procedure().refuse(openLog({ founders }, ['DEMO-REG-2'])), ['officer.key-malformed']);
});

t.test(
  'log-format section 8: a log is opened once; nobody brings in registrars of his own later',
  async t => {
    const procedure = new Procedure();
    procedure.accept(openLog());
    const again = { ...openLog(), subject: `log/${uuidOf('DEMO-LOG-2')}` };
    t.same(procedure.refuse(again), ['log.not-founding']);
    t.same(procedure.refuse(openLog()), ['subject.begun']);
  },
);

t.test('RQ-13, log-format section 8: the SOP in force is the last one adopted before', async t => {
  const procedure = new Procedure();
  procedure.accept(openLog());
  const stricter = structuredClone(reconstruction);
  stricter.version = 4;
  stricter.deadlines.futureToleranceMinutes.value = 0;
  const adoption: Intent = {
    subject,
    type: 'log.sop-adopted',
    by: 'DEMO-REG-1/REG',
    countersigned: ['DEMO-REG-2/REG as registrar'],
    body: { sop: { ...sopReference(stricter) } },
  };
  assertMandatory(t, procedure, adoption, ['sop']);
  t.same(procedure.refuse(adoption), ['log.sop-unknown']);
  const known = new Map([reconstruction, stricter].map(sop => [sopReference(sop).sha256, sop]));
  procedure.world.sopDocument = sha256 => known.get(sha256);
  t.same(procedure.refuse({ ...adoption, countersigned: [] }), ['countersignature.missing']);
  procedure.accept(registerUnit());
  const soon = (name: string) =>
    openIncident({ ...circumstances('2021-04-02T12:02:00Z'), caseFile: name }, `incident/${uuidOf(name)}`);
  procedure.accept(soon('DEMO-INCIDENT-1'));
  procedure.accept(adoption);
  t.same(procedure.refuse(soon('DEMO-INCIDENT-2')), ['time.in-future'], 'judged by the new one from here on');
  t.equal(procedure.state<LogState>(subject).sop.version, 4);
  t.equal(procedure.state<OfficerState>(officerSubject('DEMO-REG-1')).national, false);
});
