import t from 'tap';
import { catalogue } from '../../../src/custody/catalogue.js';
import { type RoleCode, roleCodes, roles } from '../../../src/custody/roles.js';
import type { Sop } from '../../../src/custody/sop/document.js';
import { reconstruction } from '../../../src/custody/sop/reconstruction.js';
import { Consignment, giver } from '../../helpers/consignment.js';
import { changedSop } from '../../helpers/procedure.js';

type Signatures = Sop['acts'][string];

/** The SOP in which other officers sign `transfer.departed`. */
function departedBy(changes: Partial<Signatures>): Sop {
  return changedSop(sop => {
    const before = sop.acts['transfer.departed'];
    if (before !== undefined) sop.acts['transfer.departed'] = { ...before, ...changes };
  });
}

function departing(sop?: Sop): Consignment {
  const c = new Consignment(['DEMO-1'], {}, sop);
  c.procedure.accept(c.offer());
  return c;
}

const countersigned = (as: string, count: number, roles: RoleCode[] | null) => ({ as, count, roles });
const byGiver = countersigned('giver', 1, null);

t.test('SOP: another role signs an act, by the document alone', async t => {
  const flown = departing(departedBy({ signers: ['FR'] }));
  t.same(flown.procedure.refuse(flown.depart()), ['signer.role-not-provided']);
  flown.procedure.accept(flown.depart({ by: 'DEMO-FR-1/FR' }));
  const usual = departing();
  t.same(usual.procedure.refuse(usual.depart({ by: 'DEMO-FR-1/FR' })), ['signer.role-not-provided']);
});

t.test('SOP, L4, E42: who signs is said by kind where the document says so', async t => {
  const offers = (signersByKind: Signatures['signersByKind']) =>
    changedSop(sop => {
      const before = sop.acts['transfer.offered'];
      if (before !== undefined)
        sop.acts['transfer.offered'] = { ...before, ...(signersByKind && { signersByKind }) };
    });
  const offer = { body: { kind: 'STORAGE' } };
  const byOthers = new Consignment(['DEMO-1'], {}, offers({ STORAGE: ['HQC'] }));
  t.same(byOthers.procedure.refuse(byOthers.offer(offer)), ['signer.role-not-provided']);
  const ofOthers = new Consignment(['DEMO-1'], {}, offers({ COURT: ['HQC'] }));
  ofOthers.procedure.accept(ofOthers.offer(offer));
  t.same(reconstruction.acts['transfer.offered']?.signersByKind, { HANDOVER: ['HQC'] });
});

t.test('SOP: more sign it, others, or fewer, by the document alone', async t => {
  const watched = departing(
    departedBy({ countersignatures: [byGiver, countersigned('witness', 1, ['AUD'])] }),
  );
  t.same(watched.procedure.refuse(watched.depart()), ['countersignature.missing']);
  const before = (who: string) => [`${giver} as giver`, `${who} as witness`];
  t.same(watched.procedure.refuse(watched.depart({ countersigned: before('DEMO-WIT-2/WIT') })), [
    'countersignature.role-not-provided',
  ]);
  watched.procedure.accept(watched.depart({ countersigned: before('DEMO-AUD-1/AUD') }));

  const usual = departing();
  t.same(usual.procedure.refuse(usual.depart({ countersigned: before('DEMO-AUD-1/AUD') })), [
    'countersignature.not-provided',
  ]);
  const loose = departing(departedBy({ countersignatures: [{ ...byGiver, count: 0 }] }));
  t.same(
    loose.procedure.refuse(loose.depart({ countersigned: [] })),
    ['transfer.custodian-not-countersigned'],
    'RQ-20 is a rule of the act, not of the SOP: both sides sign whatever it says',
  );
});

t.test('SOP: an act it does not provide for is not done', async t => {
  const without = changedSop(sop => {
    delete sop.acts['transfer.departed'];
  });
  const c = departing(without);
  t.same(c.procedure.refuse(c.depart()), ['sop.act-not-provided']);
});

t.test(
  'SD-7: as shipped a witness is of the Mission and holds an operational role, whatever the act',
  async t => {
    for (const [type, { countersignatures }] of Object.entries(reconstruction.acts))
      for (const { as, roles: admitted } of countersignatures.filter(({ as }) =>
        ['witness', 'second-officer'].includes(as),
      )) {
        // A withheld claim is erased under the eyes of a registrar too: that is no act over an item.
        const known = type.endsWith('.disclosure-erased') ? ['REG'] : [];
        const wrong = (admitted ?? roleCodes).filter(
          role => (!roles[role].operational || roles[role].national) && !known.includes(role),
        );
        t.same(wrong, [], `${type}, ${as}`);
      }
  },
);

t.test('SD-7: REG, OPS and a national officer are no witnesses', async t => {
  const c = new Consignment(['DEMO-1']);
  c.procedure.accept(c.offer());
  const watched = (role: string) =>
    c.receive({ countersigned: [`${giver} as hands-over`, `DEMO-OTHER/${role} as witness`] });
  for (const role of ['REG', 'OPS', 'NAT-OPJ'])
    t.ok(c.procedure.refuse(watched(role)).includes('countersignature.role-not-provided'), role);
});

t.test('SOP: as shipped it says of every act who signs, and of nothing else', async t => {
  const acts = catalogue
    .flatMap(({ events }) => events)
    .filter(({ body }) => !Object.hasOwn((body as { properties?: object }).properties ?? {}, 'group'))
    .map(({ type }) => type);
  t.same(Object.keys(reconstruction.acts).sort(), acts.sort());
});
