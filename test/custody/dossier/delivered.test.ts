import t from 'tap';
import type { DossierState } from '../../../src/custody/dossier/state.js';
import type { EvidenceState, ReleaseOnItem } from '../../../src/custody/evidence/state.js';
import type { JsonObject } from '../../../src/log/index.js';
import {
  buildDossier,
  builtBody,
  deliveredBody,
  dossierSubject,
  noticeBody,
} from '../../helpers/bodies/dossier.js';
import {
  releaseAct,
  releaseDecidedBody,
  releaseHaltedBody,
  releaseRequestedBody,
  releaseSubject,
} from '../../helpers/bodies/release.js';
import { requestSubject } from '../../helpers/bodies/request.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { type Intent, Procedure, uuidOf } from '../../helpers/procedure.js';

const at = '2021-04-02T11:00:00Z';
const unit = uuidOf('DEMO-UNIT');
const other = uuidOf('DEMO-OTHER');
const release = releaseSubject.slice('release/'.length);
const item = itemSubject('DEMO-1');
const later = `dossier/${uuidOf('DEMO-DOSSIER-2')}`;

/** A dossier that was built of one item. */
function built(): Procedure {
  const procedure = new Procedure();
  procedure.suppose(item, heldItem('DEMO-1', procedure.enlist('DEMO-HQC-1', 'HQC')));
  for (const [id, name] of [
    [unit, 'DEMO-PJS'],
    [other, 'DEMO-OTHER'],
  ] as const) {
    procedure.suppose(`unit/${id}`, { name, national: true, validFrom: '2013-05-01', validUntil: null });
  }
  procedure.suppose(requestSubject, { number: 'DEMO-RQ-1', closed: null });
  procedure.accept(releaseAct('requested', 'DEMO-CASE-1/CASE', releaseRequestedBody(unit, at), [item]));
  procedure.accept(releaseAct('decided', 'DEMO-LEG-1/LEG', releaseDecidedBody(at), [item]));
  procedure.accept(buildDossier(builtBody({ release, recipientUnit: unit }, [item])));
  procedure.enlist('DEMO-OPJ-1', 'NAT-OPJ', { unit });
  procedure.enlist('DEMO-OPJ-2', 'NAT-OPJ', { unit: other });
  return procedure;
}

const witness = ['DEMO-SEC-1/SEC as witness'];

function deliver(changes: JsonObject = {}, by = 'DEMO-HQC-1/HQC', countersigned = witness): Intent {
  return {
    subject: dossierSubject,
    type: 'dossier.delivered',
    by,
    body: deliveredBody(unit, changes),
    countersigned,
  };
}

function notify(changes: JsonObject = {}): Intent {
  return {
    subject: dossierSubject,
    type: 'dossier.notice-sent',
    by: 'DEMO-CASE-1/CASE',
    body: noticeBody(unit, changes),
  };
}

const halt = releaseAct('withdrawn', 'DEMO-LEG-1/LEG', releaseHaltedBody(at), [item]);

t.test('D7, E42: delivered by the own key of who receives it, or on paper before a witness', async t => {
  const own = { onPaper: null };
  const procedure = built();
  t.same(procedure.refuse(deliver({}, 'DEMO-HQC-1/HQC', [])), ['dossier.receipt-without-witness']);
  t.same(procedure.refuse(deliver(own)), ['dossier.receipt-not-signed'], 'our word alone');
  t.same(procedure.refuse(deliver({}, 'DEMO-OPJ-1/NAT-OPJ')), ['dossier.receipt-not-signed']);
  t.same(procedure.refuse(deliver(own, 'DEMO-OPJ-2/NAT-OPJ', [])), ['dossier.receipt-not-signed']);
  t.same(procedure.refuse(deliver({ copies: 2 })), ['dossier.copies-differ']);
  const transfer = uuidOf('DEMO-TRANSFER');
  procedure.suppose(`transfer/${transfer}`, { release: uuidOf('DEMO-OTHER-RELEASE') });
  t.same(procedure.refuse(deliver({ transfer })), ['dossier.handover-of-another-release']);
  procedure.suppose(`transfer/${transfer}`, { release });
  procedure.accept(deliver({ ...own, transfer }, 'DEMO-OPJ-1/NAT-OPJ', []));
  procedure.accept(deliver());
  t.match(procedure.state<DossierState>(dossierSubject).deliveries, [
    { unit, officer: uuidOf('DEMO-OPJ-1') },
    { unit, officer: null },
  ]);
  assertMandatory(t, procedure, deliver(), [
    'recipient/unit',
    'recipient/capacity',
    'copies',
    'keptBy',
    'reserves',
  ]);
});

t.test('GATE-6, GATE-10: to its recipient alone, and only while the release is in force', async t => {
  const procedure = built();
  const elsewhere = { recipient: { unit: other, capacity: 'DEMO' } };
  t.same(procedure.refuse(deliver(elsewhere)), ['dossier.not-its-recipient']);
  procedure.accept(halt);
  t.same(procedure.refuse(deliver()), ['release.not-granted']);
});

t.test('E40, D7: who has a dossier is told what was taken back, and of what follows it', async t => {
  const procedure = built();
  t.same(procedure.refuse(notify()), ['dossier.not-delivered-to', 'dossier.nothing-halted']);
  procedure.accept(deliver());
  t.same(procedure.refuse(notify()), ['dossier.nothing-halted']);
  const follows = { dossier: dossierSubject.slice('dossier/'.length), as: 'NEW_VERSION' };
  procedure.accept(
    buildDossier(builtBody({ release, recipientUnit: unit }, [item], { version: 2, follows }), later),
  );
  const next = { dossier: later.slice('dossier/'.length), about: 'NEW_VERSION' };
  t.same(procedure.refuse(notify({ ...next, about: 'SUPPLEMENT' })), ['dossier.does-not-follow']);
  t.same(procedure.refuse(notify({ ...next, dossier: null })), ['dossier.notice-incomplete']);
  t.same(procedure.refuse(notify({ ...next, to: other })), ['dossier.not-delivered-to']);
  procedure.accept(notify(next));
  procedure.accept(halt);
  procedure.accept(notify());
  t.match(procedure.state<DossierState>(dossierSubject).notices, [
    { about: 'NEW_VERSION', dossier: next.dossier, unit },
    { about: 'HALTED', dossier: null, unit },
  ]);
});

t.test('GATE-8, V6: not delivered with an original of what bears the caveat SOURCE since', async t => {
  const procedure = built();
  const { classification, ...state } = procedure.state<EvidenceState>(item);
  const originalPhotographs = [{ file: 'ab'.repeat(32), boundBy: 'A'.repeat(43), why: 'DEMO' }];
  const legal = { [release]: { ...(state.legal[release] as ReleaseOnItem), originalPhotographs } };
  procedure.suppose(item, {
    ...{ ...state, legal },
    classification: { ...classification, caveats: ['SOURCE'] },
  });
  t.same(procedure.refuse(deliver()), ['release.not-as-things-stand'], 'of a source nothing is said to him');
  const { size } = procedure.state<DossierState>(dossierSubject);
  procedure.suppose(item, { ...state, classification, legal, sourceGiven: [size] });
  t.same(procedure.refuse(deliver()), ['release.not-as-things-stand'], 'it was taken off again');
  procedure.suppose(item, { ...state, classification, legal, sourceGiven: [size - 1] });
  procedure.accept(deliver());
});

t.test(
  'GATE-8, V6: nor where something else that names the same file came to bear it since the build',
  async t => {
    const procedure = built();
    const state = procedure.state<EvidenceState>(item);
    const { size } = procedure.state<DossierState>(dossierSubject);
    const file = 'ab'.repeat(32);
    const originalPhotographs = [{ file, boundBy: 'A'.repeat(43), why: 'DEMO' }];
    const legal = {
      [release]: { ...(state.legal[release] as ReleaseOnItem), files: [], originalPhotographs },
    };
    procedure.suppose(item, { ...state, legal });
    const elsewhere = itemSubject('DEMO-2');
    const marked = (since: number | undefined, index: number) => {
      procedure.suppose(elsewhere, { ...state, ...(since === undefined ? {} : { sourceGiven: [since] }) });
      procedure.world.subjectsNaming = sha256 => (sha256 === file ? [{ subject: elsewhere, index }] : []);
      return procedure.judge(deliver()).rules;
    };
    const refusal = ['release.not-as-things-stand'];
    t.same(marked(size, 0), refusal, 'marked after the tree that it is made of');
    t.same(marked(0, size), refusal, 'marked before, and named the file after it');
    t.same(marked(size - 1, size - 1), [], 'both before: a cleaned copy was made');
    t.same(marked(undefined, 0), [], 'no caveat');
    procedure.world.subjectsNaming = () => undefined;
    procedure.accept(deliver());
  },
);
