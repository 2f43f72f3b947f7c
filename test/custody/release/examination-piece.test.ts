import t from 'tap';
import { itemActsOf } from '../../../src/custody/examination/item-acts.js';
import type { ExaminationState } from '../../../src/custody/examination/state.js';
import { grantedPieces } from '../../../src/custody/release/granted.js';
import { checkReleased } from '../../../src/custody/release/in-force.js';
import type { ReleaseState } from '../../../src/custody/release/state.js';
import type { JsonObject } from '../../../src/log/index.js';
import { examinationSubject } from '../../helpers/bodies/examination.js';
import { holdAct, liftedBody, placedBody } from '../../helpers/bodies/hold.js';
import { releaseAct, releaseRequestedBody, releaseSubject } from '../../helpers/bodies/release.js';
import { requestSubject } from '../../helpers/bodies/request.js';
import type { Intent, Procedure } from '../../helpers/procedure.js';
import { amend, assigned, at, first, result } from '../examination/stage.js';
import { decide, unit } from './stage.js';

const release = releaseSubject.slice('release/'.length);

/** An examination in progress, and a national unit with its request. */
function examined(): Procedure {
  const procedure = assigned({ of: [first] });
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
