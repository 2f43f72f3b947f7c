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
        remarks: [],
      },
    ],
    discrepancies: new Map(),
    release: null,
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
      items: [{ ...item, remarks }],
      discrepancies: new Map([['discrepancy-1', { kind: 'COUNT_MISMATCH', open: true, outcome: null }]]),
    }),
  );
  t.equal(page.match(/Late entry: DEMO: late/g)?.length, 1);
  t.match(page, 'Discrepancy: Count differs: DEMO: MISSING one');
  t.match(page, 'Count differs, open');
  t.equal(page.match(/DEMO: reserve/g)?.length, 1);
  const hidden = await print(paperOf([offered], { items: [{ ...item, remarks: null }] }), 'fr');
  t.match(hidden, 'ne sont pas communiquées à ce lecteur');
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
