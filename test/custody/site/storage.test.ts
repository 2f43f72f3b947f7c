import t from 'tap';
import type { EvidenceState, Safety } from '../../../src/custody/evidence/state.js';
import type { SiteState } from '../../../src/custody/site/state.js';
import { checkLocation, findStore } from '../../../src/custody/site/storage.js';
import { gateOf } from '../../../src/custody/violation.js';
import { registerSite, siteSubject, storeOf } from '../../helpers/bodies/site.js';
import { heldItem } from '../../helpers/held-item.js';
import { Procedure, uuidOf } from '../../helpers/procedure.js';

const procedure = new Procedure();
procedure.accept(registerSite());
const site = procedure.state<SiteState>(siteSubject);

function item(changes: Partial<EvidenceState> = {}, safety: Partial<Safety> = {}): EvidenceState {
  const plain = heldItem('DEMO-ITEM', uuidOf('DEMO-SEC-1'), changes);
  return { ...plain, safety: { ...plain.safety, ...safety } };
}

function rules(store: string, thing: EvidenceState, shelf = 'A1', at: SiteState = site): readonly string[] {
  return checkLocation(at, { store: uuidOf(store), shelf }, thing, '/body/location').map(({ rule }) => rule);
}

t.test('RQ-27: a location is a store of the site and one of its shelves', async t => {
  t.same(rules('DEMO-GENERAL', item()), []);
  t.same(rules('DEMO-GENERAL', item(), 'A3'), ['site.shelf-unknown']);
  t.same(rules('DEMO-ELSEWHERE', item()), ['site.store-unknown']);
  t.equal(findStore(site, uuidOf('DEMO-GENERAL'))?.name, 'DEMO-GENERAL');
  t.equal(findStore(site, uuidOf('DEMO-ELSEWHERE')), undefined);
});

t.test('RQ-27: a closed store takes in nothing', async t => {
  const other = new Procedure();
  other.accept(registerSite({ stores: [storeOf('DEMO-GENERAL', { open: false })] }));
  t.same(rules('DEMO-GENERAL', item(), 'A1', other.state(siteSubject)), ['site.store-closed']);
});

t.test('RQ-44: an item of a hazard class lies only where its class may', async t => {
  const explosive = item({ hazardClass: 'EXPLOSIVE', explosivePossible: true });
  t.same(rules('DEMO-GENERAL', explosive), ['site.hazard-class-not-held']);
  t.same(rules('DEMO-ARMOURY', explosive), ['site.hazard-class-not-held']);
  t.same(rules('DEMO-MAGAZINE', explosive), []);
  t.same(rules('DEMO-GENERAL', item({ hazardClass: 'AMMUNITION' })), ['site.hazard-class-not-held']);
  t.same(rules('DEMO-MAGAZINE', item({ hazardClass: 'AMMUNITION' })), []);
  t.same(rules('DEMO-MAGAZINE', item()), ['site.hazard-class-not-held'], 'nothing else among explosives');
});

t.test('RQ-44: what may hold explosive is explosive until somebody signs that it is not', async t => {
  const suspect = { explosivePossible: true, hazardClass: null };
  t.same(rules('DEMO-GENERAL', item(suspect, { status: 'UNASSESSED' })), ['site.hazard-class-not-held']);
  t.same(rules('DEMO-GENERAL', item(suspect, { status: 'RENDERED_SAFE' })), ['site.hazard-class-not-held']);
  t.same(rules('DEMO-MAGAZINE', item(suspect, { status: 'UNASSESSED' })), []);
  t.same(rules('DEMO-GENERAL', item(suspect, { status: 'CERTIFIED_FREE_FROM_EXPLOSIVES' })), []);
  t.same(rules('DEMO-GENERAL', item(suspect, { status: 'NON_HAZARDOUS' })), []);
});

t.test('RQ-44: a store holds the divisions of class 1 it is licensed for', async t => {
  const explosive = { hazardClass: 'EXPLOSIVE', explosivePossible: true } as const;
  t.same(rules('DEMO-MAGAZINE', item(explosive, { hazardDivision: '1.2' })), ['site.division-not-held']);
  t.same(rules('DEMO-MAGAZINE', item(explosive, { hazardDivision: '1.1' })), []);
});

t.test('RQ-29: high-risk items have their own store', async t => {
  t.same(rules('DEMO-GENERAL', item({ highRisk: true })), ['site.store-not-high-risk']);
  t.same(rules('DEMO-ARMOURY', item({ highRisk: true })), []);
});

t.test('GATE-3: a firearm that two persons have not cleared goes to quarantine only', async t => {
  const arm = { firearm: true, hazardClass: 'FIREARM', highRisk: true } as const;
  t.same(rules('DEMO-ARMOURY', item(arm)), ['site.quarantine-only']);
  t.same(rules('DEMO-QUARANTINE', item(arm)), []);
  t.same(rules('DEMO-ARMOURY', item(arm, { weaponCleared: true })), []);
  t.equal(gateOf('site.quarantine-only'), 'GATE-3');
});
