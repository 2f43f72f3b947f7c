import t from 'tap';
import { inheritanceOfSample } from '../../../src/custody/evidence/record/inheritance.js';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { ReleasedPiece } from '../../../src/custody/release/piece.js';
import type { JsonObject } from '../../../src/log/index.js';
import { registeredBody } from '../../helpers/bodies/evidence.js';
import { exam, made } from '../../helpers/bodies/examination.js';
import { circumstances, type Intent, type Procedure, uuidOf } from '../../helpers/procedure.js';
import { approve, assigned, at, destructive, examination, examiner, first, result, second } from './stage.js';

const child = `evidence/${uuidOf('DEMO-LIFT')}`;
const firstId = first.slice('evidence/'.length);

/** The examiner has the item in hand. */
function inHand(procedure: Procedure, changes: Partial<EvidenceState> = {}): Procedure {
  const state = procedure.state<EvidenceState>(first);
  const custody = state.custody && { ...state.custody, officer: uuidOf('DEMO-LABX-1'), role: 'LABX' };
  procedure.suppose(first, { ...state, custody, ...changes });
  return procedure;
}

function sample(procedure: Procedure, changes: JsonObject = {}, members: JsonObject = {}): Intent {
  const parent = procedure.state<EvidenceState>(first);
  const { description, photographs, marks, headstamp, interpretation, condition, traces, hazard } =
    registeredBody(at);
  const { occurred = null, place = null } = circumstances(at);
  return {
    subject: first,
    type: 'evidence.sampled',
    by: examiner,
    body: { ...circumstances(at), examination, reason: 'DEMO: print found', ...members },
    items: [
      {
        subject: child,
        type: 'evidence.obtained',
        body: {
          occurred,
          place,
          parent: firstId,
          examination,
          how: { code: 'LIFT', text: null },
          category: { code: 'PRINT_OR_CAST', text: null },
          subCategory: { code: 'PRINT_LIFT', text: null },
          inherits: inheritanceOfSample(parent),
          ...{ description, photographs, marks, headstamp, interpretation, condition, traces, hazard },
          quantity: { amount: '1', unit: { code: 'PIECE', text: null }, countedBy: uuidOf('DEMO-LABX-1') },
          withoutPhotograph: 'DEMO',
          unmarked: 'DEMO',
          ...changes,
        } as JsonObject,
      },
    ],
  };
}

t.test('V6: what is taken from an item that bears the caveat SOURCE is noted to bear it', async t => {
  const procedure = inHand(assigned());
  const { classification } = procedure.state<EvidenceState>(first);
  inHand(procedure, { classification: { ...classification, caveats: ['SOURCE'] } });
  const [obtained = ''] = procedure.accept(sample(procedure)).items;
  t.same(procedure.state<EvidenceState>(child).classification.caveats, ['SOURCE']);
  t.same(procedure.state<ReleasedPiece>(child).sourceGiven, [procedure.world.event(obtained)?.index]);
});

t.test(
  'RQ-02, RQ-53: a lift is an item of its own, held by who took it, with parent, root and the past',
  async t => {
    const gap = {
      from: '2021-04-01T00:00:00Z',
      until: '2021-04-01T01:00:00Z',
      reason: 'DEMO',
      event: 'DEMO',
    };
    const procedure = inHand(assigned(), { gaps: [gap] });
    procedure.accept(sample(procedure));
    t.match(procedure.state<EvidenceState>(child), {
      parent: firstId,
      root: firstId,
      physical: 'HELD',
      foundAs: 'DERIVED',
      custody: { officer: uuidOf('DEMO-LABX-1') },
      collectedBy: uuidOf('DEMO-LABX-1'),
      obtained: { how: 'LIFT', examination },
      gaps: [gap],
    });
    t.equal(procedure.state<EvidenceState>(first).physical, 'HELD', 'the item stays what it is');
  },
);

t.test(
  'RQ-02: what is taken repeats its parent, by who has it, for an examination that was accepted',
  async t => {
    const procedure = inHand(assigned());
    t.same(procedure.refuse(sample(procedure, { examination: null })), ['evidence.obtained-differs']);
    t.same(procedure.refuse(sample(procedure, { examination: null }, { examination: null })), [
      'evidence.sampled-without-examination',
    ]);
    t.same(procedure.refuse(sample(procedure, { parent: second.slice('evidence/'.length) })), [
      'evidence.derived-parent',
    ]);
    const other = sample(procedure);
    const before = procedure.state<EvidenceState>(first);
    procedure.suppose(first, { ...before, recoveringParty: 'FRENCH_FORCES' });
    t.same(procedure.refuse(other), ['evidence.derived-differs']);
    const notHis = assigned();
    t.same(notHis.refuse(sample(notHis)), ['evidence.not-custodian']);
  },
);

t.test('RQ-02: a residue is as dangerous as what it is of, a lift is not', async t => {
  const dangerous = { explosivePossible: true, hazardClass: 'EXPLOSIVE', highRisk: true } as const;
  for (const [code, expected] of [
    ['RESIDUE', true],
    ['LIFT', false],
  ] as const) {
    const procedure = inHand(assigned(), dangerous);
    procedure.accept(sample(procedure, { how: { code, text: null } }));
    t.equal(procedure.state<EvidenceState>(child).explosivePossible, expected, code);
  }
});

function consume(approval: string, changes: JsonObject = {}): Intent {
  return {
    subject: first,
    type: 'evidence.consumed',
    by: examiner,
    body: {
      ...circumstances(at),
      examination,
      exam: { code: destructive, text: null },
      approval,
      amount: '0.5',
      remainder: '0.5',
      nothingLeft: false,
      residues: [],
      withoutResidue: 'DEMO: burnt without residue',
      ...changes,
    },
    refs: [approval],
    countersigned: ['DEMO-LABX-2/LABX as witness'],
  };
}

/** A gram of something, asked to be identified, in the examiner's hands; not yet approved. */
function gram(): Procedure {
  const asked = { item: { exams: [exam(destructive, true)] }, of: [first] };
  return inHand(assigned(asked), { quantity: { amount: '1', unit: 'GRAM' } });
}

t.test('E32, RQ-52: approved by two beforehand, the reviewer of the laboratory and no examiner', async t => {
  const procedure = gram();
  t.same(procedure.refuse(approve({}, [])), ['countersignature.missing']);
  procedure.enlist('DEMO-LABX-1', 'LABV');
  t.same(procedure.refuse(approve({}, ['DEMO-LABX-1/LABV as reviewer'])), ['examination.examiner-reviews']);
  t.same(procedure.refuse(approve({}, ['DEMO-LABV-9/LABV as reviewer'])), ['examination.not-of-laboratory']);
  t.same(procedure.refuse(approve({ exam: { code: 'TOOLMARK', text: null } })), [
    'examination.approval-too-late',
  ]);
  procedure.accept(approve());
});

t.test('E53, GATE-11: consumed as approved, balanced to the last decimal, before a witness', async t => {
  const procedure = gram();
  const [approval = ''] = procedure.accept(approve()).items;
  t.same(procedure.refuse({ ...consume(approval), countersigned: [] }), ['countersignature.missing']);
  t.same(procedure.refuse(consume(approval, { exam: { code: 'TOOLMARK', text: null } })), [
    'examination.destruction-not-approved',
  ]);
  t.same(procedure.refuse(consume(approval, { amount: '0.7', remainder: '0.3' })), [
    'evidence.consumed-beyond-approval',
  ]);
  t.same(procedure.refuse(consume(approval, { remainder: '0.4' })), ['evidence.consumed-unbalanced']);
  t.same(procedure.refuse(consume(approval, { nothingLeft: true })), ['evidence.consumed-unbalanced']);
  t.same(procedure.refuse(consume(approval, { remainder: null })), ['evidence.consumed-not-stated']);
  procedure.accept(consume(approval));
  t.equal(procedure.state<EvidenceState>(first).quantity.amount, '0.5');
  t.same(procedure.refuse(consume(approval, { amount: '0.2', remainder: '0.3' })), [
    'evidence.consumed-beyond-approval',
  ]);
});

t.test(
  'E53, RQ-55: nothing left ends custody; residues are items, or it is said why there are none',
  async t => {
    const procedure = gram();
    const [approval = ''] = procedure.accept(approve({ atMost: null })).items;
    const all = { amount: '1', remainder: '0', nothingLeft: true };
    t.same(procedure.refuse(consume(approval, { ...all, withoutResidue: null })), [
      'evidence.residue-not-told',
    ]);
    t.same(
      procedure.refuse(
        consume(approval, { ...all, withoutResidue: null, residues: [second.slice('evidence/'.length)] }),
      ),
      ['examination.not-derived-from-item'],
    );
    procedure.accept(sample(procedure, { how: { code: 'RESIDUE', text: null } }));
    const residues = [child.slice('evidence/'.length)];
    procedure.accept(consume(approval, { ...all, withoutResidue: null, residues }));
    t.match(procedure.state<EvidenceState>(first), { physical: 'CONSUMED', custody: null });
    const told = {
      exams: [made(destructive, { destructive: true })],
      alteration: { kind: 'PART', text: 'DEMO', residue: 'DEMO' },
      derived: residues,
    };
    t.same(procedure.refuse(result({ of: [first], item: told })), ['examination.alteration-not-of-record']);
    procedure.accept(
      result({ of: [first], item: { ...told, alteration: { ...told.alteration, kind: 'ALL' } } }),
    );
  },
);

t.test('E57: what is held from disposal is neither approved for consumption nor consumed', async t => {
  const hold = (scope: string, lifted: string | null = null) => ({
    holds: {
      [uuidOf('DEMO-HOLD')]: { function: 'LEG', scope, since: at, event: 'DEMO', lifted },
    } as EvidenceState['holds'] & object,
  });
  const held = (procedure: Procedure, changes: Partial<EvidenceState>): Procedure => {
    procedure.suppose(first, { ...procedure.state<EvidenceState>(first), ...changes });
    return procedure;
  };
  for (const scope of ['DISPOSAL', 'RELEASE_AND_DISPOSAL']) {
    t.same(held(gram(), hold(scope)).refuse(approve()), ['hold.stops-disposal'], scope);
    const procedure = gram();
    const [approval = ''] = procedure.accept(approve()).items;
    t.same(held(procedure, hold(scope)).refuse(consume(approval)), ['hold.stops-disposal'], scope);
    held(procedure, hold(scope, 'DEMO')).accept(consume(approval));
  }
  held(gram(), hold('RELEASE')).accept(approve());
});

t.test('E32, RQ-52: an examination that alters the item was approved before the day it was made', async t => {
  const alteration = { kind: 'ALTERED', text: 'DEMO: dissolved', residue: null };
  const told = (performedOn: string) =>
    result({
      of: [first],
      item: { exams: [made(destructive, { destructive: true, performedOn })], alteration },
    });
  const early = { acceptedAt: '2021-03-20T10:00:00Z' };
  const approvedAt = (of: string | null, edition = 5): Procedure => {
    const procedure = gram();
    procedure.accept(approve());
    const state = procedure.state<EvidenceState>(first);
    const asked = state.examinations?.[examination];
    if (asked === undefined) throw new Error('it was not asked for');
    const destruction = asked.destruction.map(({ at: _at, ...approved }) =>
      of === null ? approved : { ...approved, at: of },
    );
    const changed = { ...asked, ...early, destruction };
    procedure.suppose(first, { ...state, examinations: { [examination]: changed } });
    procedure.sop = { ...procedure.sop, edition };
    return procedure;
  };
  t.equal(gramApproved().at, at, 'the time of the approval is kept');
  t.same(approvedAt(at).refuse(told('2021-03-31')), ['examination.destruction-approved-later']);
  approvedAt(at).accept(told('2021-04-01'));
  approvedAt(null).accept(told('2021-03-31'));
  approvedAt(at, 4).accept(told('2021-03-31'));
});

function gramApproved() {
  const procedure = gram();
  procedure.accept(approve());
  const [approved] = procedure.state<EvidenceState>(first).examinations?.[examination]?.destruction ?? [];
  if (approved === undefined) throw new Error('it was not approved');
  return approved;
}
