import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { IdentificationState } from '../../../src/custody/identification/state.js';
import { code, mark } from '../../helpers/bodies/evidence.js';
import {
  identificationSubject,
  identify,
  identity,
  part,
  restate,
  statement,
  withdraw,
} from '../../helpers/bodies/identification.js';
import {
  addEntries,
  entry,
  openReference,
  referenceSubject,
  withdrawEntry,
} from '../../helpers/bodies/reference.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { Procedure, uuidOf } from '../../helpers/procedure.js';

const item = uuidOf('DEMO-CASES');

/** A lot of 143 casings, held. */
function withLot(changes: Partial<EvidenceState> = {}): Procedure {
  const procedure = new Procedure();
  const held = heldItem('DEMO-CASES', procedure.enlist('DEMO-HQC-1', 'HQC'), {
    quantity: { amount: '143', unit: 'PIECE' },
    ...changes,
  });
  procedure.suppose(itemSubject('DEMO-CASES'), held);
  return procedure;
}

const stated = statement([part(100), part(40, { year: 2009 })], 3);
const state = (procedure: Procedure) => procedure.state<IdentificationState>(identificationSubject);

t.test(
  'E35: by analysts, weapons intelligence, forensics and examiners; nothing enters the item',
  async t => {
    for (const by of ['DEMO-JMAC-1/JMAC', 'DEMO-WIT-1/WIT', 'DEMO-CSO-1/CSO', 'DEMO-LABX-1/LABX']) {
      withLot().accept(identify(item, stated, { by }));
    }
    t.same(withLot().refuse(identify(item, stated, { by: 'DEMO-HQC-1/HQC' })), ['signer.role-not-provided']);
    const procedure = withLot();
    const before = procedure.state(itemSubject('DEMO-CASES'));
    const { eventId } = procedure.accept(identify(item, stated));
    t.same(procedure.state(itemSubject('DEMO-CASES')), before);
    t.match(state(procedure), {
      item,
      classification: { level: 'CONFIDENTIAL' },
      statement: { event: eventId, unidentified: 3, parts: [{ count: 100 }, { count: 40 }] },
      withdrawn: null,
    });
  },
);

t.test('E35: mandatory fields of an identification', async t => {
  assertMandatory(t, withLot(), identify(item, stated), [
    'item',
    'parts',
    'parts/0/count',
    'parts/0/headstamp',
    'parts/0/identity/make',
    'parts/0/identity/secondaryMark',
    'parts/0/identity/confidence',
    'parts/0/identity/reference',
    'parts/0/identity/entry',
    'unidentified',
    'marks',
    'foundAs',
    'classification/level',
  ]);
});

t.test('GATE-11: parts and the rest come to what the item is, both numbers are told', async t => {
  const unbalanced = identify(item, statement([part(100)], 42));
  const { rules, detail } = withLot().judge(unbalanced);
  t.same(rules, ['identification.not-balanced']);
  t.match(detail, [{ parameters: { stated: '142', recorded: '143' } }]);
  t.same(withLot().refuse(identify(item, statement([part(143)], 1))), ['identification.not-balanced']);
  const procedure = withLot();
  procedure.accept(identify(item, stated));
  t.same(procedure.refuse(restate(statement([part(142)]))), ['identification.not-balanced']);
});

t.test(
  'GATE-11: a single item is one part of one; what is measured is one thing; not stated is not balanced',
  async t => {
    const rifle = { quantity: { amount: '1', unit: 'PIECE' } };
    withLot(rifle).accept(identify(item, statement([part(1)])));
    t.same(withLot(rifle).refuse(identify(item, statement([part(1)], 1))), ['identification.not-balanced']);
    const powder = { quantity: { amount: '2.5', unit: 'KILOGRAM' } };
    withLot(powder).accept(identify(item, statement([part(1)])));
    t.same(withLot(powder).refuse(identify(item, statement([part(2)]))), ['identification.not-balanced']);
    withLot({ quantity: { amount: null, unit: 'PIECE' } }).accept(identify(item, statement([part(7)], 2)));
  },
);

t.test('GATE-11: what an examination used up was recovered too', async t => {
  const consumed = [{ event: 'DEMO', exam: 'DEMO', amount: '3' }];
  const examination = { status: 'ACCEPTED', destruction: [], results: [], consumed };
  const left = withLot({
    quantity: { amount: '140', unit: 'PIECE' },
    examinations: { [uuidOf('DEMO-EXAMINATION')]: examination },
  } as unknown as Partial<EvidenceState>);
  t.same(left.refuse(identify(item, statement([part(140)]))), ['identification.not-balanced']);
  left.accept(identify(item, stated));
});

t.test('E35: an item is identified in one history, which all who identify it go on with', async t => {
  const procedure = withLot();
  procedure.accept(identify(item, stated));
  const second = `identification/${uuidOf('DEMO-IDENTIFICATION-2')}`;
  t.same(procedure.refuse(identify(item, stated, { subject: second })), ['claim.taken']);
  procedure.accept(restate(statement([part(143)]), { by: 'DEMO-LABX-1/LABX' }));
  t.match(state(procedure), {
    authors: [uuidOf('DEMO-JMAC-1'), uuidOf('DEMO-LABX-1')],
    statement: { role: 'LABX', parts: [{ count: 143 }], reason: 'DEMO: read again under a lens' },
  });
  t.equal(state(procedure).statements.length, 2);
});

t.test('E35: a withdrawn identification does not stand, and may be stated anew', async t => {
  const procedure = withLot();
  procedure.accept(identify(item, stated));
  procedure.accept(withdraw());
  t.match(state(procedure).withdrawn, { by: uuidOf('DEMO-JMAC-1') });
  t.same(procedure.refuse(withdraw()), ['identification.withdrawn-already']);
  procedure.accept(restate(stated));
  t.equal(state(procedure).withdrawn, null);
});

t.test('RQ-11, V4: what was read and the calibre are held to the rules of a record', async t => {
  const refused = (changes: Parameters<typeof statement>[2], identified = {}) =>
    withLot().refuse(identify(item, statement([part(143, identified)], 0, changes)));
  t.same(refused({ marks: [mark('LOT', '3□', { unreadable: 2 })] }), ['evidence.unreadable-not-marked']);
  t.same(refused({}, { calibre: { written: '7,62 x 39', code: '7.62mm' } }), ['evidence.calibre-spelling']);
  t.same(refused({ foundAs: code('OTHER') }), ['vocabulary.other-without-text']);
  withLot().accept(
    identify(item, statement([part(143)], 0, { marks: [mark('LOT', '3□')], foundAs: code('DEVICE_FILL') })),
  );
});

t.test('E35: an entry that it rests on stands in its collection', async t => {
  const reference = referenceSubject.slice('reference/'.length);
  const resting = identify(
    item,
    statement([{ count: 143, headstamp: null, identity: identity({ entry: { reference, key: '31' } }) }]),
  );
  t.same(withLot().refuse(resting), ['reference.subject-unknown']);
  const procedure = withLot();
  procedure.accept(openReference());
  t.same(procedure.refuse(resting), ['identification.entry-unknown']);
  procedure.accept(addEntries([{ key: '31', ...entry() }]));
  procedure.accept(withdrawEntry('31'));
  t.same(procedure.refuse(resting), ['identification.entry-unknown']);
  const standing = withLot();
  standing.accept(openReference());
  standing.accept(addEntries([{ key: '31', ...entry() }]));
  standing.accept(resting);
  standing.accept(withdrawEntry('31'));
  t.match(state(standing).statement.parts, [{ identity: { entry: { key: '31' } } }], 'and goes on naming it');
});
