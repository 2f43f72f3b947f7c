import t from 'tap';
import { checkLogKeyHeld } from '../../../src/custody/log/log-key-held.js';
import { serviceActs } from '../../../src/custody/log/service-acts.js';
import type { LogState } from '../../../src/custody/log/state.js';
import { reconstruction } from '../../../src/custody/sop/reconstruction.js';
import { createVerifierKey, formatVerifierKey, type JsonObject } from '../../../src/log/index.js';
import { administeredBody, anchorNote, byOperator } from '../../helpers/bodies/log.js';
import { publicKeyOf, registerKey } from '../../helpers/bodies/officer.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { type Intent, Procedure, uuidOf } from '../../helpers/procedure.js';

const subject = `log/${uuidOf('DEMO-LOG')}`;
const origin = 'rules.test.example/AAAAAAAAAAAAAAAAAAAAAA';
const logKeyOf = (name: string, origined = origin) =>
  formatVerifierKey(createVerifierKey(origined, 'note', publicKeyOf(name)));
const firstKey = logKeyOf('DEMO-LOG-KEY-1');
const secondKey = logKeyOf('DEMO-LOG-KEY-2');

function openedLog(): Procedure {
  const procedure = new Procedure();
  procedure.suppose(subject, { corrections: [], logKey: firstKey, founders: [], sop: {} });
  for (let step = 0; step < 5; step++) procedure.accept(administered(`DEMO-${step}`));
  return procedure;
}

const administered = (name: string, changes: JsonObject = {}, details: JsonObject = {}): Intent =>
  byOperator(subject, 'administered', administeredBody(name, changes, details));
const anchored = (note: string): Intent => byOperator(subject, 'anchored', { note });
const rotated = (logKey: string): Intent => ({
  ...byOperator(subject, 'key-rotated', { logKey }),
  countersigned: ['DEMO-REG-1/REG as registrar'],
});
const accessAnchored = (count: number, head: string): Intent =>
  byOperator(subject, 'access-anchored', { count, head: head.repeat(43) });

t.test('log-format section 8: log.anchored names a checkpoint of this log, cosigned, not ahead', async t => {
  const procedure = openedLog();
  assertMandatory(t, procedure, anchored(anchorNote(firstKey)), ['note']);
  const refused = (note: string) => procedure.refuse(anchored(note));
  t.same(refused('AAAA'), ['log.anchor-malformed']);
  t.same(refused(`${anchorNote(firstKey).slice(0, -4)}AB==`), ['log.anchor-malformed']);
  t.same(refused(anchorNote(firstKey, { origin: 'other.example/AAAAAAAAAAAAAAAAAAAAAA' })), [
    'log.anchor-of-another-log',
  ]);
  t.same(refused(anchorNote(firstKey, { cosigned: false })), ['log.anchor-unsigned']);
  t.same(refused(anchorNote(firstKey, { signed: false })), ['log.anchor-unsigned']);
  t.same(refused(anchorNote(secondKey)), ['log.anchor-unsigned'], 'by another key than the log has');
  t.same(refused(anchorNote(firstKey, { size: 6 })), ['log.anchor-ahead'], 'leaf 5 would name a tree of 6');
  procedure.accept(anchored(anchorNote(firstKey, { size: 5 })));
  t.match(procedure.state<LogState>(subject).anchored, { size: 5, receivedAt: procedure.now });
});

t.test('log-format section 8: log.key-rotated is signed by OPS and countersigned by REG', async t => {
  const procedure = openedLog();
  assertMandatory(t, procedure, rotated(secondKey), ['logKey']);
  t.same(procedure.refuse({ ...rotated(secondKey), countersigned: [] }), ['countersignature.missing']);
  t.same(procedure.refuse(rotated('DEMO')), ['log.key-malformed']);
  const ofWitness = formatVerifierKey(createVerifierKey(origin, 'cosignature', publicKeyOf('DEMO-W')));
  t.same(procedure.refuse(rotated(ofWitness)), ['log.key-malformed']);
  t.same(procedure.refuse(rotated(firstKey)), ['log.key-known']);
  t.same(procedure.refuse(rotated(logKeyOf('DEMO-2', 'other.example/AAAAAAAAAAAAAAAAAAAAAA'))), [
    'log.key-of-another-log',
  ]);
  procedure.accept(rotated(secondKey));
  t.match(procedure.state<LogState>(subject), {
    logKey: secondKey,
    formerLogKeys: [{ logKey: firstKey, until: 5 }],
  });
  t.same(procedure.refuse(rotated(firstKey)), ['log.key-known'], 'a key that was taken out stays out');
  procedure.accept(anchored(anchorNote(firstKey)));
  procedure.accept(anchored(anchorNote(secondKey)));
});

t.test('log-format section 8: what signs checkpoints signs no act', async t => {
  const procedure = openedLog();
  procedure.accept(rotated(secondKey));
  procedure.enlist('DEMO-WIT-1', 'WIT');
  t.same(procedure.refuse(registerKey('DEMO-WIT-1', 'DEMO-LOG-KEY-2')), ['claim.taken']);
  procedure.accept(registerKey('DEMO-WIT-1', 'DEMO-WIT-KEY'));
  t.same(procedure.refuse(rotated(logKeyOf('DEMO-WIT-KEY'))), ['claim.taken']);
});

t.test(
  "log-format section 8: the operator's events are of role OPS, whatever the procedure says",
  async t => {
    const lax = structuredClone(reconstruction);
    const mine = [
      anchored(anchorNote(firstKey)),
      rotated(secondKey),
      accessAnchored(1, 'a'),
      administered('DEMO-LAX'),
    ];
    for (const { type } of mine) {
      const act = lax.acts[type];
      if (act === undefined) throw new Error(type);
      act.signers = ['OPS', 'REG'];
      act.countersignatures = [{ as: 'registrar', count: 0, roles: null }];
    }
    const procedure = openedLog();
    procedure.sop = lax;
    for (const intent of mine) {
      const byRegistrar = procedure.refuse({ ...intent, by: 'DEMO-REG-2/REG' });
      t.same(byRegistrar, ['log.not-by-operator'], intent.type);
    }
    t.same(procedure.refuse({ ...rotated(secondKey), countersigned: ['DEMO-AUD-1/AUD as registrar'] }), [
      'log.registrar-missing',
    ]);
    for (const type of serviceActs) t.same(reconstruction.acts[type]?.signers, ['OPS'], type);
  },
);

t.test('docs/access-log.md: an anchor of the access log never goes back', async t => {
  const procedure = openedLog();
  assertMandatory(t, procedure, accessAnchored(7, 'a'), ['count', 'head']);
  procedure.accept(accessAnchored(7, 'a'));
  t.same(procedure.refuse(accessAnchored(6, 'a')), ['log.access-anchor-backwards']);
  t.same(procedure.refuse(accessAnchored(7, 'b')), ['log.access-anchor-backwards']);
  procedure.accept(accessAnchored(7, 'a'));
  procedure.accept(accessAnchored(8, 'b'));
  t.match(procedure.state<LogState>(subject).accessAnchored, { count: 8, head: 'b'.repeat(43) });
});

t.test('docs/administration.md: an administrative act says what belongs to it, once', async t => {
  const procedure = openedLog();
  assertMandatory(t, procedure, administered('DEMO-A'), ['number', 'act', 'done', 'details']);
  t.same(procedure.refuse(administered('DEMO-0')), ['claim.taken'], 'told before');
  const refused = (changes: JsonObject, details: JsonObject) =>
    procedure.refuse(administered('DEMO-A', changes, details));
  t.same(refused({}, { migrations: [] }), ['log.administered-details']);
  t.same(refused({ act: 'REBUILT' }, {}), ['log.administered-details', 'log.administered-details']);
  t.same(refused({ act: 'REBUILT' }, { migrations: [], size: 3, sha256: 'a'.repeat(64) }), [
    'log.administered-details',
  ]);
  t.same(refused({}, { migrations: ['/var/lib/scelle'] }), ['body.value-refused'], 'no path');
  const configured = { migrations: [], settings: ['LIMITS'], sha256: 'a'.repeat(64) };
  procedure.accept(administered('DEMO-B', { act: 'CONFIGURED' }, configured));
  const backup = { migrations: [], size: 3, sha256: 'b'.repeat(64) };
  procedure.accept(administered('DEMO-C', { act: 'BACKED_UP' }, backup));
  procedure.accept(administered('DEMO-D', {}, { migrations: ['0014-next'] }));
  t.equal(procedure.state<LogState>(subject).migrated?.at(-1), '0014-next');
});

t.test('log-format section 8, key: a service takes in no log key but one it holds', async t => {
  const event = { type: 'log.key-rotated', body: { logKey: secondKey } };
  const holding = (key: string) => async (asked: string) => asked === key;
  t.match(await checkLogKeyHeld(event, holding(firstKey)), [
    { rule: 'log.key-not-held', pointer: '/body/logKey' },
  ]);
  t.same(await checkLogKeyHeld(event, holding(secondKey)), []);
  t.same(await checkLogKeyHeld({ ...event, type: 'log.anchored' }, holding(firstKey)), []);
});
