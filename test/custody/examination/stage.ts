import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { Sop } from '../../../src/custody/sop/document.js';
import type { JsonObject } from '../../../src/log/index.js';
import {
  acceptedItem,
  askedOfItem,
  examinationAcceptedBody,
  examinationAct,
  examinationAssignedBody,
  examinationRequestedBody,
  examinationSubject,
  laboratory,
  resultIssuedBody,
  resultOfItem,
} from '../../helpers/bodies/examination.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { circumstances, type Intent, Procedure, uuidOf } from '../../helpers/procedure.js';

export const at = '2021-04-02T10:00:00Z';
export const items = ['DEMO-1', 'DEMO-2'].map(itemSubject);
export const [first = '', second = ''] = items;

export const caseOfficer = 'DEMO-CASE-1/CASE';
export const reception = 'DEMO-LABR-1/LABR';
export const examiner = 'DEMO-LABX-1/LABX';
export const reviewer = 'DEMO-LABV-1/LABV';
export const trace = {
  reference: 'DEMO-TRACE-1',
  kind: { code: 'FINGER_MARK', text: null },
  place: 'DEMO: base',
};
export const reviewed = [`${reviewer} as reviewer`];
export const examination = examinationSubject.slice('examination/'.length);

/** Items in the custody of the laboratory's reception, and its officers. */
export function inLaboratory(changes: Partial<EvidenceState> = {}, sop?: Sop): Procedure {
  const procedure = new Procedure(sop);
  const unit = { unit: laboratory };
  const custodian = procedure.enlist('DEMO-LABR-1', 'LABR', unit);
  procedure.enlist('DEMO-LABX-1', 'LABX', unit);
  procedure.enlist('DEMO-LABX-2', 'LABX', unit);
  procedure.enlist('DEMO-LABV-1', 'LABV', unit);
  procedure.enlist('DEMO-LABV-2', 'LABV', unit);
  procedure.suppose(`unit/${laboratory}`, {
    name: 'DEMO-LABORATORY',
    validFrom: '2013-05-01',
    validUntil: null,
  });
  procedure.suppose(`unit/${uuidOf('DEMO-UNIT')}`, {
    name: 'DEMO-UNIT',
    validFrom: '2013-05-01',
    validUntil: null,
  });
  procedure.suppose(`incident/${uuidOf('DEMO-INCIDENT')}`, {});
  for (const name of ['DEMO-1', 'DEMO-2'])
    procedure.suppose(itemSubject(name), heldItem(name, custodian, changes));
  return procedure;
}

type ForItem = JsonObject | ((subject: string) => JsonObject);

interface Said {
  readonly body?: JsonObject;
  readonly item?: ForItem;
  readonly by?: string;
  readonly of?: readonly string[];
  readonly countersigned?: readonly string[];
}

function each(of: readonly string[], item: ForItem, whole: (changes: JsonObject) => JsonObject) {
  return of.map(subject => [subject, whole(typeof item === 'function' ? item(subject) : item)] as const);
}

export function request({
  body = {},
  item = {},
  by = caseOfficer,
  of = items,
  countersigned,
}: Said = {}): Intent {
  return examinationAct(
    'examination.requested',
    'evidence.examination-requested',
    by,
    examinationRequestedBody(at, body),
    each(of, item, askedOfItem),
    countersigned,
  );
}

export function accept({ body = {}, item = {}, by = reception, of = items }: Said = {}): Intent {
  return examinationAct(
    'examination.accepted',
    'evidence.examination-accepted',
    by,
    examinationAcceptedBody(at, body),
    each(of, item, acceptedItem),
  );
}

export function assign(body: JsonObject = {}, by = reviewer): Intent {
  return {
    subject: examinationSubject,
    type: 'examination.assigned',
    by,
    body: examinationAssignedBody(at, uuidOf('DEMO-LABX-1'), uuidOf('DEMO-LABV-1'), body),
  };
}

export function result({
  body = {},
  item = {},
  by = examiner,
  of = items,
  countersigned = reviewed,
}: Said = {}): Intent {
  return examinationAct(
    'examination.result-issued',
    'evidence.result-issued',
    by,
    resultIssuedBody(at, body),
    each(of, item, resultOfItem),
    countersigned,
  );
}

export function amend({
  body = {},
  item = {},
  by = examiner,
  of = items,
  countersigned = reviewed,
}: Said = {}): Intent {
  const change = { what: 'DEMO: the result of the comparison', why: 'DEMO: another instrument' };
  return examinationAct(
    'examination.result-amended',
    'evidence.result-amended',
    by,
    resultIssuedBody(at, { version: 2, change, ...body }),
    each(of, item, resultOfItem),
    countersigned,
  );
}

export function requested(said: Said = {}, changes: Partial<EvidenceState> = {}, sop?: Sop): Procedure {
  const procedure = inLaboratory(changes, sop);
  procedure.accept(request(said));
  return procedure;
}

/** Accepted whole, and assigned to examiner and reviewer. */
export function assigned(said: Said = {}, changes: Partial<EvidenceState> = {}, sop?: Sop): Procedure {
  const procedure = requested(said, changes, sop);
  procedure.accept(accept({ of: said.of ?? items }));
  procedure.accept(assign());
  return procedure;
}

/** A comparison from case to case of a trace on these items. */
export function match(
  of: readonly string[] = items,
  said: JsonObject = {},
  countersigned = reviewed,
): Intent {
  const ids = of.map(subject => subject.slice('evidence/'.length));
  return examinationAct(
    'examination.traces-matched',
    'evidence.traces-matched',
    examiner,
    {
      ...circumstances(at),
      result: 'IDENTIFIED',
      method: 'DEMO-METHOD-1',
      limits: 'DEMO',
      confidence: 'HIGH',
      statement: { en: 'DEMO: the same mark', fr: 'DEMO : la même trace' },
      capacity: 'DEMO',
      reviewerCapacity: 'DEMO',
    },
    of.map(subject => [
      subject,
      {
        kind: 'TRACE',
        reference: trace.reference,
        with: ids.filter(id => !subject.endsWith(id)),
        ...said,
      },
    ]),
    countersigned,
  );
}

/** An exam that consumes what it is made on. */
export const destructive = 'EXPLOSIVE_IDENTIFICATION';

/** The consumption is approved by two beforehand (E32). */
export function approve(item: JsonObject = {}, countersigned = reviewed): Intent {
  const body = { ...circumstances(at), capacity: 'DEMO', reviewerCapacity: 'DEMO', grounds: 'DEMO' };
  const said = {
    exam: { code: destructive, text: null },
    lost: 'DEMO: half a gram',
    atMost: '0.6',
    kept: 'DEMO: the rest',
    notified: 'DEMO: the prosecutor, in writing',
    ...item,
  };
  return examinationAct(
    'examination.destruction-approved',
    'evidence.destruction-approved',
    caseOfficer,
    body,
    [[first, said]],
    countersigned,
  );
}
