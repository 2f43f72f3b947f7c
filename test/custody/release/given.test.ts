import t from 'tap';
import { digestOfItems } from '../../../src/custody/compose/items-digest.js';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import { judgeBatch } from '../../../src/custody/judge/judge-batch.js';
import type { ReleaseState } from '../../../src/custody/release/state.js';
import { type JsonObject, readActs } from '../../../src/log/index.js';
import {
  copyDisclosedBody,
  discloseCopies,
  releaseAct,
  releaseHaltedBody,
  releaseSubject,
  reportOutcome,
} from '../../helpers/bodies/release.js';
import { consentBody, linkedBody, onSource, sourceBody } from '../../helpers/bodies/source.js';
import { type Procedure, uuidOf } from '../../helpers/procedure.js';
import { at, decide, held, information, item, legal, other, request, requested, unit } from './stage.js';

const release = releaseSubject.slice('release/'.length);
const focal = 'DEMO-FOC-1/FOC';
const caseOfficer = 'DEMO-CASE-1/CASE';
const file = 'c'.repeat(64);

function granted(): Procedure {
  const procedure = requested();
  procedure.accept(decide());
  return procedure;
}

function disclose(changes: JsonObject = {}, members: JsonObject = {}, items: readonly string[] = [item]) {
  return discloseCopies(caseOfficer, copyDisclosedBody(unit, at, changes), items, members);
}

function outcome(changes: JsonObject = {}) {
  return reportOutcome(focal, at, changes);
}

/** The release as it stands of one item. */
function onItem(procedure: Procedure, changes: JsonObject) {
  const state = procedure.state<EvidenceState>(item);
  const legalOf = { ...state.legal[release], ...changes } as EvidenceState['legal'][string];
  procedure.suppose(item, { ...state, legal: { ...state.legal, [release]: legalOf } });
}

/** A copy of the record in form 1, judged under an edition of the rules: what says no to it. */
function refusedUnsaid(procedure: Procedure, edition: number): readonly string[] {
  const [group, ...items] = procedure.compose(disclose());
  if (group === undefined) throw new Error('nothing was composed');
  const unsaid = items.map(({ body: { leftOut: _, cleaned: _1, ...body }, ...event }) => ({
    ...event,
    form: 1,
    body,
  }));
  const body = { ...group.body, itemsDigest: digestOfItems(unsaid) };
  const verdict = judgeBatch(procedure.world, readActs([{ ...group, body }, ...unsaid]).acts, {
    ...{ receivedAt: procedure.now, firstIndex: 0, sop: { ...procedure.sop, edition } },
  });
  return verdict.kind === 'refused' ? verdict.violations.map(({ rule }) => rule) : [];
}

t.test('E45: copies are disclosed under a decision; the register keeps what went to whom', async t => {
  const procedure = granted();
  procedure.accept(disclose({}, {}, [item, other]));
  t.match(procedure.state<ReleaseState>(releaseSubject).disclosures, [
    { unit, means: 'BY_HAND', pieces: [item, other], by: uuidOf('DEMO-CASE-1') },
  ]);
  t.equal(procedure.state<EvidenceState>(item).legal[release]?.disclosed?.length, 1);
  t.equal(procedure.state<EvidenceState>(item).physical, 'HELD', 'nothing of the item moves');
});

t.test('E45: information too, and what was handed over: the Mission keeps a copy (RQ-66)', async t => {
  const procedure = held();
  procedure.accept(request({}, {}, [item, information]));
  procedure.accept(decide({}, legal, [item, information]));
  procedure.suppose(item, { ...procedure.state<EvidenceState>(item), physical: 'HANDED_OVER' });
  procedure.accept(disclose({}, {}, [item, information]));
  t.equal(procedure.state<EvidenceState>(item).physical, 'HANDED_OVER');
});

t.test(
  'E45, GATE-6: without a decision, under a suspended one, or after its end nothing is disclosed',
  async t => {
    const procedure = requested();
    t.same(procedure.refuse(disclose()), ['release.not-granted']);
    procedure.accept(decide());
    procedure.accept(releaseAct('suspended', legal, releaseHaltedBody(at), [item]));
    t.same(procedure.refuse(disclose()), ['release.not-granted']);
    const expired = granted();
    onItem(expired, { validUntil: '2021-04-02T10:00:00Z' });
    t.same(expired.refuse(disclose()), ['release.not-in-force']);
  },
);

t.test(
  'E45, GATE-10: to the recipient of the release alone, and a unit that is suspended is given nothing',
  async t => {
    const procedure = granted();
    const another = uuidOf('DEMO-UNIT-2');
    procedure.suppose(`unit/${another}`, {
      name: 'DEMO',
      national: true,
      validFrom: '2013-05-01',
      validUntil: null,
    });
    const recipient = { unit: another, capacity: 'DEMO', person: null };
    t.same(procedure.refuse(disclose({ recipient })), ['release.for-another-recipient']);
    const state = procedure.state<object>(`unit/${unit}`);
    procedure.suppose(`unit/${unit}`, { ...state, suspension: { since: '2021-04-01', event: 'DEMO' } });
    t.same(procedure.refuse(disclose()), ['unit.is-suspended']);
  },
);

t.test(
  'E45, RQ-67, GATE-8: no other file than was released, none that is to be redacted, no copy of a summary',
  async t => {
    const procedure = granted();
    t.same(procedure.refuse(disclose({}, { files: [file] })), ['release.file-not-released']);
    onItem(procedure, { files: [{ sha256: file, boundBy: 'DEMO' }], photographs: [] });
    const redaction = { file, what: 'DEMO', ground: 'PROTECTION_OF_PERSONS', why: 'DEMO' };
    onItem(procedure, { redactions: [redaction] });
    t.same(procedure.refuse(disclose({}, { files: [file] })), ['release.file-redacted']);
    onItem(procedure, { redactions: [] });
    procedure.accept(disclose({}, { files: [file] }));
    onItem(procedure, { as: 'SUMMARY' });
    t.same(procedure.refuse(disclose()), ['release.disclosed-otherwise']);
    procedure.accept(disclose({}, { as: 'SUMMARY' }));
  },
);

t.test(
  'E45, GATE-8: a copy of the record, or a summary, leaves out what the decision takes out of it, and says so',
  async t => {
    const procedure = granted();
    const one = { act: 'A'.repeat(43), pointer: '/place' };
    const another = { ...one, pointer: '/remarks' };
    const taken = { file: null, what: 'DEMO: where', ground: 'PROTECTION_OF_PERSONS', why: 'DEMO' };
    onItem(procedure, { redactions: [{ ...taken, members: [one, another] }] });
    for (const leftOut of [[], [one], [one, { ...another, pointer: '/name' }]])
      for (const as of ['COPY', 'SUMMARY'])
        t.same(procedure.refuse(disclose({}, { as, leftOut })), ['release.record-redacted']);
    onItem(procedure, { files: [{ sha256: file, boundBy: 'DEMO' }], photographs: [] });
    procedure.accept(disclose({}, { files: [file] }));
    procedure.accept(disclose({}, { leftOut: [another, one] }));
    t.same(refusedUnsaid(procedure, 6), ['type.form-superseded'], 'form 1 did not say it');
    t.same(refusedUnsaid(procedure, 5), [], 'RQ-13: and stands under its edition');
  },
);

t.test('E45: who signs is the case officer', async t => {
  const { body, items } = disclose();
  const act = { ...disclose(), by: legal, body, ...(items === undefined ? {} : { items }) };
  t.same(granted().refuse(act), ['signer.role-not-provided']);
});

t.test('E44, RQ-65: an outcome is one of something that was given under this release', async t => {
  const procedure = granted();
  t.same(procedure.refuse(outcome()), ['release.nothing-given']);
  const [transfer, dossier] = [`transfer/${uuidOf('DEMO-T')}`, `dossier/${uuidOf('DEMO-D')}`];
  t.same(procedure.refuse(outcome({ given: [transfer] })), ['reference.subject-unknown']);
  procedure.suppose(transfer, { release, lines: { a: 'DEPARTED' } });
  procedure.suppose(dossier, { release, deliveries: [] });
  t.same(procedure.refuse(outcome({ given: [transfer, dossier] })), [
    'release.not-given-under',
    'release.not-given-under',
  ]);
  procedure.suppose(transfer, { release, lines: { a: 'DEPARTED', b: 'RECEIVED' } });
  procedure.suppose(dossier, { release: uuidOf('DEMO-OTHER'), deliveries: [{}] });
  t.same(
    procedure.refuse(outcome({ given: [transfer, dossier] })),
    ['release.not-given-under'],
    'under another',
  );
  procedure.suppose(dossier, { release, deliveries: [{}] });
  procedure.accept(outcome({ given: [transfer, dossier] }));
  procedure.accept(disclose());
  procedure.accept(outcome({ stage: 'CHARGED' }));
  t.match(procedure.state<ReleaseState>(releaseSubject).outcomes, [
    { stage: 'JOINED_TO_FILE', given: [transfer, dossier] },
    { stage: 'CHARGED', given: [], by: uuidOf('DEMO-FOC-1') },
  ]);
});

t.test(
  'V11: a conviction states its sentence, in absentia or not; no stage before the verdict has one',
  async t => {
    const procedure = granted();
    procedure.accept(disclose());
    const death = { kind: 'DEATH', text: null, inAbsentia: true };
    t.same(procedure.refuse(outcome({ stage: 'CONVICTED' })), ['release.sentence-does-not-fit']);
    t.same(procedure.refuse(outcome({ stage: 'CHARGED', sentence: death })), [
      'release.sentence-does-not-fit',
    ]);
    t.same(procedure.refuse(outcome({ stage: 'CONVICTED', sentence: { ...death, kind: 'OTHER' } })), [
      'release.sentence-not-said',
    ]);
    procedure.accept(outcome({ stage: 'CONVICTED', sentence: death }));
    procedure.accept(outcome({ stage: 'ACQUITTED' }));
  },
);

t.test('E44: an outcome is of a day that has come, and is asked about again after it', async t => {
  const procedure = granted();
  procedure.accept(disclose());
  t.same(procedure.refuse(outcome({ on: '2021-04-20' })), ['release.outcome-to-come']);
  t.same(procedure.refuse(outcome({ askAgainOn: '2021-04-02' })), ['release.asked-again-before']);
  t.same(procedure.refuse({ ...outcome(), by: legal }), ['signer.role-not-provided']);
  procedure.accept(outcome({ askAgainOn: '2021-06-01' }));
});

t.test('E45, GATE-8: a copy of what could betray a source goes under his consent alone', async t => {
  const procedure = granted();
  const humanRights = 'DEMO-HR-1/HR';
  procedure.accept(onSource('registered', humanRights, sourceBody()));
  procedure.accept(onSource('linked', humanRights, linkedBody(item)));
  t.same(procedure.refuse(disclose()), ['release.not-as-things-stand']);
  procedure.accept(onSource('consent-recorded', humanRights, consentBody('ANY_NATIONAL', {})));
  procedure.accept(disclose());
});
