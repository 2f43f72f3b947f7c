import t from 'tap';
import type { DossierState } from '../../../src/custody/dossier/state.js';
import type { EvidenceState, ReleaseOnItem } from '../../../src/custody/evidence/state.js';
import type { JsonObject } from '../../../src/log/index.js';
import { buildDossier, builtBody, deliveredBody, dossierSubject } from '../../helpers/bodies/dossier.js';
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
import { changedSop, circumstances, type Intent, Procedure, uuidOf } from '../../helpers/procedure.js';

const at = '2021-04-02T11:00:00Z';
const unit = uuidOf('DEMO-UNIT');
const release = releaseSubject.slice('release/'.length);
const items = ['DEMO-1', 'DEMO-2', 'DEMO-3'].map(itemSubject).sort();
const granted = items.slice(0, 2);
const laterSubject = `release/${uuidOf('DEMO-RELEASE-LATER')}`;
const later = laterSubject.slice('release/'.length);
const second = `dossier/${uuidOf('DEMO-DOSSIER-2')}`;
const legal = 'DEMO-LEG-1/LEG';

/** Three items held at headquarters and asked for; two of them granted. */
function released(): Procedure {
  const procedure = new Procedure();
  const custodian = procedure.enlist('DEMO-HQC-1', 'HQC');
  for (const name of ['DEMO-1', 'DEMO-2', 'DEMO-3'])
    procedure.suppose(itemSubject(name), heldItem(name, custodian));
  for (const [id, name] of [
    [unit, 'DEMO-PJS'],
    [uuidOf('DEMO-OTHER'), 'DEMO-OTHER'],
  ] as const) {
    procedure.suppose(`unit/${id}`, { name, national: true, validFrom: '2013-05-01', validUntil: null });
  }
  procedure.suppose(requestSubject, { number: 'DEMO-RQ-1', closed: null });
  procedure.accept(releaseAct('requested', 'DEMO-CASE-1/CASE', releaseRequestedBody(unit, at), items));
  procedure.accept(releaseAct('decided', legal, releaseDecidedBody(at), granted));
  return procedure;
}

function release2(procedure: Procedure, changes: JsonObject = {}, to = unit): Procedure {
  const [, , third = ''] = items;
  const body = releaseRequestedBody(to, at, { number: 'DEMO-R-2', ...changes });
  procedure.accept(releaseAct('requested', 'DEMO-CASE-1/CASE', body, [third], laterSubject));
  procedure.accept(releaseAct('decided', legal, releaseDecidedBody(at), [third], laterSubject));
  return procedure;
}

function build(changes: JsonObject = {}, pieces = granted, of = release): Intent {
  return buildDossier(builtBody({ release: of, recipientUnit: unit }, pieces, changes));
}

function follow(changes: JsonObject, pieces = granted, of = release): Intent {
  return { ...build({ version: 2, ...changes }, pieces, of), subject: second };
}

const newVersion = { follows: { dossier: dossierSubject.slice('dossier/'.length), as: 'NEW_VERSION' } };
const supplement = { follows: { ...newVersion.follows, as: 'SUPPLEMENT' } };

t.test('E41: the case officer answers for a dossier of exactly what was granted', async t => {
  const procedure = released();
  t.same(procedure.refuse({ ...build(), by: 'DEMO-LEG-1/LEG' }), ['signer.role-not-provided']);
  procedure.accept(build());
  t.match(procedure.state<DossierState>(dossierSubject), {
    number: 'DEMO-DOSSIER-1',
    version: 1,
    release,
    recipientUnit: unit,
    contents: 'ORIGINALS',
    builtBy: uuidOf('DEMO-CASE-1'),
    hash: 'a'.repeat(64),
    piecesHash: 'b'.repeat(64),
    pieces: granted,
  });
});

t.test('E41, D7, RQ-67: number, kind, tree, hashes, pieces and redactions are stated', async t => {
  assertMandatory(t, released(), build(), [
    'number',
    'version',
    'follows',
    'release',
    'recipientUnit',
    'proceedings',
    'contents',
    'languages',
    'size',
    'root',
    'hash',
    'piecesHash',
    'pieces',
    'redactions',
    'counts',
    'counts/withheld',
  ]);
});

t.test('E41, GATE-6: a dossier never differs from its release', async t => {
  const [first = '', other = '', third = ''] = items;
  const procedure = released();
  t.same(procedure.refuse(build({}, [first])), ['dossier.differs-from-release'], 'one is missing');
  t.match(procedure.refuse(build({}, [first, other, third])), [
    'dossier.differs-from-release',
    'release.not-granted',
  ]);
  t.same(procedure.refuse(build({}, [first, first, other])), ['dossier.piece-twice']);
  const unknown = `evidence/${uuidOf('DEMO-9')}`;
  t.same(procedure.refuse(build({}, [first, other, unknown])), [
    'dossier.differs-from-release',
    'dossier.piece-unknown',
  ]);
  t.same(procedure.refuse(build({ proceedings: 'DEMO-OTHER' })), ['dossier.for-another']);
  t.match(procedure.refuse(build({ recipientUnit: uuidOf('DEMO-OTHER') })), ['dossier.for-another']);
  t.match(procedure.refuse(build({ release: later })), ['reference.subject-unknown']);
  procedure.accept(build());
});

t.test('GATE-6: what is refused, suspended, withdrawn or expired makes no dossier', async t => {
  for (const word of ['suspended', 'withdrawn'] as const) {
    const procedure = released();
    procedure.accept(releaseAct(word, legal, releaseHaltedBody(at), granted));
    t.match(procedure.refuse(build()), ['dossier.nothing-granted'], word);
  }
  const [first = ''] = granted;
  const partly = released();
  partly.accept(releaseAct('withdrawn', legal, releaseHaltedBody(at), [first]));
  t.match(partly.refuse(build()), ['dossier.differs-from-release'], 'one of two is taken back');
  const expired = released();
  expired.now = Date.parse('2021-07-01T00:00:01Z');
  const today = build(circumstances('2021-07-01T00:00:00Z'));
  t.same(expired.refuse(today), ['release.not-in-force', 'release.not-in-force'], 'each piece');
});

t.test(
  'GATE-8: of a decision before form 5 that takes something out of a record, nothing is built',
  async t => {
    const [first = ''] = granted;
    const procedure = released();
    const state = procedure.state<EvidenceState>(first);
    const listed = (redaction: { file: string | null; members?: { act: string; pointer: string }[] }) => {
      const redactions = [{ ...redaction, what: 'DEMO', ground: 'PERSONAL_DATA', why: 'DEMO' }];
      const legal = { [release]: { ...(state.legal[release] as ReleaseOnItem), redactions } };
      procedure.suppose(first, { ...state, legal });
    };
    listed({ file: null });
    t.same(procedure.refuse(build()), ['dossier.record-redaction-open']);
    const earlier = released();
    earlier.suppose(first, procedure.state<object>(first));
    earlier.sop = changedSop(sop => {
      sop.edition = 4;
    });
    t.same(earlier.judge(build()).rules, [], 'RQ-13: a rule of edition 5');
    for (const one of [
      { file: 'ab'.repeat(32) },
      { file: null, members: [{ act: 'A'.repeat(43), pointer: '/name' }] },
    ]) {
      listed(one);
      t.notOk(procedure.judge(build()).rules.includes('dossier.record-redaction-open'));
    }
  },
);

t.test(
  'GATE-8, V6: where an original goes of a piece that bears the caveat SOURCE since, there is no dossier',
  async t => {
    const [first = ''] = granted;
    const { classification, ...state } = released().state<EvidenceState>(first);
    const marked = { ...classification, caveats: ['SOURCE'] };
    const lets = { originalPhotographs: [{ file: 'ab'.repeat(32), boundBy: 'A'.repeat(43), why: 'DEMO' }] };
    const suppose = (members: JsonObject, changes: JsonObject) => {
      const legal = { [release]: { ...(state.legal[release] as ReleaseOnItem), ...members } };
      const procedure = released();
      procedure.suppose(first, { ...state, classification, ...changes, legal });
      return procedure.judge(build({ size: 20 })).rules;
    };
    const part = { act: 'A'.repeat(43), pointer: '/name', files: [], withheld: true, classification: marked };
    const refusal = ['dossier.original-of-source'];
    t.same(suppose(lets, { classification: marked }), refusal);
    t.same(suppose(lets, { parts: { part } }), refusal, 'or a part of it');
    t.same(suppose(lets, {}), [], 'no caveat');
    t.same(suppose({}, { classification: marked }), [], 'cleaned copies go');
    const takenBack = (until: number) => ({
      originalPhotographs: [],
      originalsBefore: [{ file: 'ab'.repeat(32), until }],
    });
    t.same(suppose(takenBack(20), { classification: marked }), refusal, 'made before it was taken back');
    t.same(suppose(takenBack(19), { classification: marked }), [], 'and after');
  },
);

t.test('GATE-8, V6: nor where something else that names the original bears it since the tree', async t => {
  const [first = ''] = granted;
  const procedure = released();
  const { classification, ...state } = procedure.state<EvidenceState>(first);
  const file = 'ab'.repeat(32);
  const lets = { files: [], originalPhotographs: [{ file, boundBy: 'A'.repeat(43), why: 'DEMO' }] };
  const legal = { [release]: { ...(state.legal[release] as ReleaseOnItem), ...lets } };
  procedure.suppose(first, { ...state, classification, legal });
  const elsewhere = 'evidence/DEMO-ELSEWHERE';
  procedure.world.subjectsNaming = sha256 => (sha256 === file ? [{ subject: elsewhere, index: 3 }] : []);
  procedure.suppose(elsewhere, { sourceGiven: [20, 30] });
  t.same(procedure.judge(build({ size: 20 })).rules, ['dossier.original-no-more']);
  t.same(procedure.judge(build({ size: 21 })).rules, [], 'the tree has the mark: a copy was made');
});

t.test(
  'GATE-8, V6: nor where the piece itself bore it since the tree, though it was taken off again',
  async t => {
    const [first = ''] = granted;
    const { classification, ...state } = released().state<EvidenceState>(first);
    const file = 'ab'.repeat(32);
    const suppose = (
      sourceGiven: readonly number[],
      members: Partial<ReleaseOnItem>,
      caveats: string[] = [],
    ) => {
      const legal = { [release]: { ...(state.legal[release] as ReleaseOnItem), ...members } };
      const procedure = released();
      procedure.suppose(first, {
        ...state,
        classification: { ...classification, caveats },
        sourceGiven,
        legal,
      });
      return procedure.judge(build({ size: 20 })).rules;
    };
    const lets = (originalsDecided: number) => ({
      originalPhotographs: [{ file, boundBy: 'A'.repeat(43), why: 'DEMO' }],
      originalsDecided,
    });
    const refusal = ['dossier.original-no-more'];
    t.same(suppose([20], lets(10)), refusal);
    t.same(suppose([5, 20], lets(10)), refusal, 'it had been there before, too');
    t.same(
      suppose([20], lets(10), ['SOURCE']),
      ['dossier.original-of-source'],
      'it stands: a decision is owed',
    );
    t.same(suppose([19], lets(10)), [], 'the tree has the mark: a copy was made');
    t.same(suppose([20], lets(22)), [], 'who decided since knew of it');
    const before = { originalsBefore: [{ file, until: 22 }] };
    t.same(
      suppose([20], { ...before, originalPhotographs: [], originalsDecided: 22 }),
      refusal,
      'taken back',
    );
    t.same(suppose([20], { ...before, ...lets(24) }), [], 'taken back, and let go again');
  },
);

t.test('RQ-67: what left otherwise is handed over as a copy, never as an original', async t => {
  const [first = ''] = granted;
  const procedure = released();
  const gone = { ...procedure.state<object>(first), physical: 'DESTROYED' };
  procedure.suppose(first, gone);
  t.same(procedure.refuse(build()), ['dossier.piece-left']);
  procedure.accept(build({ contents: 'COPIES' }));
  const under = released();
  const handover = { release, transfer: uuidOf('DEMO-T') };
  under.suppose(first, { ...under.state<object>(first), physical: 'HANDED_OVER', handover });
  under.accept(build());
});

t.test('E41: numbered versions; each follows the one before, once', async t => {
  const procedure = released();
  t.same(procedure.refuse(build({ version: 2 })), ['dossier.version-not-next'], 'the first follows none');
  procedure.accept(build());
  t.match(procedure.refuse({ ...build(), subject: second }), ['claim.taken'], 'the same number again');
  t.match(procedure.refuse(follow({ ...newVersion, version: 3 })), ['dossier.version-not-next']);
  t.match(procedure.refuse(follow({ ...newVersion, number: 'DEMO-OTHER' })), ['dossier.number-not-kept']);
  t.match(procedure.refuse(follow(supplement)), ['dossier.relation-does-not-fit']);
  procedure.accept(follow(newVersion));
});

t.test('E41: a later release for the same recipient and proceedings makes a supplement', async t => {
  const third = items.slice(2);
  const procedure = release2(released());
  procedure.accept(build());
  t.match(procedure.refuse(follow(newVersion, third, later)), ['dossier.relation-does-not-fit']);
  procedure.accept(follow(supplement, third, later));
  const other = release2(released(), { proceedings: 'DEMO-PROC-2' });
  other.accept(build());
  t.same(other.refuse(follow({ ...supplement, proceedings: 'DEMO-PROC-2' }, third, later)), [
    'dossier.other-proceedings',
  ]);
});

/** What stops a unit from receiving, as its state says it. */
const stops: readonly (readonly [string, JsonObject])[] = [
  ['suspended', { suspension: { since: at, authority: 'DEMO', by: legal, event: 'DEMO' } }],
  ['past its review', { assessment: { reference: 'DEMO', reviewOn: '2021-04-01' } }],
  ['dissolved', { validUntil: '2021-04-01' }],
];

function withUnit(procedure: Procedure, changes: JsonObject): Procedure {
  procedure.suppose(`unit/${unit}`, {
    name: 'DEMO-PJS',
    national: true,
    validFrom: '2013-05-01',
    validUntil: null,
    ...changes,
  });
  return procedure;
}

t.test('RQ-63, GATE-10: no dossier is built for a unit that may not receive any more', async t => {
  for (const [why, changes] of stops)
    t.same(withUnit(released(), changes).refuse(build()), ['dossier.unit-may-not-receive'], why);
  const sop = released();
  sop.sop = { ...sop.sop, edition: 3 };
  withUnit(sop, { suspension: { since: at } }).accept(build());
});

t.test('RQ-63, GATE-10: nor delivered to it', async t => {
  for (const [why, changes] of stops) {
    const procedure = released();
    procedure.accept(build());
    const deliver = {
      subject: dossierSubject,
      type: 'dossier.delivered',
      by: 'DEMO-HQC-1/HQC',
      body: deliveredBody(unit),
      countersigned: ['DEMO-SEC-1/SEC as witness'],
    };
    t.same(withUnit(procedure, changes).refuse(deliver), ['dossier.unit-may-not-receive'], why);
  }
});

t.test(
  'RQ-67: a dossier holds no originals where copies were released, nor pieces for a summary',
  async t => {
    const of = (dossierType: string) => {
      const procedure = released();
      procedure.suppose(releaseSubject, { ...procedure.state<object>(releaseSubject), dossierType });
      return procedure;
    };
    t.same(of('COPIES').refuse(build()), ['dossier.contents-not-released']);
    t.same(of('SUMMARY').refuse(build({ contents: 'COPIES' })), ['dossier.contents-not-released']);
    of('COPIES').accept(build({ contents: 'COPIES' }));
    of('ORIGINALS').accept(build({ contents: 'COPIES' }));
    of('SUMMARY').accept(build({ contents: 'SUMMARY' }));
  },
);
