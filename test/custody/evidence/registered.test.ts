import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { JsonObject } from '../../../src/log/index.js';
import {
  cartridgesBody,
  code,
  demoPosition,
  detonatorsBody,
  mark,
  photograph,
  quantity,
  registeredBody,
  rifleBody,
} from '../../helpers/bodies/evidence.js';
import { itemSubject } from '../../helpers/held-item.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { circumstances, Procedure, uuidOf } from '../../helpers/procedure.js';

const at = '2021-04-02T07:00:00Z';

function begun(): Procedure {
  const procedure = new Procedure();
  procedure.suppose(`incident/${uuidOf('DEMO-INCIDENT')}`, {});
  procedure.suppose(`incident/${uuidOf('DEMO-INCIDENT-2')}`, {});
  procedure.enlist('DEMO-WIT-1', 'WIT');
  return procedure;
}

function register(name: string, body: JsonObject) {
  return { subject: itemSubject(name), type: 'evidence.registered', by: 'DEMO-WIT-1/WIT', body };
}

function registered(body: JsonObject): EvidenceState {
  const procedure = begun();
  procedure.accept(register('DEMO-ITEM', body));
  return procedure.state<EvidenceState>(itemSubject('DEMO-ITEM'));
}

function refused(body: JsonObject): readonly string[] {
  return begun().refuse(register('DEMO-ITEM', body));
}

t.test('E07: a lot of casings is one item with a count (RQ-03)', async t => {
  t.match(registered(registeredBody(at)), {
    physical: 'RECORDED',
    number: /^([0-9A-Z]{4}-){3}[0-9A-Z]$/,
    quantity: { amount: '143', unit: 'PIECE' },
    root: uuidOf('DEMO-ITEM'),
    parent: null,
    custody: null,
    firearm: false,
    explosivePossible: false,
    hazardClass: null,
    safety: { status: 'UNASSESSED' },
    foundAs: 'EJECTED',
  });
});

t.test('V3: what an item is decides which gates it meets', async t => {
  t.match(registered(rifleBody(at)), { firearm: true, highRisk: true, hazardClass: 'FIREARM' });
  t.match(registered(cartridgesBody(at)), { explosivePossible: true, hazardClass: 'AMMUNITION' });
  t.match(registered(detonatorsBody(at)), { explosivePossible: true, hazardClass: 'EXPLOSIVE' });
  const suspected = (hazard: string) =>
    registered(
      registeredBody(at, {
        category: code('COMMERCIAL_GOODS'),
        subCategory: code('BARREL'),
        unmarked: 'DEMO: no batch number visible',
        hazard: { suspected: [code(hazard)], basis: 'DEMO' },
      }),
    );
  t.match(suspected('EXPLOSIVE'), { explosivePossible: true, hazardClass: 'EXPLOSIVE', highRisk: true });
  t.match(suspected('FLAMMABLE'), { explosivePossible: false, hazardClass: 'FLAMMABLE', highRisk: false });
  t.match(suspected('NONE'), { explosivePossible: false, hazardClass: null });
});

t.test('D2: documented only, held by another, is never in our custody', async t => {
  const state = registered(
    registeredBody(at, {
      holding: 'DOCUMENTED_ONLY',
      foundAs: code('DOCUMENTED_ONLY'),
      recoveringParty: code('FRENCH_FORCES'),
    }),
  );
  t.match(state, { physical: 'DOCUMENTED_ONLY', custody: null, recoveringParty: 'FRENCH_FORCES' });
  t.same(refused(registeredBody(at, { foundAs: code('DOCUMENTED_ONLY') })), [
    'evidence.documented-only-in-custody',
  ]);
});

t.test('D2: each mandatory field dropped in turn is named', async t => {
  assertMandatory(t, begun(), register('DEMO-ITEM', registeredBody(at)), [
    'occurred',
    'place',
    'lateEntry',
    'overrides',
    'incident',
    'scene',
    'positionAtScene',
    'positionAtScene/words',
    'positionAtScene/exact',
    'category',
    'subCategory',
    'description',
    'description/en',
    'description/fr',
    'quantity',
    'quantity/amount',
    'quantity/unit',
    'quantity/countedBy',
    'photographs',
    'withoutPhotograph',
    'marks',
    'unmarked',
    'headstamp',
    'interpretation',
    'condition',
    'traces',
    'traces/potential',
    'traces/precautions',
    'hazard',
    'hazard/suspected',
    'hazard/basis',
    'foundAs',
    'ied',
    'derivedFrom',
    'foundIn',
    'recoveringParty',
    'recoveringUnit',
    'holding',
    'owner',
    'classification',
    'classification/level',
    'classification/originator',
    'classification/caveats',
    'classification/review',
    'witnesses',
    'onBehalfOf',
  ]);
});

t.test('D2: French is what the court reads; an empty description is none', async t => {
  t.match(refused(registeredBody(at, { description: { en: 'DEMO', fr: '' } })), ['body.value-refused']);
});

t.test('RQ-01: an identifier that is not random makes no number; a number serves once', async t => {
  const procedure = begun();
  t.same(
    procedure.refuse({
      ...register('DEMO-ITEM', registeredBody(at)),
      subject: 'evidence/01789198-9800-4a31-b83f-464d545b6269',
    }),
    ['evidence.number-not-random'],
  );
  const last60 = 'b83f-464d545b6269';
  procedure.accept({
    ...register('', registeredBody(at)),
    subject: `evidence/01789198-9800-7a31-${last60}`,
  });
  t.same(
    procedure.refuse({
      ...register('', registeredBody(at)),
      subject: `evidence/01789198-9801-7a31-${last60}`,
    }),
    ['claim.taken'],
  );
});

t.test('V3: a sub-category is one of its category; human remains are no item', async t => {
  t.same(refused(registeredBody(at, { subCategory: code('DETONATOR') })), [
    'evidence.sub-category-not-of-category',
  ]);
  t.same(
    refused(registeredBody(at, { category: code('HUMAN_REMAINS'), subCategory: code('OTHER', 'DEMO') })),
    ['evidence.human-remains'],
  );
});

t.test('section (e): OTHER goes with words', async t => {
  t.same(refused(registeredBody(at, { recoveringParty: code('OTHER') })), ['vocabulary.other-without-text']);
  const state = registered(registeredBody(at, { recoveringParty: code('OTHER', 'DEMO: a shepherd') }));
  t.equal(state.recoveringParty, 'DEMO: a shepherd');
  t.same(refused(registeredBody(at, { recoveringParty: code('NOBODY') })), ['body.value-refused']);
});

t.test('RQ-03: arms are items one by one, each a piece', async t => {
  for (const wrong of [quantity('2'), quantity(null), quantity('1', 'SET')]) {
    t.same(refused(rifleBody(at, { quantity: wrong })), ['evidence.one-by-one']);
  }
});

t.test('D2: a quantity may be "not stated"; it is never nothing, and pieces come whole', async t => {
  t.equal(registered(detonatorsBody(at)).quantity.amount, null);
  t.same(refused(registeredBody(at, { quantity: quantity('0') })), ['evidence.quantity-zero']);
  t.same(refused(registeredBody(at, { quantity: quantity('1.5') })), ['evidence.quantity-not-whole']);
  t.equal(registered(registeredBody(at, { quantity: quantity('1.5', 'KILOGRAM') })).quantity.amount, '1.5');
  for (const wrong of ['-1', '1e3', '01', '1,5', '']) {
    t.same(refused(registeredBody(at, { quantity: quantity(wrong) })), ['body.value-refused'], wrong);
  }
});

t.test('RQ-14: of casings one says how they came there, or why that cannot be said', async t => {
  t.same(refused(registeredBody(at, { foundAs: code('UNDETERMINED') })), ['evidence.found-as-undetermined']);
  const state = registered(
    registeredBody(at, { foundAs: code('UNDETERMINED', 'DEMO: scattered by the blast') }),
  );
  t.equal(state.foundAs, 'UNDETERMINED');
  registered(rifleBody(at, { foundAs: code('UNDETERMINED') }));
});

t.test('RQ-12: a photograph, or why there is none', async t => {
  t.same(refused(registeredBody(at, { photographs: [] })), ['evidence.photograph-not-stated']);
  registered(registeredBody(at, { photographs: [], withoutPhotograph: 'DEMO: under fire' }));
});

t.test('RQ-11: marks as read; unreadable characters are marked, interpretation stands apart', async t => {
  const read = { marks: [mark('SERIAL', '4□1□')], interpretation: null };
  const state = registered(rifleBody(at, read));
  t.equal(state.serial, '4□1□');
  t.same(state.marks, [{ text: '4□1□', place: 'DEMO: left side of the receiver' }]);
  t.same(refused(rifleBody(at, { marks: [mark('SERIAL', '4□1□', { unreadable: 1 })] })), [
    'evidence.unreadable-not-marked',
  ]);
  t.same(refused(rifleBody(at, { marks: [], unmarked: null })), ['evidence.marks-not-stated']);
  registered(rifleBody(at, { marks: [], unmarked: 'DEMO: receiver ground down' }));
});

t.test('RQ-11, RQ-12: a mark names a photograph of the item itself', async t => {
  const shown = photograph('DEMO-9');
  const { sha256 = null } = shown.file as JsonObject;
  const marks = [mark('SERIAL', 'DEMO-4711', { photograph: sha256 })];
  registered(rifleBody(at, { photographs: [shown], marks }));
  t.same(refused(rifleBody(at, { marks })), ['evidence.photograph-not-listed']);
});

t.test('V4: the code of a calibre is that of what was written, which is kept', async t => {
  const calibre = (written: string, named: string) =>
    rifleBody(at, {
      interpretation: {
        make: 'DEMO maker',
        model: null,
        calibre: { written, code: named },
        serial: null,
        year: 2017,
        country: null,
        lot: null,
        confidence: 'LOW',
        reference: null,
      },
    });
  t.match(registered(calibre('12,7', '12.7mm')), { calibre: '12.7mm', sampleKey: '12.7mm DEMO maker 2017' });
  t.equal(registered(calibre('.303 British', 'OTHER')).calibre, '.303 british');
  t.same(refused(calibre('12,7', '12.7x108')), ['evidence.calibre-spelling']);
  t.same(refused(calibre('7.62x39', 'OTHER')), ['evidence.calibre-spelling']);
});

t.test('V5: a partial key is no sample', async t => {
  t.equal(registered(rifleBody(at)).sampleKey, null);
});

t.test('V2: a device or part of one has its labels', async t => {
  const labels = {
    category: code('COMMAND'),
    component: code('SWITCH'),
    componentState: code('COMPLETE'),
    switch: code('COMMAND_RADIO'),
    mainCharge: null,
    effect: null,
    enhancements: [],
    emplacement: code('SUICIDE_VEHICLE'),
    status: code('FAILED'),
  };
  const component = { category: code('IED'), subCategory: code('COMPONENT') };
  registered(registeredBody(at, { ...component, ied: labels }));
  t.same(refused(registeredBody(at, component)), ['evidence.ied-labels-missing']);
});

t.test('RQ-02: from any derived item one walks to the scene', async t => {
  const procedure = begun();
  procedure.accept(register('DEMO-ROOT', registeredBody(at)));
  const derived = (parent: string, root: string, changes: JsonObject = {}) =>
    registeredBody(at, {
      category: code('TRACE_SAMPLE'),
      subCategory: code('SWAB'),
      foundAs: code('DERIVED'),
      derivedFrom: { parent: uuidOf(parent), root: uuidOf(root), relation: code('SWAB') },
      ...changes,
    });
  procedure.accept(register('DEMO-SWAB', derived('DEMO-ROOT', 'DEMO-ROOT')));
  procedure.accept(register('DEMO-IMAGE', derived('DEMO-SWAB', 'DEMO-ROOT')));
  t.same(procedure.refuse(register('DEMO-OTHER', derived('DEMO-SWAB', 'DEMO-SWAB'))), [
    'evidence.root-not-of-parent',
  ]);
  t.same(
    procedure.refuse(
      register('DEMO-OTHER', derived('DEMO-ROOT', 'DEMO-ROOT', { incident: uuidOf('DEMO-INCIDENT-2') })),
    ),
    ['evidence.item-of-other-incident'],
  );
  const walk = (name: string): readonly string[] => {
    const { parent } = procedure.state<EvidenceState>(`evidence/${name}`);
    return parent === null ? [name] : [name, ...walk(parent)];
  };
  t.same(walk(uuidOf('DEMO-IMAGE')), [uuidOf('DEMO-IMAGE'), uuidOf('DEMO-SWAB'), uuidOf('DEMO-ROOT')]);
});

t.test('D2: found in another item is a relation of its own', async t => {
  const procedure = begun();
  const vehicle = registeredBody(at, {
    category: code('VEHICLE'),
    subCategory: code('PICK_UP'),
    quantity: quantity('1'),
    foundAs: code('PART_OF_DEVICE'),
    marks: [mark('VIN', 'DEMO-VIN-2009')],
    headstamp: null,
  });
  procedure.accept(register('DEMO-VEHICLE', vehicle));
  const foundIn = { item: uuidOf('DEMO-VEHICLE'), where: 'DEMO: glove compartment' };
  procedure.accept(register('DEMO-DETONATORS', detonatorsBody(at, { foundIn })));
  t.match(procedure.state(itemSubject('DEMO-DETONATORS')), {
    foundIn: uuidOf('DEMO-VEHICLE'),
    parent: null,
    root: uuidOf('DEMO-DETONATORS'),
  });
  t.same(
    procedure.refuse(
      register('DEMO-X', detonatorsBody(at, { foundIn, incident: uuidOf('DEMO-INCIDENT-2') })),
    ),
    ['evidence.item-of-other-incident'],
  );
  t.same(
    procedure.refuse(
      register('DEMO-X', detonatorsBody(at, { foundIn: { ...foundIn, item: uuidOf('DEMO-NOTHING') } })),
    ),
    ['reference.subject-unknown'],
  );
});

t.test(
  'RQ-07: an entry for another observer is flagged, with his own statement; his name is withheld',
  async t => {
    const onBehalfOf = {
      observer: { name: 'DEMO-NAME', capacity: 'DEMO: investigator', unit: 'DEMO team' },
      statement: { sha256: 'ab'.repeat(32), size: 10, mediaType: 'application/pdf' },
    };
    const state = registered(registeredBody(at, { onBehalfOf }));
    t.match(state.remarks, [{ kind: 'ON_BEHALF', text: '–' }]);
    t.notMatch(JSON.stringify(state), /DEMO-NAME|investigator|DEMO team/);
    const { observer } = onBehalfOf;
    const silent = { observer };
    t.same(refused(registeredBody(at, { onBehalfOf: silent })), ['body.member-missing']);
  },
);

t.test('GATE-8: exact position and owner never stand in the signed body', async t => {
  const procedure = begun();
  const owner = { name: 'DEMO-OWNER', basis: 'DEMO: papers' };
  const [event] = procedure.compose(register('DEMO-ITEM', registeredBody(at, { owner })));
  t.notMatch(JSON.stringify(event), /DEMO-OWNER/);
  t.notMatch(JSON.stringify(event), new RegExp(demoPosition.latitude));
  t.notMatch(JSON.stringify(event), /DEMO-W-1/, 'F-28: the reference of a witness');
  t.same(procedure.disclosed.size, 4, 'position of the item, of the camera, the owner and the witness');
});

t.test('RQ-10: an item older than the register comes in late, with reason and supervisor', async t => {
  const procedure = begun();
  const late = circumstances('2018-10-27T05:00:00Z', { lateEntry: { reason: 'DEMO: before the register' } });
  const act = register('DEMO-ITEM', registeredBody(at, late));
  t.same(procedure.refuse(act), ['time.late-without-supervisor']);
  procedure.accept({ ...act, countersigned: ['DEMO-HQC-1/HQC as supervisor'] });
  t.match(procedure.state<EvidenceState>(itemSubject('DEMO-ITEM')).remarks, [{ kind: 'LATE_ENTRY' }]);
});

t.test('SOP: who may register is data', async t => {
  const act = { ...register('DEMO-ITEM', registeredBody(at)), by: 'DEMO-JMAC-1/JMAC' };
  const procedure = begun();
  t.same(procedure.refuse(act), ['signer.role-not-provided']);
});
