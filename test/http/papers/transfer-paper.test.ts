import t from 'tap';
import { transferPaperPage } from '../../../src/http/papers/transfer-paper.js';
import type { remarkWords } from '../../../src/http/papers/transfer-words.js';
import type { TransferPaper } from '../../../src/store/readers/transfer/read-transfer-paper.js';
import type { SignedAct } from '../../../src/store/readers/transfer/signed-act.js';

const hostile = `<script>alert("1")</script>'&`;

const occurred = {
  at: '2021-04-02T12:34:56Z',
  precision: 'MINUTE',
  zone: 'Africa/Bamako',
  clockDoubt: null,
} as const;

function act(
  type: string,
  index: number,
  itemBody: SignedAct['body'],
  changes: Partial<SignedAct> = {},
): SignedAct {
  return {
    eventId: `event-${index}`,
    index,
    type: `transfer.${type}`,
    form: 1,
    officer: 'officer-1',
    role: 'WIT',
    roleInForce: true,
    receivedAt: Date.parse('2021-04-02T13:00:00Z'),
    late: null,
    corrections: [],
    occurred,
    place: 'DEMO-PLACE',
    body: { leg: { number: 1, of: 2 }, purpose: hostile, means: 'ROAD' },
    countersigned: [],
    items: [{ item: 'item-1', eventId: `item-event-${index}`, index: index + 1, body: itemBody }],
    ...changes,
  };
}

const offered = act('offered', 3, {
  description: hostile,
  quantity: { amount: '143', unit: 'PIECE' },
  sealNumber: 'DEMO-000001',
  sealException: null,
  hazard: null,
  certificates: [],
});

const received = (changes: SignedAct['body'] = {}) =>
  act('received', 7, {
    quantity: { amount: '143.0', unit: 'PIECE' },
    seals: [{ number: 'DEMO-000001', found: 'DEMO-000001', status: 'VERIFIED_INTACT' }],
    condition: 'DEMO',
    conditionAgrees: true,
    description: 'DEMO: cases',
    descriptionAgrees: true,
    reserve: null,
    nationalReference: null,
    nationalSeal: null,
    ...changes,
  });

const countMismatch = {
  kind: 'COUNT_MISMATCH',
  open: true,
  outcome: null,
  ofTransfer: false,
  corrections: [],
};

const side = { role: 'WIT', unit: null, site: null, store: null };

function paperOf(acts: readonly SignedAct[], changes: Partial<TransferPaper> = {}): TransferPaper {
  const answered = acts.some(({ type }) => type === 'transfer.received');
  return {
    id: 'transfer-1',
    transfer: {
      corrections: [],
      kind: 'STORAGE',
      stage: answered ? 'RECEIVED' : 'OFFERED',
      manifest: hostile,
      giver: { ...side, officer: 'officer-1', capacity: hostile },
      receiver: { ...side, officer: null, role: 'SEC', capacity: 'DEMO' },
      release: null,
      container: null,
      plannedDeparture: '2021-04-02T12:00:00Z',
      plannedArrival: '2021-04-03T12:00:00Z',
      begunAt: occurred.at,
      legs: [],
      lines: { 'item-1': answered ? 'RECEIVED' : 'OFFERED' },
    },
    acts,
    items: [
      {
        id: 'item-1',
        number: 'AAAA-BBBB-CCCC-D',
        category: 'AMMUNITION',
        subCategory: 'CARTRIDGE_CASE',
        description: { en: 'DEMO cases', fr: 'Douilles DEMO' },
        discrepancyOpen: false,
        corrections: [],
        record: { remarks: [], openDiscrepancies: [], filesOwed: 0 },
      },
    ],
    discrepancies: new Map(),
    release: null,
    files: new Map(),
    units: new Map(),
    sites: new Map(),
    stores: new Map(),
    ...changes,
  };
}

const surroundings = {
  origin: 'demo.example/AAAA',
  checkpoint: 'note\n',
  printed: '2021-04-05T10:00:00.000Z',
};
const print = (paper: TransferPaper, language: 'en' | 'fr' = 'en') =>
  transferPaperPage(paper, { ...surroundings, language });

t.test('what officers wrote is text on the page, whatever it looks like', async t => {
  const page = await print(paperOf([offered, received({ description: hostile, condition: hostile })]));
  t.notMatch(page, '<script');
  t.ok(page.includes('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;'));
});

t.test('RQ-22: a manifest that nobody answered does not pass for a receipt', async t => {
  t.match(await print(paperOf([offered])), 'It is no receipt.');
  t.match(await print(paperOf([offered]), 'fr'), 'ne vaut pas décharge');
  t.notMatch(await print(paperOf([offered, received()])), 'no receipt');
});

t.test('RQ-32: a difference is marked, and nothing else is', async t => {
  t.notMatch(await print(paperOf([offered, received()])), 'DIFFERS');
  const differences = [
    { quantity: { amount: '142', unit: 'PIECE' } },
    { descriptionAgrees: false },
    { conditionAgrees: false },
    { seals: [{ number: 'DEMO-000001', found: 'DEMO-000002', status: 'NUMBER_MISMATCH' }] },
  ];
  for (const difference of differences) {
    const page = await print(paperOf([offered, received(difference)]));
    t.equal(page.match(/DIFFERS/g)?.length, 1, JSON.stringify(difference));
  }
  const mismatch = await print(paperOf([offered, received(differences[3])]));
  t.match(mismatch, 'read as DEMO-000002');
});

t.test('D2: what an item is said to be follows from its category and its sub-category', async t => {
  const [item] = paperOf([]).items;
  if (item === undefined) throw new Error('no item');
  const vehicle = { ...item, category: 'VEHICLE', subCategory: 'OTHER' };
  const page = await print(paperOf([offered], { items: [vehicle] }));
  t.match(page, '<p>Other vehicle</p>');
  t.notMatch(page, 'small arm');
  const unknown = { ...item, category: 'DEMO-UNKNOWN', subCategory: 'DEMO-OTHER' };
  t.match(await print(paperOf([offered], { items: [unknown] })), '<p>DEMO-OTHER</p>');
});

t.test('RQ-31: remarks of the item print, each once; who may not see them is told so', async t => {
  const remark = (kind: keyof typeof remarkWords, text: string, event = 'x') => ({
    kind,
    event,
    officer: 'o',
    text,
    index: 5,
    receivedAt: Date.parse('2021-04-05T10:00:00Z'),
  });
  const [item] = paperOf([]).items;
  if (item === undefined) throw new Error('no item');
  const remarks = [
    remark('LATE_ENTRY', 'DEMO: late'),
    remark('LATE_ENTRY', 'DEMO: late'),
    remark('DISCREPANCY', 'COUNT_MISMATCH: DEMO: MISSING one'),
    remark('UNDER_RESERVE', 'DEMO: reserve', 'item-event-7'),
  ];
  const reserve = { text: 'DEMO: reserve', discrepancies: ['discrepancy-1'] };
  const page = await print(
    paperOf([offered, received({ reserve })], {
      items: [{ ...item, record: { remarks, openDiscrepancies: [], filesOwed: 2 } }],
      discrepancies: new Map([['discrepancy-1', countMismatch]]),
    }),
  );
  t.equal(page.match(/Late entry: DEMO: late/g)?.length, 1);
  t.match(page, 'DEMO: late (entered 2021-04-05 10:00 UTC, leaf 5, 5)');
  t.match(page, 'Files named in the record and owed: 2');
  t.match(page, 'Discrepancy: Count differs: DEMO: MISSING one');
  t.match(page, 'Count differs, open');
  t.equal(page.match(/DEMO: reserve/g)?.length, 1);
  const hidden = await print(
    paperOf([offered], {
      items: [{ ...item, record: null, discrepancyOpen: true }],
    }),
    'fr',
  );
  t.match(hidden, 'ne sont pas communiquées à ce lecteur');
  t.match(hidden, 'Une anomalie est en cours.');
});

t.test('no more of a time than is known of it', async t => {
  const day = { ...offered, occurred: { ...occurred, precision: 'DAY' as const, clockDoubt: 'DEMO: reset' } };
  const page = await print(paperOf([day]));
  t.match(page, '<td>2021-04-02<p>clock in doubt: DEMO: reset</p>');
  t.match(await print(paperOf([offered])), '<td>2021-04-02 12:34 UTC');
});

t.test('RQ-05: a correction stands beside what it corrects; both are printed', async t => {
  const body = {
    corrects: 'event-3',
    pointer: '/body/purpose',
    was: 'DEMO: to the laboratory',
    correct: 'DEMO: to the store',
    reason: 'DEMO: typed wrongly',
  };
  const corrected = act('corrected', 9, {}, { body, items: [] });
  const page = await print(paperOf([offered, received(), corrected]));
  for (const text of Object.values(body)) t.ok(page.includes(text), text);
  t.ok(page.includes('&lt;script&gt;'), 'the purpose as it was stated');
});

const correction = {
  eventId: 'event-of-correction',
  index: 90,
  receivedAt: Date.parse('2021-04-06T08:00:00Z'),
  subject: 'transfer/transfer-1',
  officer: 'officer-9',
  role: 'SEC',
  supervisor: { officer: 'officer-8', role: 'HQC' },
  corrects: 'event-7',
  pointer: '/body/occurred/at',
  was: 'DEMO: 12:34',
  correct: 'DEMO: 16:34',
  reason: 'DEMO: wrong watch',
};

/** The part of a page between two texts that stand on it once. */
function between(page: string, from: string, until: string): string {
  const start = page.indexOf(from);
  return page.slice(start, page.indexOf(until, start));
}

t.test('RQ-05: an act that was corrected says so: by what, when and by whom', async t => {
  const act = { ...received(), corrections: [correction] };
  const page = await print(paperOf([offered, act]));
  const row = between(page, '<td>Received', '</tr>');
  for (const text of ['CORRECTED', '/body/occurred/at', 'DEMO: 12:34', 'DEMO: 16:34', 'DEMO: wrong watch']) {
    t.ok(row.includes(text), text);
  }
  t.match(row, 'entered 2021-04-06 08:00 UTC, leaf 90');
  t.match(row, /by Sector evidence custodian \(SEC\).*officer-9/);
  t.match(row, /supervisor: Headquarters evidence custodian \(HQC\).*officer-8/);
  t.notMatch(await print(paperOf([offered, received()])), 'CORRECTED');
});

t.test('RQ-05: so does a line whose item event was corrected, and a discrepancy', async t => {
  const [item] = paperOf([]).items;
  if (item === undefined) throw new Error('no item');
  const items = [{ ...item, corrections: [correction] }];
  t.equal((await print(paperOf([offered, received()], { items }))).match(/CORRIGÉ|CORRECTED/g)?.length, 1);
  const reserve = { text: 'DEMO', discrepancies: ['discrepancy-1'] };
  const discrepancies = new Map([['discrepancy-1', { ...countMismatch, corrections: [correction] }]]);
  t.match(await print(paperOf([offered, received({ reserve })], { discrepancies }), 'fr'), 'CORRIGÉ');
});

t.test('RQ-73: a discrepancy about the transfer or its package stands on the paper', async t => {
  const discrepancies = new Map([['discrepancy-7', { ...countMismatch, ofTransfer: true }]]);
  const page = await print(paperOf([offered], { discrepancies }));
  t.match(page, /Count differs, open <span class="id">discrepancy-7/);
});

t.test(
  'RQ-09, RQ-10, SD-8: when the log received it, why late, who supervised, and a role not yet held',
  async t => {
    const supervisor = {
      officer: 'officer-3',
      role: 'CASE',
      roleInForce: true,
      as: 'supervisor',
      eventId: 'event-8',
      index: 8,
      receivedAt: Date.parse('2021-04-20T10:00:00Z'),
    };
    const late = {
      ...offered,
      occurred: { ...occurred, at: '2018-11-06T00:00:00Z', precision: 'DAY' as const },
      receivedAt: Date.parse('2021-04-20T10:00:00Z'),
      late: 'DEMO: found in the files',
      roleInForce: false,
      countersigned: [supervisor],
    };
    const page = await print(paperOf([late]));
    t.match(page, '<td>2018-11-06<p>DEMO-PLACE</p><p class="label">entered 2021-04-20 10:00 UTC, leaf 3</p>');
    t.match(page, 'LATE ENTRY – DEMO: found in the files');
    t.match(page, /supervisor: <\/span>Case officer \(CASE\).*officer-3/);
    t.equal(page.match(/This role was not in force at the time said/g)?.length, 1);
    const french = await print(paperOf([late]), 'fr');
    t.match(french, 'INSCRIPTION TARDIVE – DEMO: found in the files');
    t.notMatch(french, 'supérieur');
    t.notMatch(await print(paperOf([offered])), /LATE ENTRY|not in force/);
  },
);

t.test(
  'GATE-4, RQ-24: the container is compared on arrival; a stand-in is named with his reason',
  async t => {
    const container = { number: 'DEMO-BOX', seal: 'DEMO-000009', sealStatus: 'DAMAGED_UNEXPLAINED' };
    const act = { ...received(), officer: 'officer-5', role: 'HQC' };
    const arrived = { ...act, body: { ...act.body, container, standIn: { reason: 'DEMO: on leave' } } };
    const paper = paperOf([offered, arrived]);
    const transfer = { ...paper.transfer, container: { number: 'DEMO-BOX', seal: 'DEMO-000009' } };
    const page = await print({ ...paper, transfer });
    t.match(between(page, '<dt>On arrival</dt>', '</dl>'), /DIFFERS.*DEMO-BOX.*Damaged/);
    const box = between(page, '<h2>Receiver</h2>', '</div>');
    t.match(box, /Stands in for the officer named<\/dt><dd><b>.*officer-5.*DEMO: on leave/);
    t.match(between(page, '<td>Received', '</tr>'), 'DEMO: on leave');
  },
);

const record = {
  unit: 'unit-1',
  capacity: 'DEMO: trainee',
  nationalReferences: ['DEMO-PV'],
  conditions: [],
  copies: 2,
  onPaper: {
    name: { _sd: 'x' },
    grade: 'DEMO: corporal',
    scan: { sha256: 'f'.repeat(64), size: 1, mediaType: 'application/pdf' },
  },
};

function handoverOf(acts: readonly SignedAct[], changes: Partial<TransferPaper> = {}): TransferPaper {
  const paper = paperOf(acts, changes);
  return { ...paper, transfer: { ...paper.transfer, kind: 'HANDOVER', release: 'release-1' } };
}

t.test(
  'E42, D7: the record says what was signed on paper, by whom it is attested, and whether the scan is held',
  async t => {
    const witness = {
      officer: 'officer-6',
      role: 'HQC',
      roleInForce: true,
      as: 'witness',
      eventId: 'event-8',
      index: 8,
      receivedAt: 0,
    };
    const act = { ...received(), role: 'HQC', countersigned: [witness] };
    const acts = [offered, { ...act, body: { ...act.body, handover: record } }];
    const page = await print(handoverOf(acts, { files: new Map([['f'.repeat(64), false]]) }));
    const box = between(page, '<h2>Receiver</h2>', '</div>');
    t.match(box, 'DEMO: trainee, DEMO: corporal');
    t.match(box, '<dt>Announced as</dt><dd>DEMO</dd>');
    const part = between(page, '<h2>As signed at the handover</h2>', '</dl>');
    t.match(part, 'DEMO: corporal');
    t.match(part, 'f'.repeat(64));
    t.match(part, 'the file is owed');
    t.match(part, /Attested by.*officer-1.*and witness.*officer-6/s);
    t.match(part, 'is not checked here');
    const held = await print(handoverOf(acts, { files: new Map([['f'.repeat(64), true]]) }), 'fr');
    t.match(held, 'le service détient le fichier');
    t.match(held, 'n&#39;est pas contrôlée ici');
  },
);

const decision = (index: number, condition: string, item = 'item-1'): SignedAct => ({
  ...act('x', index, {}),
  type: 'release.decided',
  body: {
    outcome: 'GRANTED_WITH_CONDITIONS',
    conditions: [condition],
    validFrom: '2021-04-02T00:00:00Z',
    validUntil: `2021-05-0${index}T00:00:00Z`,
    capacity: 'DEMO',
  },
  items: [{ item, eventId: `decided-${index}`, index: index + 1, body: {} }],
});

t.test('RQ-62: conditions and validity are those of the decision that stood at the handover', async t => {
  const withdrawn = { ...act('x', 9, {}), type: 'release.withdrawn' };
  const release = {
    number: 'DEMO-RELEASE',
    acts: [
      decision(2, 'DEMO: first'),
      decision(3, 'DEMO: other item', 'item-2'),
      decision(8, 'DEMO: later'),
      withdrawn,
    ],
  };
  const page = await print(handoverOf([offered, received()], { release }));
  const part = between(page, 'Conditions of the release', 'Signed statements');
  t.match(part, 'DEMO: first');
  t.match(part, 'until 2021-05-02');
  t.notMatch(part, /DEMO: (later|other item)/);
  t.match(part, /Release withdrawn – entered .*, leaf 9, after the handover/);
  t.match(
    await print(handoverOf([offered], { release })),
    'DEMO: later',
    'not handed over yet: the last decision',
  );
});

t.test(
  'RQ-69: the record prints the French wording where there is one, and says that it was signed in English',
  async t => {
    const english = act('offered', 3, { ...offered.items[0]?.body, description: 'DEMO cases' });
    const french = await print(paperOf([english]), 'fr');
    t.match(french, 'Douilles DEMO (signé en anglais ; texte français du dossier)');
    t.notMatch(await print(paperOf([english])), 'signed in French');
    t.match(french, 'dans la langue où ils l&#39;ont écrit');
  },
);
