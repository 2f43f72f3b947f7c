import t from 'tap';
import type { EvidenceState, Safety } from '../../../src/custody/evidence/state.js';
import { Consignment, courier, giver } from '../../helpers/consignment.js';
import { changedSop } from '../../helpers/procedure.js';

const hazard = { hazard: 'DEMO: explosive' };

function certified(changes: Partial<Safety>): Partial<EvidenceState> {
  const safety: Safety = {
    status: 'CERTIFIED_FREE_FROM_EXPLOSIVES',
    event: 'DEMO',
    certificate: 'DEMO-CERTIFICATE-1',
    validUntil: '2021-04-02T11:30:00Z',
    hazardDivision: null,
    compatibilityGroup: null,
    netExplosiveQuantity: null,
    weaponCleared: false,
    ...changes,
  };
  return { explosivePossible: true, hazardClass: 'EXPLOSIVE', safety };
}

t.test('GATE-2: nothing that may hold explosive is offered without an EOD certificate', async t => {
  const uncertified = new Consignment(['DEMO-1'], { explosivePossible: true, hazardClass: 'EXPLOSIVE' });
  t.ok(
    uncertified.procedure
      .refuse(uncertified.offer({ item: hazard }))
      .includes('evidence.certificate-missing'),
  );
  const travels = new Consignment(['DEMO-1'], certified({}));
  travels.procedure.accept(travels.offer({ item: hazard }));
});

t.test('GATE-2: a certificate is judged at the time the act occurred, at the departure too', async t => {
  const expired = new Consignment(['DEMO-1'], certified({ validUntil: '2021-04-02T10:59:00Z' }));
  t.ok(expired.procedure.refuse(expired.offer({ item: hazard })).includes('evidence.certificate-expired'));
  const late = new Consignment(['DEMO-1'], certified({}));
  late.procedure.accept(late.offer({ item: hazard }));
  const { by, countersigned } = { by: courier, countersigned: [`${giver} as giver`] };
  const departed = late.depart({ by, countersigned });
  const occurred = {
    at: '2021-04-02T11:31:00Z',
    precision: 'MINUTE',
    zone: 'Africa/Bamako',
    clockDoubt: null,
  };
  const items = (departed.items ?? []).map(item => ({ ...item, body: { ...item.body, occurred } }));
  const tooLate = { ...departed, body: { ...departed.body, occurred }, items };
  t.ok(late.procedure.refuse(tooLate).includes('evidence.certificate-expired'));
});

t.test('GATE-3: a firearm that two have not cleared is not offered', async t => {
  const loaded = new Consignment(['DEMO-1'], { firearm: true });
  t.ok(loaded.procedure.refuse(loaded.offer()).includes('evidence.weapon-not-cleared'));
});

t.test('GATE-2 and GATE-3 are the SOP’s: off, the same offer stands', async _t => {
  const loaded = new Consignment(
    ['DEMO-1'],
    { firearm: true },
    changedSop(sop => {
      sop.gates = { ...sop.gates, 'GATE-3': { ...sop.gates['GATE-3'], on: false } };
    }),
  );
  loaded.procedure.accept(loaded.offer({ item: hazard }));
  const uncertified = new Consignment(
    ['DEMO-1'],
    { explosivePossible: true, hazardClass: 'EXPLOSIVE' },
    changedSop(sop => {
      sop.gates = { ...sop.gates, 'GATE-2': { ...sop.gates['GATE-2'], on: false } };
    }),
  );
  uncertified.procedure.accept(uncertified.offer({ item: hazard }));
});
