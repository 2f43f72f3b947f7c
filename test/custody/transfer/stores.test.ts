import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { JsonObject } from '../../../src/log/index.js';
import { receiverOf } from '../../helpers/bodies/transfer.js';
import { Consignment } from '../../helpers/consignment.js';
import { circumstances, uuidOf } from '../../helpers/procedure.js';
import { siteId, stores, supposeSite } from '../evidence/stage.js';

const at = '2021-04-02T11:00:00Z';
const there = { place: { site: siteId, description: 'DEMO-SITE', position: null } };

const certified: EvidenceState['safety'] = {
  status: 'EXPLOSIVE_CERTIFIED_FOR_TRANSPORT',
  event: null,
  certificate: 'DEMO-EOD-1',
  validUntil: '2021-05-01T00:00:00Z',
  hazardDivision: '1.4',
  compatibilityGroup: 'S',
  netExplosiveQuantity: '1',
  weaponCleared: false,
};
const explosive = {
  hazardClass: 'EXPLOSIVE',
  explosivePossible: true,
  highRisk: true,
  safety: certified,
} as const;
const notForIt = ['site.hazard-class-not-held', 'site.division-not-held', 'site.store-not-high-risk'];
const line = { hazard: 'EXPLOSIVE' };

function consignment(changes: Partial<EvidenceState>, store: string | null, place = siteId) {
  const c = new Consignment(['DEMO-1'], changes);
  supposeSite(c.procedure);
  c.procedure.suppose(`site/${uuidOf('DEMO-BARE')}`, { name: 'DEMO-BARE', stores: [] });
  const receiver = receiverOf(uuidOf('DEMO-SEC-1'), 'SEC', { site: place, store });
  const offer = (body: JsonObject = {}) =>
    c.offer({ body: { receiver, dangerousGoodsReference: 'DEMO-DG-1', ...body }, item: line });
  return { c, offer };
}

t.test('RQ-44: explosives are not sent to the general evidence room', async t => {
  const general = consignment(explosive, stores.general);
  t.same(general.c.procedure.refuse(general.offer()), notForIt);
  const magazine = consignment(explosive, stores.magazine);
  magazine.c.procedure.accept(magazine.offer());
  const anywhere = consignment(explosive, null);
  anywhere.c.procedure.accept(anywhere.offer());
});

t.test('RQ-44: nor to a site that has no store for them', async t => {
  const bare = consignment(explosive, null, uuidOf('DEMO-BARE'));
  t.same(bare.c.procedure.refuse(bare.offer()), ['site.no-store-for-item']);
  const plain = consignment({}, null, uuidOf('DEMO-BARE'));
  plain.c.procedure.accept(plain.offer());
  const division = consignment({ ...explosive, safety: { ...certified, hazardDivision: '1.1' } }, null);
  t.same(
    division.c.procedure.refuse(division.offer()),
    ['site.no-store-for-item'],
    'nor to one not licensed',
  );
});

t.test('RQ-29, RQ-44: nor received into it, whatever was known at the offer', async t => {
  const { c, offer } = consignment({}, stores.general);
  c.procedure.accept(offer());
  c.procedure.accept(c.depart());
  const [item = ''] = c.items;
  c.procedure.suppose(item, { ...c.state(), ...explosive });
  t.same(c.procedure.refuse(c.receive({ body: there })), notForIt);
  c.procedure.suppose(item, { ...c.state(), hazardClass: null, explosivePossible: false });
  t.same(c.procedure.refuse(c.receive({ body: there })), ['site.store-not-high-risk']);
  c.procedure.suppose(item, { ...c.state(), highRisk: false });
  c.procedure.accept(c.receive({ body: there }));
});

t.test('RQ-44: at another site than planned it is received where a store may hold it', async t => {
  const { c, offer } = consignment(explosive, stores.magazine);
  c.procedure.accept(offer());
  c.procedure.accept(c.depart());
  const bare = { place: { site: uuidOf('DEMO-BARE'), description: 'DEMO-BARE', position: null } };
  t.same(c.procedure.refuse(c.receive({ body: bare })), ['site.no-store-for-item']);
  c.procedure.accept(c.receive({ body: there }));
});

t.test('RQ-44: what comes back comes to the store it left', async t => {
  const { c, offer } = consignment({}, null);
  c.procedure.accept(offer({ from: { capacity: 'DEMO', site: siteId, store: stores.general } }));
  c.procedure.accept(c.depart());
  const [item = ''] = c.items;
  c.procedure.suppose(item, { ...c.state(), ...explosive });
  const back = { ...circumstances(at), ...there, returns: true };
  t.same(c.procedure.refuse(c.receive({ body: back, by: 'DEMO-WIT-1/WIT' })), notForIt);
});
