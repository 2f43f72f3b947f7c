import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { JsonObject } from '../../../src/log/index.js';
import { checkedOutBody, derivedBody, returnedBody, splitBody } from '../../helpers/bodies/evidence.js';
import { laboratory } from '../../helpers/bodies/examination.js';
import { itemSubject } from '../../helpers/held-item.js';
import { changedSop, type Intent, type Procedure, uuidOf } from '../../helpers/procedure.js';
import { accept, assign, at, examination, examiner, first, reception, requested } from './stage.js';

const lot = {
  category: 'AMMUNITION',
  subCategory: 'CARTRIDGE_CASE',
  quantity: { amount: '10', unit: 'PIECE' },
} as const;
const parts = ['DEMO-PART-1', 'DEMO-PART-2'].map(itemSubject);

/** The examiner takes the item from reception, which signs that it lets it go (E27). */
function checkOut(by = examiner, countersigned: readonly string[] = [`${reception} as custodian`]): Intent {
  const body = checkedOutBody(at, { purpose: { code: 'LABORATORY', text: null } });
  return { subject: first, type: 'evidence.checked-out', by, body, countersigned };
}

function giveBack(amount: string, by = reception): Intent {
  const body = returnedBody(at, amount);
  return { subject: first, type: 'evidence.returned', by, body, countersigned: [`${examiner} as taker`] };
}

/** The lot by headstamp, in the examiner's hands (E15). */
function split(procedure: Procedure, amounts: readonly string[], remainder: string, by = examiner): Intent {
  const parent = procedure.state<EvidenceState>(first);
  return {
    subject: first,
    type: 'evidence.split',
    by,
    body: splitBody(at, remainder),
    items: amounts.map((amount, position) => ({
      subject: parts[position] ?? '',
      type: 'evidence.derived',
      body: derivedBody(at, first.slice('evidence/'.length), parent, amount) as JsonObject,
    })),
  };
}

/** Accepted as it was counted, and assigned. */
function inReception(sop = changedSop(() => {})): Procedure {
  const procedure = requested({ of: [first] }, lot, sop);
  procedure.enlist('DEMO-WIT-1', 'WIT');
  procedure.accept(accept({ of: [first], item: { quantity: { ...lot.quantity } } }));
  procedure.accept(assign());
  return procedure;
}

function lent(sop = changedSop(() => {})): Procedure {
  const procedure = inReception(sop);
  procedure.accept(checkOut());
  return procedure;
}

t.test('RQ-53: inside the laboratory, too, whoever has an item has signed for it', async t => {
  const procedure = inReception();
  t.same(procedure.refuse(checkOut(examiner, [])), ['countersignature.missing']);
  t.same(
    procedure.refuse(checkOut('DEMO-LABV-1/LABV')),
    ['signer.role-not-provided'],
    'a reviewer has nothing',
  );
  t.same(
    procedure.refuse(checkOut(examiner, ['DEMO-LABX-2/LABX as custodian'])),
    ['evidence.not-custodian'],
    'who does not answer for it lets nothing go',
  );
  procedure.accept(checkOut());
  t.match(procedure.state<EvidenceState>(first), {
    physical: 'CHECKED_OUT',
    custody: { officer: uuidOf('DEMO-LABX-1'), role: 'LABX' },
    checkOut: { custodian: { officer: uuidOf('DEMO-LABR-1') } },
  });
  t.same(procedure.refuse(giveBack('9')), ['evidence.return-unbalanced']);
  procedure.accept(giveBack('10'));
  t.match(procedure.state<EvidenceState>(first), {
    physical: 'HELD',
    custody: { officer: uuidOf('DEMO-LABR-1'), role: 'LABR' },
    checkOut: null,
  });
});

t.test(
  'RQ-02, RQ-53, GATE-11: an examiner splits what reception lent him; the remainder comes back',
  async t => {
    const procedure = lent();
    t.same(procedure.refuse(split(procedure, ['4', '3'], '2')), ['evidence.split-unbalanced']);
    t.same(procedure.refuse(split(procedure, ['4', '3'], '3', reception)), ['evidence.not-custodian']);
    procedure.accept(split(procedure, ['4', '3'], '3'));
    t.match(procedure.state<EvidenceState>(first), {
      physical: 'CHECKED_OUT',
      quantity: { amount: '3' },
      custody: { officer: uuidOf('DEMO-LABX-1') },
    });
    const [part = ''] = parts;
    t.match(procedure.state<EvidenceState>(part), {
      physical: 'HELD',
      parent: first.slice('evidence/'.length),
      root: first.slice('evidence/'.length),
      custody: { officer: uuidOf('DEMO-LABX-1'), reason: 'SPLIT' },
      checkOut: null,
    });
    t.same(procedure.refuse(giveBack('10')), ['evidence.return-unbalanced']);
    procedure.accept(giveBack('3'));
  },
);

t.test('RQ-26: where nothing is left of it, nothing is due back', async t => {
  const procedure = lent();
  procedure.accept(split(procedure, ['6', '4'], '0'));
  t.match(procedure.state<EvidenceState>(first), { physical: 'SPLIT', custody: null, checkOut: null });
});

t.test('RQ-26, RQ-13: lent otherwise, or under an earlier edition, it comes back as it went', async t => {
  const earlier = lent(changedSop(sop => Object.assign(sop, { edition: 4 })));
  t.same(earlier.refuse(split(earlier, ['4', '3'], '3')), ['evidence.not-in-state']);
  const waiting = requested({ of: [first] }, lot);
  waiting.accept(checkOut());
  t.equal(waiting.state<EvidenceState>(first).examinations?.[examination]?.status, 'REQUESTED');
  t.same(waiting.refuse(split(waiting, ['4', '3'], '3')), ['evidence.not-in-state'], 'not accepted');
});

t.test(
  'RQ-53, RQ-26, RQ-13: lent to somebody of another unit, it is not split from edition 6 on',
  async t => {
    const collector = 'DEMO-WIT-1/WIT';
    const lentOutside = (unit: string | null, sop = changedSop(() => {})): Procedure => {
      const procedure = inReception(sop);
      procedure.enlist('DEMO-WIT-1', 'WIT', { unit });
      procedure.accept(checkOut(collector));
      return procedure;
    };
    for (const unit of [uuidOf('DEMO-UNIT'), null]) {
      const procedure = lentOutside(unit);
      const act = split(procedure, ['4', '3'], '3', collector);
      t.same(procedure.refuse(act), ['evidence.split-by-other-unit'], String(unit));
      const { number } = procedure.state<EvidenceState>(first);
      t.match(procedure.judge(act).detail, [{ parameters: { number, officer: uuidOf('DEMO-WIT-1') } }]);
    }
    const earlier = lentOutside(
      null,
      changedSop(sop => Object.assign(sop, { edition: 5 })),
    );
    earlier.accept(split(earlier, ['4', '3'], '3', collector));
    const ofLaboratory = lentOutside(laboratory);
    ofLaboratory.accept(split(ofLaboratory, ['4', '3'], '3', collector));
  },
);

t.test('RQ-53: that another laboratory took it lets nobody else split it', async t => {
  const procedure = lent();
  const state = procedure.state<EvidenceState>(first);
  const own = state.examinations?.[examination];
  if (own === undefined) throw new Error('it was not asked for');
  const other = { ...own, laboratory: uuidOf('DEMO-OTHER-LABORATORY') };
  const told = (examinations: EvidenceState['examinations'] & object) =>
    procedure.suppose(first, { ...state, examinations });
  told({ [examination]: { ...own, status: 'REPORTED' }, [uuidOf('DEMO-OTHER')]: other });
  t.same(procedure.refuse(split(procedure, ['4', '3'], '3')), ['evidence.split-by-other-unit']);
  told({ [examination]: own, [uuidOf('DEMO-OTHER')]: other });
  procedure.accept(split(procedure, ['4', '3'], '3'));
});
