import t from 'tap';
import type { DossierReading } from '../../../src/dossier/reading/dossier-reading.js';
import type { ItemHistory } from '../../../src/dossier/reading/item-history.js';
import { keysInDoubt } from '../../../src/dossier/reading/keys-in-doubt.js';
import { People } from '../../../src/dossier/reading/people.js';

const officer = 'DEMO-COU-1';

/** Acts of one officer at these leaves, his only key revoked in this way at leaf 423. */
async function defects(leaves: readonly number[], revoked: object | null) {
  const state = { unit: null, keys: { kid: { revoked: revoked && { index: 423, ...revoked } } } };
  const reading = { states: async () => new Map([[`officer/${officer}`, state]]) };
  const people = await People.read(reading as unknown as DossierReading, [officer]);
  const act = (index: number) => ({ index, event: { kid: 'kid', actor: { officer, role: 'COU' } } });
  const [first = 0, ...others] = leaves;
  const history = { acts: [act(first)], groups: new Map(), countersigned: new Map([['', others.map(act)]]) };
  return keysInDoubt('DEMO-1', history as unknown as ItemHistory, people);
}

t.test('RQ-31: acts signed with a key that was reported lost are among the known defects', async t => {
  const lost = { reason: 'lost', compromisedSince: null };
  t.match(await defects([389, 406, 500], lost), [
    { item: 'DEMO-1', kind: { fr: 'Clé déclarée perdue' }, what: { fr: /rang 423 .*aux rangs 389, 406$/ } },
  ]);
  t.same(await defects([423, 500], lost), [], 'what the report does not concern');
  t.same(await defects([389], { reason: 'superseded', compromisedSince: null }), []);
  t.same(await defects([389], null), []);
});

t.test('RQ-31: of a compromised key those since it was', async t => {
  const compromised = { reason: 'compromised', compromisedSince: 400 };
  t.match(await defects([389, 406], compromised), [{ what: { fr: /aux rangs 406$/ } }]);
});
