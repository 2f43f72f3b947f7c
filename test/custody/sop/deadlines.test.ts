import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import { type DeadlineName, deadlineNames, type Sop } from '../../../src/custody/sop/document.js';
import { isCheckOutOverdue, isOverdue, isReturnOverdue } from '../../../src/custody/transfer/overdue.js';
import { checkedOutBody } from '../../helpers/bodies/evidence.js';
import { incidentBody, openIncident } from '../../helpers/bodies/incident.js';
import { releaseAct, releaseDecidedBody, releaseRequestedBody } from '../../helpers/bodies/release.js';
import { requestSubject } from '../../helpers/bodies/request.js';
import { clearScene } from '../../helpers/bodies/scene.js';
import { registerUnit } from '../../helpers/bodies/unit.js';
import { Consignment } from '../../helpers/consignment.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { withScene } from '../../helpers/opened-scene.js';
import { changedSop, circumstances, Procedure, uuidOf } from '../../helpers/procedure.js';
import * as discrepancies from '../discrepancy/stage.js';

const item = itemSubject('DEMO-1');
const hour = 3_600_000;

/** A store with one item in the hands of `DEMO-SEC-1`. */
function holding(sop: Sop, changes: Partial<EvidenceState> = {}): Procedure {
  const procedure = new Procedure(sop);
  procedure.suppose(item, heldItem('DEMO-1', procedure.enlist('DEMO-SEC-1', 'SEC'), changes));
  return procedure;
}

function incidentAt(sop: Sop, at: string): boolean {
  const procedure = new Procedure(sop);
  procedure.accept(registerUnit());
  return allowed(procedure, { ...openIncident(), body: incidentBody({ ...circumstances(at) }) });
}

function allowed(procedure: Procedure, intent: Parameters<Procedure['judge']>[0]): boolean {
  return procedure.judge(intent).rules.length === 0;
}

/**
 * Of each deadline: what it decides, once with a value under which the answer is yes and once with one under which it
 * is no, everything else alike.
 */
const probes: Record<
  DeadlineName,
  { readonly yes: number; readonly no: number; readonly answer: (sop: Sop) => boolean }
> = {
  lateEntryHours: { yes: 6, no: 5, answer: sop => incidentAt(sop, '2021-04-02T06:00:00Z') },
  futureToleranceMinutes: { yes: 10, no: 9, answer: sop => incidentAt(sop, '2021-04-02T12:10:00Z') },
  transferOverdueHours: {
    yes: 1,
    no: 2,
    answer(sop) {
      const c = new Consignment();
      c.procedure.accept(c.offer());
      const now = Date.parse('2021-04-03T12:00:00Z') + 1.5 * hour;
      const { transit } = c.state();
      const refused = heldItem('DEMO-1', '', {
        transit: transit && { ...transit, stage: 'REFUSED' },
        lastOccurred: { at: '2021-04-03T12:00:00Z', precision: 'MINUTE' },
      });
      const overdue = isOverdue(c.transfer(), now, sop);
      t.equal(isReturnOverdue(refused, now, sop), overdue, 'what is to come back waits no longer');
      return overdue;
    },
  },
  checkOutOverdueDays: {
    yes: 1,
    no: 2,
    answer(sop) {
      const checkOut = {
        taker: '',
        custodian: null,
        purpose: 'DEMO',
        dueBack: '2021-04-10T00:00:00Z',
        event: '',
        site: null,
      };
      const lent = heldItem('DEMO-1', '', { physical: 'CHECKED_OUT', checkOut });
      return isCheckOutOverdue(lent, Date.parse('2021-04-11T12:00:00Z'), sop);
    },
  },
  checkOutMaximumDays: {
    yes: 10,
    no: 9,
    answer: sop =>
      allowed(holding(sop), {
        subject: item,
        type: 'evidence.checked-out',
        by: 'DEMO-CSO-1/CSO',
        countersigned: ['DEMO-SEC-1/SEC as custodian'],
        body: checkedOutBody('2021-04-02T10:00:00Z', { dueBack: '2021-04-12T10:00:00Z' }),
      }),
  },
  discrepancyDays: {
    yes: 30,
    no: 28,
    answer: sop => allowed(discrepancies.store({}, sop), discrepancies.open()),
  },
  custodyGapMinutes: {
    yes: 119,
    no: 120,
    answer(sop) {
      const procedure = discrepancies.store({}, sop);
      procedure.accept(discrepancies.open());
      procedure.accept(discrepancies.explain());
      procedure.accept(discrepancies.close('FOUND'));
      const { remarks } = procedure.state<EvidenceState>(discrepancies.item);
      return remarks.some(({ kind }) => kind === 'CUSTODY_GAP');
    },
  },
  releaseMaximumDays: {
    yes: 90,
    no: 89,
    answer(sop) {
      const procedure = holding(sop);
      const unit = uuidOf('DEMO-UNIT');
      procedure.suppose(`unit/${unit}`, { national: true, validFrom: '2013-05-01', validUntil: null });
      procedure.suppose(requestSubject, { number: 'DEMO-RQ-1', closed: null });
      const at = '2021-04-02T11:00:00Z';
      procedure.accept(releaseAct('requested', 'DEMO-CASE-1/CASE', releaseRequestedBody(unit, at), [item]));
      return allowed(procedure, releaseAct('decided', 'DEMO-LEG-1/LEG', releaseDecidedBody(at), [item]));
    },
  },
  sceneClearanceMaximumHours: {
    yes: 24,
    no: 23,
    answer: sop => allowed(withScene({}, sop), clearScene()),
  },
};

for (const name of deadlineNames) {
  t.test(`SOP: ${name}, in the document alone, changes the answer`, async t => {
    const { yes, no, answer } = probes[name];
    const withValue = (value: number) =>
      changedSop(sop => {
        sop.deadlines[name].value = value;
      });
    t.equal(answer(withValue(yes)), true, `${yes}`);
    t.equal(answer(withValue(no)), false, `${no}`);
  });
}
