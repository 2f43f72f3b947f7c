import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import { itemActsOf } from '../../../src/custody/examination/item-acts.js';
import type { ExaminationState } from '../../../src/custody/examination/state.js';
import { collectDigests, type JsonObject } from '../../../src/log/index.js';
import { examinationSubject } from '../../helpers/bodies/examination.js';
import {
  copyDisclosedBody,
  discloseCopies,
  releaseAct,
  releaseHaltedBody,
  releaseRequestedBody,
} from '../../helpers/bodies/release.js';
import { requestSubject } from '../../helpers/bodies/request.js';
import type { Intent, Procedure } from '../../helpers/procedure.js';
import { assigned, first, items, result, second } from '../examination/stage.js';
import { at, bindPhotograph, decide, held, item, legal, other, requestWithFiles, unit } from './stage.js';

const caseOfficer = 'DEMO-CASE-1/CASE';
const file = 'cd'.repeat(32);
const ground = { ground: 'PROTECTION_OF_PERSONS', why: 'DEMO' };

function disclose(piece: string, members: JsonObject): Intent {
  return discloseCopies(caseOfficer, copyDisclosedBody(unit, at, {}), [piece], members);
}

/** Two items of which the same photograph was asked for; what binds it to each. */
function sharedPhotograph(): { readonly procedure: Procedure; readonly bindings: readonly string[] } {
  const procedure = held();
  const bindings = [
    bindPhotograph(procedure, item, file),
    bindPhotograph(procedure, other, file, 'ef'.repeat(32)),
  ];
  const asked = [item, other].map((piece, position) => ({
    piece,
    files: [{ sha256: file, boundBy: bindings[position] ?? '' }],
  }));
  procedure.accept(requestWithFiles(asked));
  return { procedure, bindings };
}

t.test('E45, GATE-8: a file that is taken out of one piece is not given with another that has it too', t => {
  const { procedure } = sharedPhotograph();
  const redaction = { piece: item, file, what: 'DEMO', ...ground, members: [] };
  procedure.accept(decide({ redactions: [redaction] }));
  const given = { files: [file], cleaned: [file] };
  t.same(procedure.refuse(disclose(item, given)), ['release.file-redacted']);
  t.same(procedure.refuse(disclose(other, given)), ['release.file-redacted']);
  procedure.accept(disclose(other, {}));
  t.end();
});

t.test('GATE-8: of each piece counts what the last decision on it takes out', t => {
  const { procedure } = sharedPhotograph();
  const redaction = { piece: item, file, what: 'DEMO', ...ground, members: [] };
  const refusal = { outcome: 'REFUSED', validFrom: null, validUntil: null };
  procedure.accept(decide({ redactions: [redaction] }, legal, [item]));
  procedure.accept(decide({}, legal, [other]));
  t.same(procedure.refuse(disclose(other, { files: [file], cleaned: [file] })), ['release.file-redacted']);
  procedure.accept(releaseAct('suspended', legal, releaseHaltedBody(at), [item]));
  procedure.accept(decide(refusal, legal, [item]));
  procedure.accept(disclose(other, { files: [file], cleaned: [file] }));
  t.end();
});

t.test('E45, GATE-8: a photograph goes cleaned, unless the decision lets its original go', t => {
  const { procedure } = sharedPhotograph();
  procedure.accept(decide());
  const state = procedure.state<EvidenceState>(item);
  t.same(Object.values(state.legal)[0]?.photographs, [file]);
  t.same(procedure.refuse(disclose(item, { files: [file] })), ['release.original-not-released']);
  t.same(procedure.refuse(disclose(item, { files: [], cleaned: [file] })), [
    'release.cleaned-not-photograph',
  ]);
  procedure.accept(disclose(item, { files: [file], cleaned: [file] }));

  const { procedure: granted, bindings } = sharedPhotograph();
  const originalPhotographs = [item, other].map((piece, position) => ({
    ...{ piece, file, boundBy: bindings[position] ?? '', why: 'DEMO' },
  }));
  granted.accept(decide({ originalPhotographs }));
  granted.accept(disclose(item, { files: [file] }));
  const marked = granted.state<EvidenceState>(other);
  const classification = { ...marked.classification, caveats: ['SOURCE' as const] };
  granted.suppose(other, { ...marked, classification });
  t.same(
    granted.refuse(disclose(other, { files: [file] })),
    ['release.original-not-released'],
    'marked since',
  );
  t.end();
});

t.test(
  'E45, E10, GATE-8: one taken before a destruction in place is a photograph, whatever it stands under',
  t => {
    const procedure = held();
    const boundBy = bindPhotograph(procedure, item, file);
    const binding = procedure.world.events.get(boundBy);
    if (binding === undefined) throw new Error('nothing binds it');
    const { photographs = null } = binding.body;
    const inPlace = { type: 'evidence.destroyed-in-situ', body: { before: photographs, after: [] } };
    procedure.world.events.set(boundBy, { ...binding, ...inPlace });
    procedure.accept(requestWithFiles([{ piece: item, files: [{ sha256: file, boundBy }] }]));
    procedure.accept(decide({}, legal, [item]));
    t.same(procedure.refuse(disclose(item, { files: [file] })), ['release.original-not-released']);
    procedure.accept(disclose(item, { files: [file], cleaned: [file] }));
    t.end();
  },
);

/** The report of an examination of two items, and the items: all asked for as copies. */
function reportAsked() {
  const procedure = assigned({ of: items });
  const recipient = { name: 'DEMO-PJS', code: 'DEMO-PJS', national: true };
  procedure.suppose(`unit/${unit}`, { ...recipient, validFrom: '2013-05-01', validUntil: null });
  procedure.suppose(requestSubject, { number: 'DEMO-RQ-1', closed: null });
  const report = procedure.accept(result({ of: items }));
  const { itemActs = [] } = procedure.state<ExaminationState>(examinationSubject);
  const parts = itemActsOf(itemActs, report.eventId);
  const body = releaseRequestedBody(unit, at, { dossierType: 'COPIES' });
  const pieces = [...items, examinationSubject];
  const act = releaseAct('requested', caseOfficer, body, pieces, undefined, { as: 'COPY' });
  const withVersion = (act.items ?? []).map(one => {
    if (one.subject !== examinationSubject) return one;
    const members = { version: report.eventId, itemActs: [...parts] };
    return { ...one, body: { ...one.body, ...members }, refs: [report.eventId, ...parts] };
  });
  procedure.accept({ ...act, items: withVersion });
  const memberOf = (event = ''): JsonObject => {
    const [withheld] = collectDigests(procedure.world.event(event)?.body ?? {});
    return { act: event, pointer: withheld?.pointer ?? '' };
  };
  const takeOut = (piece: string, member: JsonObject) => {
    const level = { now: 'CONFIDENTIAL', after: 'CONFIDENTIAL', downgraded: null };
    const redaction = { piece, file: null, what: 'DEMO: a finding', ...ground, members: [member] };
    procedure.accept(decide({ classification: level, redactions: [redaction] }, legal, pieces));
  };
  return { procedure, report, memberOf, takeOut };
}

t.test('E45, GATE-8: a finding that is taken out of the item is left out of the report too', t => {
  const { procedure, report, memberOf, takeOut } = reportAsked();
  const member = memberOf(report.items[0]);
  takeOut(first, member);
  for (const piece of [first, examinationSubject]) {
    t.same(procedure.refuse(disclose(piece, {})), ['release.record-redacted'], piece);
    procedure.accept(disclose(piece, { leftOut: [member] }));
  }
  procedure.accept(disclose(second, {}));
  t.end();
});

t.test('E45, GATE-8: one that is taken out of the report is left out of its item, not of another', t => {
  const { procedure, report, memberOf, takeOut } = reportAsked();
  const member = memberOf(report.items[0]);
  takeOut(examinationSubject, member);
  t.same(procedure.refuse(disclose(first, {})), ['release.record-redacted']);
  procedure.accept(disclose(first, { leftOut: [member] }));
  procedure.accept(disclose(second, {}));

  const whole = reportAsked();
  whole.takeOut(examinationSubject, whole.memberOf(whole.report.eventId));
  t.same(whole.procedure.refuse(disclose(second, {})), ['release.record-redacted'], 'what is said of all');
  t.end();
});
