import t from 'tap';
import type { EvidenceState, ReleaseOnItem } from '../../../src/custody/evidence/state.js';
import { judgeBatch } from '../../../src/custody/judge/judge-batch.js';
import type { LogWorld } from '../../../src/custody/judge/world.js';
import { readActs } from '../../../src/log/index.js';
import { ReplayedLog } from '../../../src/verify/rules/replayed-log.js';
import { buildDossier, builtBody } from '../../helpers/bodies/dossier.js';
import { code, photograph, registeredBody, unclassified } from '../../helpers/bodies/evidence.js';
import {
  releaseAct,
  releaseDecidedBody,
  releaseRequestedBody,
  releaseSubject,
} from '../../helpers/bodies/release.js';
import { requestSubject } from '../../helpers/bodies/request.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { type Intent, type Procedure, uuidOf } from '../../helpers/procedure.js';
import { actOn, begunCase, registeredAt, sceneId, supposeCleared } from '../evidence/stage.js';

const at = '2021-04-02T11:00:00Z';
const unit = uuidOf('DEMO-UNIT');
const release = releaseSubject.slice('release/'.length);
const item = itemSubject('DEMO-1');
const file = 'ab'.repeat(32);
const photographs = [photograph('DEMO-1', { file: { sha256: file, size: 4096, mediaType: 'image/jpeg' } })];
const marked = { ...unclassified, caveats: [code('SOURCE')] };
const refusal = ['dossier.original-no-more'];

/** An item of which a photograph goes as an original. */
function letGo(): Procedure {
  const procedure = begunCase();
  procedure.suppose(item, heldItem('DEMO-1', procedure.enlist('DEMO-HQC-1', 'HQC')));
  const since = { validFrom: '2013-05-01', validUntil: null };
  procedure.suppose(`unit/${unit}`, { name: 'DEMO-PJS', national: true, ...since });
  procedure.suppose(requestSubject, { number: 'DEMO-RQ-1', closed: null });
  procedure.accept(releaseAct('requested', 'DEMO-CASE-1/CASE', releaseRequestedBody(unit, at), [item]));
  procedure.accept(releaseAct('decided', 'DEMO-LEG-1/LEG', releaseDecidedBody(at), [item]));
  const state = procedure.state<EvidenceState>(item);
  const originalPhotographs = [{ file, boundBy: 'A'.repeat(43), why: 'DEMO' }];
  const legal = { [release]: { ...(state.legal[release] as ReleaseOnItem), originalPhotographs } };
  procedure.suppose(item, { ...state, legal });
  return procedure;
}

/** Another item is registered, under the caveat SOURCE, with the same photograph. */
function register(procedure: Procedure, classification = marked): Intent {
  const refs = [supposeCleared(procedure, '2021-04-02T06:00:00Z', '2021-04-02T12:00:00Z')];
  const body = registeredBody(registeredAt, { scene: sceneId, photographs, classification });
  return actOn('DEMO-2', 'registered', 'DEMO-WIT-1/WIT', body, { refs });
}

/** Of the tree before any of it. */
const build = buildDossier(builtBody({ release, recipientUnit: unit }, [item], { size: 1 }));

/** What the rules say of these acts in one batch. */
function judgedIn(world: LogWorld, procedure: Procedure, intents: readonly Intent[]): readonly string[] {
  const { acts, faults } = readActs(intents.flatMap(intent => procedure.compose(intent)));
  t.same(faults, []);
  const { sop, now: receivedAt } = procedure;
  const verdict = judgeBatch(world, acts, { receivedAt, firstIndex: 100, sop });
  if (verdict.kind === 'stale') throw new Error(JSON.stringify(verdict.stale));
  return verdict.kind === 'refused' ? verdict.violations.map(({ rule }) => rule) : [];
}

t.test(
  'GATE-8, V6: no dossier with an original that something else names and bears SOURCE since',
  async t => {
    const procedure = letGo();
    procedure.accept(register(procedure));
    t.same(procedure.refuse(build), refusal, 'in an earlier batch');
    const unmarked = letGo();
    unmarked.accept(register(unmarked, unclassified));
    unmarked.accept(build);
  },
);

t.test('GATE-8, V6: nor in the same batch', async t => {
  const procedure = letGo();
  t.same(judgedIn(procedure.world, procedure, [register(procedure), build]), refusal);
  const unmarked = letGo();
  t.same(judgedIn(unmarked.world, unmarked, [register(unmarked, unclassified), build]), []);
});

t.test('GATE-8, V6: who replays the whole log says so too; of a part of it nothing is claimed', async t => {
  const procedure = letGo();
  procedure.accept(register(procedure));
  const replayed = (isWholeLog: boolean) => {
    const log = new ReplayedLog({
      isWhole: () => true,
      isWholeLog,
      findSop: sha256 => procedure.world.sopDocument(sha256),
      named: undefined,
    });
    log.absorb(procedure.world, []);
    return judgedIn(log, procedure, [build]);
  };
  t.same(replayed(true), refusal);
  t.same(replayed(false), []);
});
