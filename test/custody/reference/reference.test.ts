import t from 'tap';
import type { ReferenceState } from '../../../src/custody/reference/state.js';
import {
  addEntries,
  entry,
  onReference,
  openReference,
  referenceSubject,
  restateEntry,
  withdrawEntry,
} from '../../helpers/bodies/reference.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { Procedure, uuidOf } from '../../helpers/procedure.js';

function opened(): Procedure {
  const procedure = new Procedure();
  procedure.accept(openReference());
  return procedure;
}

function withEntries(): Procedure {
  const procedure = opened();
  procedure.accept(
    addEntries([
      { key: '31', ...entry() },
      { key: '32', ...entry({ mark: '32' }) },
    ]),
  );
  return procedure;
}

t.test('V5: a collection is opened under a name of its own, with its source', async t => {
  const procedure = new Procedure();
  assertMandatory(t, procedure, openReference(), ['name', 'describes', 'source', 'file']);
  procedure.accept(openReference());
  const other = `reference/${uuidOf('DEMO-REFERENCE-2')}`;
  t.same(procedure.refuse({ ...openReference(), subject: other }), ['claim.taken']);
  t.same(new Procedure().refuse({ ...openReference(), by: 'DEMO-WIT-1/WIT' }), ['signer.role-not-provided']);
});

t.test('V5: an analyst adds entries, each with its source and its confidence', async t => {
  const procedure = opened();
  assertMandatory(t, procedure, addEntries([{ key: '31', ...entry() }]), [
    'entries/0/key',
    'entries/0/kind',
    'entries/0/years/from',
    'entries/0/source',
    'entries/0/confidence',
  ]);
  const { eventId } = procedure.accept(addEntries([{ key: '31', ...entry() }]));
  t.same(procedure.state<ReferenceState>(referenceSubject).entries, {
    31: { event: eventId, withdrawn: null },
  });
});

t.test('V5: what an entry cannot say is refused', async t => {
  const refused = (changes: Parameters<typeof entry>[0], key = '33') =>
    withEntries().refuse(addEntries([{ key, ...entry(changes) }]));
  t.same(refused({}, '31'), ['reference.key-taken']);
  t.same(refused({ mark: null, producer: null }), ['reference.entry-empty']);
  t.same(refused({ years: { from: 1990, to: 1980 } }), ['reference.years-reversed']);
  t.same(refused({ calibre: { written: '12,7', code: '12.7x108' } }), ['evidence.calibre-spelling']);
  const twice = addEntries([
    { key: '33', ...entry() },
    { key: '33', ...entry() },
  ]);
  t.same(withEntries().refuse(twice), ['reference.key-taken']);
  const procedure = opened();
  const full = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, count) => [`DEMO-${count}`, { event: 'DEMO', withdrawn: null }]),
  );
  procedure.suppose(referenceSubject, { ...procedure.state<object>(referenceSubject), entries: full });
  t.same(procedure.refuse(addEntries([{ key: '31', ...entry() }])), ['reference.full']);
});

t.test('V5: an entry is stated anew, withdrawn, and stated anew after that', async t => {
  const procedure = withEntries();
  t.same(procedure.refuse(restateEntry('34')), ['reference.key-unknown']);
  t.same(procedure.refuse(withdrawEntry('34')), ['reference.key-unknown']);
  procedure.accept(restateEntry('31', { country: 'DEMO-OTHER-COUNTRY' }));
  procedure.accept(withdrawEntry('31'));
  t.same(procedure.refuse(withdrawEntry('31')), ['reference.entry-withdrawn-already']);
  const { eventId } = procedure.accept(restateEntry('31'));
  t.same(procedure.state<ReferenceState>(referenceSubject).entries['31'], {
    event: eventId,
    withdrawn: null,
  });
  t.same(procedure.refuse(onReference('entry-restated', { key: '32', entry: entry() })), [
    'body.member-missing',
  ]);
});
