import t from 'tap';
import { judgeBatch } from '../../../src/custody/judge/judge-batch.js';
import { roleCodes } from '../../../src/custody/roles.js';
import { signedBy } from '../../../src/custody/sop/acts/signatures.js';
import { readActs } from '../../../src/log/index.js';
import { clearScene, documentScene, openScene } from '../../helpers/bodies/scene.js';
import { registerUnit } from '../../helpers/bodies/unit.js';
import { withIncident, withScene } from '../../helpers/opened-scene.js';
import { changedSop, Procedure, uuidOf } from '../../helpers/procedure.js';

t.test('log-format section 8, key: an act is signed with a good key of the officer it names', async t => {
  const procedure = new Procedure();
  procedure.enlist('DEMO-HOM-1', 'HOM');
  const moment = { receivedAt: procedure.now, firstIndex: 0, sop: procedure.sop };
  const composed = procedure.compose(registerUnit());
  const other = procedure.compose({ ...registerUnit(), by: 'DEMO-HOM-1/HOM' })[0]?.kid ?? '';
  const judge = (events: typeof composed) => judgeBatch(procedure.world, readActs(events).acts, moment);
  const notGood = { kind: 'refused', violations: [{ rule: 'signer.key-not-good', event: 0 }] };
  t.match(judge(composed.map((event, step) => (step === 0 ? { ...event, kid: other } : event))), notGood);
  const stranger = { officer: uuidOf('DEMO-NOBODY'), role: 'REG' };
  t.match(
    judge(composed.map((event, step) => (step === 0 ? { ...event, actor: stranger } : event))),
    notGood,
  );
  t.match(judge(composed.map((event, step) => (step === 1 ? { ...event, kid: other } : event))), {
    kind: 'refused',
    violations: [{ rule: 'signer.key-not-good', event: 1 }],
  });
  t.equal(judge(composed).kind, 'accepted');
});

t.test('SD-8, role: an act is signed in a role the officer holds', async t => {
  const procedure = withScene();
  procedure.enlist('DEMO-EOD-1', 'EOD');
  t.same(procedure.refuse({ ...clearScene(), by: 'DEMO-WIT-1/EOD' }), ['signer.role-not-held']);
  t.same(procedure.refuse({ ...clearScene(), by: 'DEMO-WIT-1/ANYTHING' }), [
    'signer.role-not-held',
    'signer.role-not-provided',
  ]);
  procedure.accept(clearScene());
});

t.test('SOP, acts: who may sign is data', async t => {
  t.same(withScene().refuse({ ...clearScene(), by: 'DEMO-CSO-1/CSO' }), ['signer.role-not-provided']);
  const procedure = withScene(
    {},
    changedSop(sop => {
      sop.acts = { ...sop.acts, 'scene.cleared': signedBy(['CSO'], [], 'DEMO', 'I') };
    }),
  );
  t.same(procedure.refuse(clearScene()), ['signer.role-not-provided']);
  procedure.accept({ ...clearScene(), by: 'DEMO-CSO-1/CSO' });
});

t.test('SOP, acts: what the SOP does not provide for is not done', async t => {
  const { 'scene.cleared': _cleared, ...others } = withScene().sop.acts;
  const procedure = withScene(
    {},
    changedSop(sop => {
      sop.acts = others;
    }),
  );
  t.same(procedure.refuse(clearScene()), ['sop.act-not-provided']);
});

t.test('SOP, acts: how many countersign, in which roles, is data', async t => {
  const procedure = withScene(
    {},
    changedSop(sop => {
      sop.acts = { ...sop.acts, 'scene.cleared': signedBy(['EOD'], [['witness', 2, ['WIT']]], 'DEMO', 'I') };
    }),
  );
  const witness = (name: string, role = 'WIT') => `${name}/${role} as witness`;
  const one = [witness('DEMO-WIT-2')];
  t.match(procedure.judge({ ...clearScene(), countersigned: one }).detail, [
    { rule: 'countersignature.missing', parameters: { count: '2', present: '1', as: 'witness' } },
  ]);
  t.same(procedure.refuse({ ...clearScene(), countersigned: [...one, witness('DEMO-CSO-1', 'CSO')] }), [
    'countersignature.role-not-provided',
  ]);
  procedure.accept({ ...clearScene(), countersigned: [...one, witness('DEMO-WIT-3')] });
});

t.test('SOP, acts: a capacity the act does not know is refused; some are known to every act', async t => {
  const procedure = withScene();
  t.same(procedure.refuse({ ...clearScene(), countersigned: ['DEMO-WIT-2/WIT as friend'] }), [
    'countersignature.not-provided',
  ]);
  for (const as of ['supervisor', 'overriding-officer'])
    procedure.accept({ ...clearScene(), countersigned: [`DEMO-HOM-1/HOM as ${as}`] });
});

t.test(
  'RQ-10, SD-7: who supervises is a list of the SOP; a document without one admits any role',
  async t => {
    const by = (role: string) => ({ ...clearScene(), countersigned: [`DEMO-OTHER/${role} as supervisor`] });
    const allowed = withScene().sop.supervisors?.roles ?? [];
    for (const role of roleCodes) {
      if (allowed.includes(role)) withScene().accept(by(role));
      else t.same(withScene().refuse(by(role)), ['countersignature.role-not-provided'], role);
    }
    for (const role of ['REG', 'OPS', 'COU', 'NAT-OPJ', 'NAT-GRF', 'NAT-PRO'] as const)
      t.notOk(allowed.includes(role), role);
    const { supervisors: _none, ...before } = withScene().sop;
    withScene({}, before).accept(by('COU'));
    const auditors = changedSop(sop => {
      sop.supervisors = { roles: ['AUD'], source: 'DEMO', confidence: 'I' };
    });
    t.same(withScene({}, auditors).refuse(by('HOM')), ['countersignature.role-not-provided']);
    withScene({}, auditors).accept(by('AUD'));
  },
);

t.test('SOP, acts: what may be countersigned need not be', async t => {
  const procedure = withIncident();
  procedure.accept(openScene());
  const second = openScene({}, `scene/${uuidOf('DEMO-SCENE-2')}`);
  t.same(procedure.judge({ ...second, countersigned: ['DEMO-EOD-1/EOD as eod'] }).rules, []);
});

t.test('log-format section 10: a countersigner holds his role too', async t => {
  const procedure = withScene();
  const { eventId } = procedure.accept(clearScene());
  const byResponder = { ...documentScene([eventId]), countersigned: ['DEMO-WIT-1/HOM as supervisor'] };
  t.throws(() => procedure.judge(byResponder), 'an officer does not countersign his own act');
  procedure.enlist('DEMO-FR-1', 'FR');
  t.same(procedure.refuse({ ...byResponder, countersigned: ['DEMO-FR-1/HOM as supervisor'] }), [
    'signer.role-not-held',
  ]);
});
