import t from 'tap';
import type { EvidenceState, Safety } from '../../../src/custody/evidence/state.js';
import type { SiteState } from '../../../src/custody/site/state.js';
import type { JsonObject } from '../../../src/log/index.js';
import { Consignment } from '../../helpers/consignment.js';
import { heldItem } from '../../helpers/held-item.js';
import { changedSop, type Intent } from '../../helpers/procedure.js';
import { siteId, supposeSite } from '../evidence/stage.js';

const item = { hazard: 'DEMO: detonator' };

/** Possible explosive content, certified until shortly after the sample offer. */
function certified(changes: Partial<Safety> = {}): Partial<EvidenceState> {
  const safety: Safety = {
    status: 'CERTIFIED_FREE_FROM_EXPLOSIVES',
    event: 'DEMO',
    certificate: 'DEMO-CERT-1',
    validUntil: '2021-04-02T11:30:00Z',
    hazardDivision: null,
    compatibilityGroup: null,
    netExplosiveQuantity: null,
    weaponCleared: false,
    ...changes,
  };
  return { explosivePossible: true, safety };
}

/** The act with its items, as having happened at another time. */
function occurredAt(intent: Intent, at: string): Intent {
  const moved = (body: JsonObject): JsonObject => ({
    ...body,
    occurred: { at, precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null },
  });
  const items = (intent.items ?? []).map(entry => ({ ...entry, body: moved(entry.body) }));
  return { ...intent, body: moved(intent.body), items };
}

t.test('GATE-2: what may hold explosive is offered under a certificate only', async t => {
  for (const [changes, rule] of [
    [{ status: 'UNASSESSED', certificate: null, validUntil: null }, 'evidence.certificate-missing'],
    [{ status: 'RENDERED_SAFE', certificate: null, validUntil: null }, 'evidence.certificate-missing'],
    [{ validUntil: '2021-04-02T10:59:00Z' }, 'evidence.certificate-expired'],
    [{ status: 'HAZARDOUS_DO_NOT_MOVE' }, 'evidence.hazardous'],
  ] as const) {
    const c = new Consignment(['DEMO-1'], certified(changes));
    t.same(c.procedure.refuse(c.offer({ item })), [rule], rule);
  }
  const c = new Consignment(['DEMO-1'], certified());
  c.procedure.accept(c.offer({ item }));
});

t.test('GATE-2: class 1 goods travel with division and compatibility group', async t => {
  const status = 'EXPLOSIVE_CERTIFIED_FOR_TRANSPORT';
  const c = new Consignment(['DEMO-1'], certified({ status, hazardDivision: '1.4' }));
  const body = { dangerousGoodsReference: 'DEMO-DGD-1' };
  t.same(c.procedure.refuse(c.offer({ item, body })), ['evidence.certificate-class']);
});

t.test('GATE-2: a certificate that ran out after the offer stops the departure', async t => {
  const c = new Consignment(['DEMO-1'], certified());
  c.procedure.accept(c.offer({ item }));
  t.same(c.procedure.refuse(occurredAt(c.depart(), '2021-04-02T11:31:00Z')), [
    'evidence.certificate-expired',
  ]);
  const lastMinute = occurredAt(c.depart(), '2021-04-02T11:30:00Z');
  t.same(c.procedure.refuse(lastMinute), ['evidence.certificate-expired'], 'it may have been 11:30:59');
  c.procedure.accept(occurredAt(c.depart(), '2021-04-02T11:29:00Z'));
});

t.test('GATE-3: a firearm that two persons have not cleared is not offered', async t => {
  const c = new Consignment(['DEMO-1'], { firearm: true });
  t.same(c.procedure.refuse(c.offer({ item })), ['evidence.weapon-not-cleared']);
});

t.test(
  'GATE-3: a firearm found not to be clear on the way is accepted nowhere but in a quarantine',
  async t => {
    const cleared = { firearm: true, safety: { ...heldItem('', '').safety, weaponCleared: true } };
    const c = new Consignment(['DEMO-1'], cleared);
    supposeSite(c.procedure);
    c.procedure.accept(c.offer({ item: { hazard: 'FIREARM' } }));
    c.procedure.accept(c.depart());
    const [subject = ''] = c.items;
    c.procedure.suppose(subject, {
      ...c.state(),
      hazardClass: 'FIREARM',
      safety: { ...c.state().safety, weaponCleared: false },
    });
    t.same(c.procedure.refuse(c.receive()), ['evidence.weapon-not-cleared']);
    const place = { site: siteId, description: 'DEMO-SITE', position: null };
    const arms = { stores: c.procedure.state<SiteState>(`site/${siteId}`).stores };
    c.procedure.suppose(`site/${siteId}`, {
      name: 'DEMO',
      stores: arms.stores.filter(store => !store.quarantine),
    });
    t.same(c.procedure.refuse(c.receive({ body: { place } })), ['site.no-store-for-item']);
    c.procedure.suppose(`site/${siteId}`, { name: 'DEMO', ...arms });
    c.procedure.accept(c.receive({ body: { place } }));
  },
);

t.test('GATE-2 and GATE-3 are data: switched off, or overridden by a role the SOP names', async t => {
  const off = (gate: 'GATE-2' | 'GATE-3') =>
    changedSop(sop => {
      sop.gates[gate].on = false;
    });
  const uncertified = certified({ status: 'UNASSESSED', certificate: null, validUntil: null });
  const explosive = new Consignment(['DEMO-1'], uncertified, off('GATE-2'));
  explosive.procedure.accept(explosive.offer());
  const firearm = new Consignment(['DEMO-1'], { firearm: true }, off('GATE-3'));
  firearm.procedure.accept(firearm.offer({ item }));

  const byEod = changedSop(sop => {
    sop.gates['GATE-2'].override = { roles: ['EOD'] };
  });
  const c = new Consignment(['DEMO-1'], uncertified, byEod);
  const officer = c.procedure.enlist('DEMO-EOD-1', 'EOD');
  const overrides = [{ gate: 'GATE-2', officer, reason: 'DEMO: fire on the site' }];
  const offer = c.offer({ body: { overrides }, countersigned: ['DEMO-EOD-1/EOD as overriding-officer'] });
  c.procedure.accept(offer);
  t.match(c.state().remarks, [{ kind: 'OVERRIDE', text: 'GATE-2: DEMO: fire on the site' }]);
  const shipped = new Consignment(['DEMO-1'], uncertified);
  shipped.procedure.enlist('DEMO-EOD-1', 'EOD');
  t.ok(shipped.procedure.refuse(offer).includes('override.not-allowed'));
});
