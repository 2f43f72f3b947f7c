import t from 'tap';
import { itemActsOf } from '../../../src/custody/examination/item-acts.js';
import type { ExaminationState } from '../../../src/custody/examination/state.js';
import { grantedPieces } from '../../../src/custody/release/granted.js';
import { checkReleased } from '../../../src/custody/release/in-force.js';
import type { ReleaseState } from '../../../src/custody/release/state.js';
import type { Sop } from '../../../src/custody/sop/document.js';
import { reconstruction } from '../../../src/custody/sop/reconstruction.js';
import { collectDigests, type JsonObject } from '../../../src/log/index.js';
import { examinationSubject, made } from '../../helpers/bodies/examination.js';
import { holdAct, liftedBody, placedBody } from '../../helpers/bodies/hold.js';
import { releaseAct, releaseRequestedBody, releaseSubject } from '../../helpers/bodies/release.js';
import { requestSubject } from '../../helpers/bodies/request.js';
import { type Intent, type Procedure, uuidOf } from '../../helpers/procedure.js';
import { amend, assigned, at, first, items, match, result, second, trace } from '../examination/stage.js';
import { decide, legal, unit, withheldMember } from './stage.js';

const release = releaseSubject.slice('release/'.length);

/** An examination in progress, and a national unit with its request. */
function examined(of: readonly string[] = [first], sop?: Sop): Procedure {
  const procedure = assigned({ of }, {}, sop);
  const recipient = { name: 'DEMO-PJS', code: 'DEMO-PJS', national: true };
  procedure.suppose(`unit/${unit}`, { ...recipient, validFrom: '2013-05-01', validUntil: null });
  procedure.suppose(requestSubject, { number: 'DEMO-RQ-1', closed: null });
  return procedure;
}

/** With the acts on items that the record lists for the version. */
function request(procedure: Procedure, version: string | null, members: JsonObject = {}): Intent {
  const { itemActs = [] } = procedure.state<ExaminationState>(examinationSubject);
  const parts = version === null ? [] : itemActsOf(itemActs, version);
  const body = releaseRequestedBody(unit, at, { dossierType: 'COPIES' });
  const refs = [...(version === null ? [] : [version]), ...parts];
  const act = releaseAct('requested', 'DEMO-CASE-1/CASE', body, [examinationSubject], undefined, {
    as: 'COPY',
    version,
    itemActs: [...parts],
    ...members,
  });
  return { ...act, items: (act.items ?? []).map(item => ({ ...item, refs })) };
}

t.test('GATE-6: an examination is asked for only once it has reported, in the version that is named', t => {
  const procedure = examined();
  const unknown = 'A'.repeat(43);
  t.match(procedure.refuse(request(procedure, unknown)), [
    'release.version-of-another',
    'release.nothing-reported',
  ]);
  const { eventId, items } = procedure.accept(result({ of: [first] }));
  t.same(procedure.refuse(request(procedure, null)), ['release.version-missing']);
  t.match(procedure.refuse(request(procedure, items[0] ?? '')), ['release.version-of-another']);
  t.same(procedure.refuse(request(procedure, eventId, { itemActs: [] })), ['release.report-not-whole']);
  procedure.accept(request(procedure, eventId));
  t.equal(procedure.state<ExaminationState>(examinationSubject).legal?.[release]?.version, eventId);
  t.end();
});

t.test('GATE-6, E39: it is decided like an item, and then may go to that unit', t => {
  const procedure = examined();
  const { eventId } = procedure.accept(result({ of: [first] }));
  procedure.accept(request(procedure, eventId));
  const state = () => procedure.state<ExaminationState>(examinationSubject);
  const leaves = (to: string) =>
    checkReleased(
      state(),
      release,
      { unit: to, purpose: null },
      {
        occurred: { at, precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null } as never,
        receivedAt: procedure.now,
      },
    ).map(({ rule }) => rule);
  t.same(leaves(unit), ['release.not-granted']);
  const below = { now: 'UNCLASSIFIED', after: 'UNCLASSIFIED', downgraded: null };
  t.same(procedure.refuse(decide({ classification: below }, undefined, [examinationSubject])), [
    'release.classification-below-piece',
  ]);
  const level = { now: 'CONFIDENTIAL', after: 'CONFIDENTIAL', downgraded: null };
  procedure.accept(decide({ classification: level }, undefined, [examinationSubject]));
  t.same(leaves(unit), []);
  t.same(leaves(release), ['release.for-another-recipient']);
  t.same(grantedPieces(procedure.state<ReleaseState>(releaseSubject)), [examinationSubject]);
  t.end();
});

t.test('E34, RQ-54: what was amended since is neither asked for nor granted as it was', t => {
  const procedure = examined();
  const { eventId } = procedure.accept(result({ of: [first] }));
  procedure.accept(request(procedure, eventId));
  procedure.accept(amend({ of: [first] }));
  const level = { now: 'CONFIDENTIAL', after: 'CONFIDENTIAL', downgraded: null };
  t.same(procedure.refuse(decide({ classification: level }, undefined, [examinationSubject])), [
    'release.version-superseded',
  ]);

  const before = examined();
  const { eventId: former } = before.accept(result({ of: [first] }));
  const { eventId: newest } = before.accept(amend({ of: [first] }));
  t.same(before.refuse(request(before, former)), ['release.version-superseded']);
  before.accept(request(before, newest));
  t.end();
});

t.test('E57: an examination under hold is not released until the function that placed it lifts it', t => {
  const procedure = examined();
  const { eventId } = procedure.accept(result({ of: [first] }));
  procedure.accept(request(procedure, eventId));
  const level = { now: 'CONFIDENTIAL', after: 'CONFIDENTIAL', downgraded: null };
  const grant = () => decide({ classification: level }, undefined, [examinationSubject]);
  const hold = (word: 'placed' | 'lifted', by: string) =>
    holdAct(word, by, word === 'placed' ? placedBody(at) : liftedBody(at), [examinationSubject]);
  procedure.accept(hold('placed', 'DEMO-HR-1/HR'));
  t.same(procedure.refuse(grant()), ['hold.stops-release']);
  t.same(procedure.refuse(hold('lifted', 'DEMO-LEG-1/LEG')), ['hold.other-function']);
  procedure.accept(hold('lifted', 'DEMO-HR-2/HR'));
  procedure.accept(grant());
  t.end();
});

const level = { now: 'CONFIDENTIAL', after: 'CONFIDENTIAL', downgraded: null };

/** The first withheld member of this act. */
function memberOf(procedure: Procedure, act = ''): JsonObject {
  const [withheld] = collectDigests(procedure.world.event(act)?.body ?? {});
  return { act, pointer: withheld?.pointer ?? '' };
}

/** A grant that takes one member out of the record of a piece. */
function takeOut(piece: string, member: JsonObject): Intent {
  const redaction = {
    ...{ piece, file: null, what: 'DEMO: a finding', ground: 'OTHER_MATTER', why: 'DEMO: another matter' },
    members: [member],
  };
  return decide({ classification: level, redactions: [redaction] }, legal, [piece]);
}

/** A report of two items, amended for one of them, and another report on the other; the newest version is asked for. */
function amendedReport() {
  const procedure = examined(items);
  const exams = ['PRINTS_CYANOACRYLATE', 'CASE_COMPARISON'].map(code =>
    made(code, { result: 'IN_PROGRESS' }),
  );
  const former = procedure.accept(
    result({ of: items, item: subject => (subject === second ? { exams } : {}) }),
  );
  const other = procedure.accept(result({ of: [second], body: { report: 'DEMO-REPORT-2' } }));
  const newest = procedure.accept(amend({ of: [first] }));
  procedure.accept(request(procedure, newest.eventId));
  return { procedure, former, other, newest };
}

t.test('GATE-8, RQ-54: what is taken out of a report is taken out of the version that goes', t => {
  const { procedure, former, other, newest } = amendedReport();
  for (const [what, member] of [
    ['the version before', memberOf(procedure, former.eventId)],
    ['a finding that was amended', memberOf(procedure, former.items[0])],
    ['another report', memberOf(procedure, other.eventId)],
    ['what another report found', memberOf(procedure, other.items[0])],
    ['an act on an item that is none of the report', withheldMember(procedure, second)],
  ] as const)
    t.same(procedure.refuse(takeOut(examinationSubject, member)), ['release.redaction-in-clear'], what);
  for (const [what, act] of [
    ['the version itself', newest.eventId],
    ['what it found', newest.items[0]],
    ['what the version before found of an item that was not amended', former.items[1]],
  ] as const) {
    const again = amendedReport().procedure;
    t.same(again.judge(takeOut(examinationSubject, memberOf(again, act))).rules, [], what);
  }
  t.end();
});

t.test(
  'GATE-8, RQ-54: a comparison that came after the version that goes is nothing to take out of it',
  t => {
    const procedure = examined(items);
    const exams = [
      made('PRINTS_CYANOACRYLATE', { result: 'IDENTIFIED', traces: [trace] }),
      made('CASE_COMPARISON'),
    ];
    procedure.accept(result({ of: items, item: { exams } }));
    const before = procedure.accept(match()).eventId;
    const { eventId: version } = procedure.accept(amend({ of: [first] }));
    procedure.accept(request(procedure, version));
    const after = procedure.accept(match()).eventId;
    const taken = (act: string) => takeOut(examinationSubject, memberOf(procedure, act));
    t.same(procedure.refuse(taken(after)), ['release.redaction-after-version']);
    t.same(procedure.judge(taken(before)).rules, [], 'a comparison that goes along');
    t.end();
  },
);

t.test('GATE-8, RQ-13: under an earlier edition of the rules it was no refusal', t => {
  const procedure = examined(items, { ...reconstruction, edition: 5 });
  const exams = [
    made('PRINTS_CYANOACRYLATE', { result: 'IDENTIFIED', traces: [trace] }),
    made('CASE_COMPARISON'),
  ];
  const { eventId: version } = procedure.accept(result({ of: items, item: { exams } }));
  procedure.accept(request(procedure, version));
  const after = procedure.accept(match()).eventId;
  t.same(procedure.judge(takeOut(examinationSubject, memberOf(procedure, after))).rules, []);
  t.end();
});

t.test('GATE-8, RQ-54: of an item too, what the report says newer is not left in the open', t => {
  const { procedure, former, newest } = amendedReport();
  const subject = `release/${uuidOf('DEMO-RELEASE-2')}`;
  const body = releaseRequestedBody(unit, at, { dossierType: 'COPIES', number: 'DEMO-R-2' });
  procedure.accept(releaseAct('requested', 'DEMO-CASE-1/CASE', body, [first], subject, { as: 'COPY' }));
  const grant = (act?: string) => ({ ...takeOut(first, memberOf(procedure, act)), subject });
  t.same(procedure.refuse(grant(former.items[0])), ['release.redaction-in-clear']);
  t.same(procedure.judge(grant(newest.items[0])).rules, []);
  t.end();
});
