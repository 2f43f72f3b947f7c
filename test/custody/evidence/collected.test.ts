import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { Sop } from '../../../src/custody/sop/document.js';
import type { JsonObject } from '../../../src/log/index.js';
import {
  assessedBody,
  classifiedBody,
  code,
  collectedBody,
  receivedFromOutsideBody,
  registeredBody,
  rifleBody,
  weaponClearedBody,
} from '../../helpers/bodies/evidence.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { changedSop, type Procedure, uuidOf } from '../../helpers/procedure.js';
import {
  actOn,
  atSite,
  begunCase,
  collect,
  collectedAt,
  registeredAt,
  sceneId,
  stateOf,
  supposeCleared,
  supposeSite,
  withCollected,
  withItem,
} from './stage.js';

t.test('E08: custody begins with the collector, and a witness signs', async t => {
  const procedure = withCollected();
  t.match(stateOf(procedure), {
    physical: 'COLLECTED',
    collectedBy: uuidOf('DEMO-WIT-1'),
    custody: {
      officer: uuidOf('DEMO-WIT-1'),
      role: 'WIT',
      site: null,
      location: null,
      reason: 'COLLECTED',
      since: collectedAt,
    },
  });
  const alone = { ...collect(), countersigned: [] };
  t.same(withItem().refuse(alone), ['countersignature.missing']);
});

t.test('E08: each field of the act dropped in turn is named', async t => {
  assertMandatory(t, withItem(), collect(), [
    'occurred',
    'place',
    'lateEntry',
    'overrides',
    'scene',
    'method',
    'precautions',
    'observed',
    'necessity',
    'remark',
  ]);
});

t.test('RQ-07: the collector himself found it or saw it in place', async t => {
  t.same(withItem().refuse(collect({ observed: 'TOLD' })), ['body.value-refused']);
});

t.test('domain (b), L0: a first responder collects only under a recorded necessity', async t => {
  t.same(withItem().refuse(collect({}, 'DEMO-FR-1/FR')), ['evidence.first-responder-necessity']);
  withItem().accept(collect({ necessity: code('IMMINENT_LOSS') }, 'DEMO-FR-1/FR'));
});

t.test('D2, E08: what another party recovered is not collected; it is received from outside', async t => {
  for (const party of [
    'FRENCH_FORCES',
    'MALIAN_AUTHORITY',
    'INTERNATIONAL_FORCES',
    'CONTINGENT',
    'POPULATION',
  ])
    t.same(
      withItem(registeredBody(registeredAt, { recoveringParty: code(party) })).refuse(collect()),
      ['evidence.recovered-by-others'],
      party,
    );
  const other = withItem(
    registeredBody(registeredAt, { recoveringParty: code('OTHER', 'DEMO: a shepherd') }),
  );
  t.same(other.refuse(collect()), ['evidence.recovered-by-others']);
  withItem().accept(collect());
});

t.test('C.1: an item is collected once, and none that is documented only', async t => {
  t.same(withCollected().refuse(collect()), ['evidence.not-in-state']);
  const documented = registeredBody(registeredAt, { holding: 'DOCUMENTED_ONLY' });
  t.same(withItem(documented).refuse(collect()), ['evidence.custody-ended']);
});

t.test('GATE-2, E08: what EOD found hazardous is not picked up', async t => {
  const assess = actOn(
    'DEMO-ITEM',
    'safety-assessed',
    'DEMO-EOD-1/EOD',
    assessedBody('2021-04-02T07:10:00Z', 'HAZARDOUS_DO_NOT_MOVE'),
  );
  const procedure = withItem();
  procedure.accept(assess);
  t.same(procedure.refuse(collect()), ['evidence.hazardous']);
  const off = withItem(
    undefined,
    changedSop(sop => {
      sop.gates['GATE-2'].on = false;
    }),
  );
  off.accept(assess);
  off.accept(collect());
});

t.test('GATE-12: nothing is collected before it was recorded', async t => {
  const early = collectedBody('2021-04-02T06:00:00Z', { scene: sceneId });
  t.same(withItem().refuse({ ...collect(), body: early }), ['evidence.time-reversal']);
});

t.test('GATE-1: no item of a scene before EOD cleared it', async t => {
  const atScene = registeredBody(registeredAt, { scene: sceneId });
  const register = actOn('DEMO-ITEM', 'registered', 'DEMO-WIT-1/WIT', atScene);
  const procedure = begunCase();
  t.same(procedure.refuse(register), ['scene.not-cleared']);
  const clearance = supposeCleared(procedure, '2021-04-02T06:00:00Z', '2021-04-02T07:15:00Z');
  t.same(procedure.refuse(register), ['scene.not-cleared'], 'a clearance that the act does not rely on');
  procedure.accept({ ...register, refs: [clearance] });
  const take = { ...collect(), refs: [clearance] };
  t.same(procedure.refuse(take), ['scene.clearance-not-valid-then']);
  t.same(procedure.refuse({ ...collect({ scene: null }), refs: [] }), [
    'evidence.scene-differs',
    'evidence.collected-without-scene',
  ]);
  const longer = supposeCleared(procedure, '2021-04-02T07:15:00Z', '2021-04-02T12:00:00Z');
  procedure.accept({ ...take, refs: [longer] });
});

t.test('GATE-1: off, passed by a named officer, or by another role, as the SOP says', async t => {
  const overrides = [{ gate: 'GATE-1', officer: uuidOf('DEMO-WIT-1'), reason: 'DEMO: fire spreading' }];
  const atScene = (changes = {}) =>
    actOn(
      'DEMO-ITEM',
      'registered',
      'DEMO-WIT-1/WIT',
      registeredBody(registeredAt, { scene: sceneId, ...changes }),
    );
  const procedure = begunCase();
  procedure.accept({ ...atScene({ overrides }), countersigned: ['DEMO-WIT-2/WIT as overriding-officer'] });
  t.match(stateOf(procedure).remarks, [{ kind: 'OVERRIDE', text: 'GATE-1: DEMO: fire spreading' }]);
  const onlyHead = changedSop(sop => {
    sop.gates['GATE-1'].override = { roles: ['HOM'] };
  });
  t.same(begunCase(onlyHead).refuse(atScene({ overrides })), ['override.role-not-allowed']);
  const nobody = changedSop(sop => {
    sop.gates['GATE-1'].override = null;
  });
  t.ok(begunCase(nobody).refuse(atScene({ overrides })).includes('override.not-allowed'));
  const off = changedSop(sop => {
    sop.gates['GATE-1'].on = false;
  });
  begunCase(off).accept(atScene());
});

t.test('GATE-1: the gate is not passed by leaving the scene out', async t => {
  const nowhere = (sop?: Sop, changes = {}) => {
    const procedure = begunCase(sop);
    const body = registeredBody(registeredAt, changes);
    procedure.accept(actOn('DEMO-ITEM', 'registered', 'DEMO-WIT-1/WIT', body));
    return procedure;
  };
  const take = (changes = {}) => ({ ...collect({ scene: null, ...changes }), refs: [] });
  t.same(nowhere().refuse(take()), ['evidence.collected-without-scene']);
  const overrides = [{ gate: 'GATE-1', officer: uuidOf('DEMO-WIT-1'), reason: 'DEMO: fire spreading' }];
  const passed = nowhere();
  t.same(
    passed.refuse(take({ overrides })),
    ['override.second-officer-missing'],
    'a witness decides nothing',
  );
  const seconded = ['DEMO-WIT-2/WIT as witness', 'DEMO-WIT-3/WIT as overriding-officer'];
  passed.accept({ ...take({ overrides }), countersigned: seconded });
  t.match(stateOf(passed).remarks, [{ kind: 'OVERRIDE', text: 'GATE-1: DEMO: fire spreading' }]);
  const nobody = changedSop(sop => {
    sop.gates['GATE-1'].override = null;
  });
  t.ok(nowhere(nobody).refuse(take({ overrides })).includes('override.not-allowed'));
  const off = changedSop(sop => {
    sop.gates['GATE-1'].on = false;
  });
  nowhere(off).accept(take());
});

const parent = uuidOf('DEMO-PARENT');
const origins = [
  { derivedFrom: { parent, root: parent, relation: code('SWAB') } },
  { foundIn: { item: parent, where: 'DEMO: under the lining' } },
];

/** An item that came from another one, registered at no scene, before it is collected. */
function takenFrom(origin: JsonObject, of: EvidenceState): Procedure {
  const procedure = begunCase();
  procedure.suppose(itemSubject('DEMO-PARENT'), of);
  const body = registeredBody(registeredAt, origin);
  procedure.accept(actOn('DEMO-ITEM', 'registered', 'DEMO-WIT-1/WIT', body));
  return procedure;
}

const takenAtNoScene = { ...collect({ scene: null }), refs: [] };

t.test('GATE-1: what is taken from an item in custody is taken at no scene', async t => {
  for (const origin of origins) {
    const procedure = takenFrom(origin, heldItem('DEMO-PARENT', uuidOf('DEMO-WIT-1')));
    procedure.accept(takenAtNoScene);
    t.match(stateOf(procedure), { physical: 'COLLECTED', scene: null });
  }
});

t.test('GATE-1: what is taken from an item that was not in custody then lay at a scene', async t => {
  const { heldSince, ...held } = heldItem('DEMO-PARENT', uuidOf('DEMO-WIT-1'));
  t.ok(heldSince);
  const notHeld = ['evidence.taken-from-item-not-held'];
  for (const origin of origins) {
    const lying: EvidenceState = { ...held, physical: 'RECORDED', custody: null };
    t.same(takenFrom(origin, lying).refuse(takenAtNoScene), notHeld, 'still where it was found');
    const later = { ...held, heldSince: '2021-04-02T09:00:00Z' };
    t.same(takenFrom(origin, later).refuse(takenAtNoScene), notHeld, 'collected only afterwards');
    const gone = (at: string): EvidenceState => ({
      ...held,
      heldSince: registeredAt,
      physical: 'SPLIT',
      custody: null,
      lastOccurred: { at, precision: 'MINUTE' },
    });
    t.same(takenFrom(origin, gone(registeredAt)).refuse(takenAtNoScene), notHeld, 'no more an item');
    takenFrom(origin, gone(collectedAt)).accept(takenAtNoScene);
  }
});

t.test(
  'GATE-1: nothing is taken from an item without its custodian, nor from one that is missing',
  async t => {
    for (const origin of origins) {
      const held = heldItem('DEMO-PARENT', uuidOf('DEMO-HQC-1'));
      const elsewhere = { ...held, custody: held.custody && { ...held.custody, since: registeredAt } };
      const procedure = takenFrom(origin, elsewhere);
      t.same(procedure.refuse(takenAtNoScene), ['evidence.custodian-took-no-part']);
      const before = {
        ...elsewhere,
        custody: elsewhere.custody && { ...elsewhere.custody, since: '2021-04-02T12:00:00Z' },
      };
      t.same(takenFrom(origin, before).judge(takenAtNoScene).rules, [], 'another had it then');
      const missing: EvidenceState = {
        ...heldItem('DEMO-PARENT', uuidOf('DEMO-WIT-1')),
        physical: 'UNACCOUNTED',
      };
      t.same(
        takenFrom(origin, { ...missing, lastOccurred: { at: registeredAt, precision: 'MINUTE' } }).refuse(
          takenAtNoScene,
        ),
        ['evidence.taken-from-item-not-held'],
      );
    }
  },
);

t.test('GATE-1: our custody of an item begins once', async t => {
  const procedure = withCollected();
  t.equal(stateOf(procedure).heldSince, collectedAt);
  procedure.accept(
    actOn('DEMO-ITEM', 'classified', 'DEMO-WIT-1/WIT', classifiedBody('2021-04-02T09:30:00Z')),
  );
  t.equal(stateOf(procedure).heldSince, collectedAt);
  t.equal(stateOf(withItem()).heldSince, undefined);
});

t.test(
  'GATE-1, RQ-10: what was found at a scene long ago comes in late, under the clearance of then',
  async t => {
    const procedure = withItem();
    procedure.now = Date.UTC(2021, 5, 1);
    const late = { ...collect({ lateEntry: { reason: 'DEMO: no link' } }) };
    t.same(procedure.refuse(late), ['time.late-without-supervisor']);
    const countersigned = [...(late.countersigned ?? []), 'DEMO-HOM-1/HOM as supervisor'];
    procedure.accept({ ...late, countersigned });
    t.equal(stateOf(procedure).physical, 'COLLECTED');
  },
);

t.test('GATE-1: a withdrawn clearance lets nobody in, as the whole log knows', async t => {
  const procedure = begunCase();
  const clearance = supposeCleared(procedure, '2021-04-02T06:00:00Z', '2021-04-02T12:00:00Z');
  const scene = procedure.state<{ permissions: Record<string, object> }>(`scene/${sceneId}`);
  const withdrawn = { event: 'DEMO', at: '2021-04-02T06:30:00Z' };
  procedure.suppose(`scene/${sceneId}`, {
    ...scene,
    permissions: { [clearance]: { ...scene.permissions[clearance], withdrawn } },
  });
  const register = actOn(
    'DEMO-ITEM',
    'registered',
    'DEMO-WIT-1/WIT',
    registeredBody(registeredAt, { scene: sceneId }),
    { refs: [clearance] },
  );
  t.same(procedure.refuse(register), ['scene.clearance-withdrawn']);
});

t.test('D2: the scene of an item is one of its incident', async t => {
  const procedure = begunCase();
  const clearance = supposeCleared(procedure, '2021-04-02T06:00:00Z', '2021-04-02T12:00:00Z');
  const other = { scene: sceneId, incident: uuidOf('DEMO-INCIDENT-2') };
  t.same(
    procedure.refuse(
      actOn('DEMO-ITEM', 'registered', 'DEMO-WIT-1/WIT', registeredBody(registeredAt, other), {
        refs: [clearance],
      }),
    ),
    ['evidence.scene-of-other-incident'],
  );
});

t.test(
  'intake from an outside party: our custody begins at receipt, what went before is "as told"',
  async t => {
    const receive = (at: string, changes = {}) =>
      actOn('DEMO-ITEM', 'received-from-outside', 'DEMO-SEC-1/SEC', receivedFromOutsideBody(at, changes), {
        countersigned: ['DEMO-WIT-2/WIT as witness'],
      });
    const procedure = withItem(registeredBody(registeredAt, { recoveringParty: code('FRENCH_FORCES') }));
    assertMandatory(t, procedure, receive(collectedAt), [
      'from',
      'from/party',
      'from/unit',
      'from/name',
      'from/capacity',
      'paper',
      'paper/reference',
      'paper/scan',
      'asTold',
      'sealsAsFound',
      'condition',
    ]);
    t.same(procedure.refuse({ ...receive(collectedAt), countersigned: [] }), ['countersignature.missing']);
    const [event] = procedure.compose(receive(collectedAt));
    t.notMatch(JSON.stringify(event), /DEMO-NAME/, 'the name is withheld');
    procedure.accept(receive(collectedAt));
    t.match(stateOf(procedure), {
      physical: 'COLLECTED',
      collectedBy: null,
      custody: { officer: uuidOf('DEMO-SEC-1'), reason: 'RECEIVED_FROM_OUTSIDE', since: collectedAt },
      remarks: [{ kind: 'AS_TOLD' }],
      gaps: [],
    });
    t.same(procedure.refuse(receive('2021-04-02T08:00:00Z')), ['evidence.not-in-state']);
    const atStore = withItem();
    supposeSite(atStore);
    atStore.accept(receive(collectedAt, atSite(collectedAt)));
    t.equal(stateOf(atStore).physical, 'HELD');
  },
);

t.test('GATE-3: no firearm from outside before two persons cleared it', async t => {
  const receive = actOn(
    'DEMO-ITEM',
    'received-from-outside',
    'DEMO-SEC-1/SEC',
    receivedFromOutsideBody('2021-04-02T08:00:00Z'),
    { countersigned: ['DEMO-WIT-2/WIT as witness'] },
  );
  const procedure = withItem(rifleBody(registeredAt));
  t.same(procedure.refuse(receive), ['evidence.weapon-not-cleared']);
  procedure.accept(
    actOn('DEMO-ITEM', 'weapon-cleared', 'DEMO-SEC-1/SEC', weaponClearedBody(collectedAt), {
      countersigned: ['DEMO-WIT-2/WIT as second-person'],
    }),
  );
  procedure.accept(receive);
  const off = changedSop(sop => {
    sop.gates['GATE-3'].on = false;
  });
  withItem(rifleBody(registeredAt), off).accept(receive);
});
