import t from 'tap';
import type { SiteState } from '../../../src/custody/site/state.js';
import { changeStores, demoStores, registerSite, siteSubject, storeOf } from '../../helpers/bodies/site.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { Procedure } from '../../helpers/procedure.js';

t.test('domain.md (b), REG: two registrars register a site and change its stores', async t => {
  const procedure = new Procedure();
  t.same(procedure.refuse({ ...registerSite(), countersigned: [] }), ['countersignature.missing']);
  t.same(procedure.refuse({ ...registerSite(), by: 'DEMO-HQC-1/HQC' }), ['signer.role-not-provided']);
  procedure.accept(registerSite());
  t.same(procedure.refuse({ ...changeStores(demoStores), countersigned: [] }), ['countersignature.missing']);
  procedure.accept(changeStores([...demoStores, storeOf('DEMO-NEW')]));
  t.equal(procedure.state<SiteState>(siteSubject).stores.length, 5);
});

t.test('RQ-27: mandatory fields of a site and its stores', async t => {
  const procedure = new Procedure();
  assertMandatory(t, procedure, registerSite(), ['name', 'description', 'unit', 'position', 'stores']);
  const { store: _store, ...unnumbered } = storeOf('DEMO-GENERAL');
  t.same(procedure.refuse(registerSite({ stores: [unnumbered] })), ['body.member-missing']);
  for (const member of ['name', 'shelves', 'hazardClasses', 'divisions', 'highRisk', 'quarantine', 'open']) {
    const { [member]: _dropped, ...store } = storeOf('DEMO-GENERAL');
    t.same(procedure.refuse(registerSite({ stores: [store] })), ['body.member-missing'], member);
  }
  procedure.accept(registerSite());
  assertMandatory(t, procedure, changeStores(demoStores), ['stores', 'reason']);
});

t.test('RQ-27: a store without a shelf is no place', async t => {
  const procedure = new Procedure();
  const shelfless = storeOf('DEMO-GENERAL', { shelves: [] });
  t.same(procedure.refuse(registerSite({ stores: [shelfless] })), ['body.value-refused']);
});

t.test('RQ-27: each store and each shelf has one name', async t => {
  const procedure = new Procedure();
  const general = storeOf('DEMO-GENERAL');
  const renamed = { ...general, name: 'DEMO-OTHER' };
  const renumbered = { ...storeOf('DEMO-OTHER'), name: 'DEMO-GENERAL' };
  t.same(procedure.refuse(registerSite({ stores: [general, renamed] })), ['site.store-twice']);
  t.same(procedure.refuse(registerSite({ stores: [general, renumbered] })), ['site.store-twice']);
  const doubled = storeOf('DEMO-GENERAL', { shelves: ['A1', 'A2', 'A1'] });
  t.same(procedure.refuse(registerSite({ stores: [doubled] })), ['site.shelf-twice']);
});

t.test('RQ-44: explosives are never in the general evidence room', async t => {
  const procedure = new Procedure();
  for (const other of ['NONE', 'FIREARM', 'CHEMICAL', 'BIOLOGICAL', 'FLAMMABLE']) {
    const mixed = storeOf('DEMO-GENERAL', { hazardClasses: ['EXPLOSIVE', other] });
    t.same(procedure.refuse(registerSite({ stores: [mixed] })), ['site.explosives-in-general-store'], other);
  }
  procedure.accept(registerSite());
  const turned = demoStores.map(store =>
    store.name === 'DEMO-GENERAL' ? { ...store, hazardClasses: ['NONE', 'EXPLOSIVE'] } : store,
  );
  t.same(procedure.refuse(changeStores(turned)), ['site.explosives-in-general-store']);
});

t.test('RQ-27: stores and shelves are closed, not dropped', async t => {
  const procedure = new Procedure();
  procedure.accept(registerSite());
  const [general = {}, ...others] = demoStores;
  t.same(procedure.refuse(changeStores(others)), ['site.location-dropped']);
  t.same(procedure.refuse(changeStores([{ ...general, shelves: ['A1'] }, ...others])), [
    'site.location-dropped',
  ]);
  procedure.accept(changeStores([{ ...general, open: false }, ...others]));
});

t.test('GATE-8: the exact position of a site stands as a digest only', async t => {
  const procedure = new Procedure();
  const [event] = procedure.compose(registerSite());
  t.match(event?.body.position, { _sd: String });
});
