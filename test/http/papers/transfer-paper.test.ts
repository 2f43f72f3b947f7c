import { createHash } from 'node:crypto';
import t from 'tap';
import { transferPaperPage } from '../../../src/http/papers/transfer-paper.js';
import type { remarkWords } from '../../../src/http/papers/transfer-words.js';
import {
  act,
  between,
  countMismatch,
  hostile,
  occurred,
  offered,
  paperOf,
  print,
  received,
} from './sample-paper.js';

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

t.test('RQ-44: what an item is dangerous for is said in words of the language', async t => {
  const firearm = act('offered', 3, { ...offered.items[0]?.body, hazard: 'FIREARM' });
  const page = await print(paperOf([firearm]), 'fr');
  t.match(page, 'Armes à feu');
  t.notMatch(page, 'FIREARM');
  const unknown = act('offered', 3, { ...offered.items[0]?.body, hazard: 'DEMO-UNKNOWN' });
  t.match(await print(paperOf([unknown])), 'DEMO-UNKNOWN');
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
      items: [
        {
          ...item,
          record: { remarks, openDiscrepancies: [], filesOwed: 2, holds: [], stopped: false },
        },
      ],
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

t.test(
  'RQ-22: every page says of which paper it is, and which of how many; none can change the style',
  async t => {
    const { page, policy } = await transferPaperPage(paperOf([offered, received()]), {
      origin: 'custody.example.org/AAAA',
      checkpoint: { note: 'note\n', size: 9, cosignatures: [], quorum: false },
      printed: '2021-04-05T10:00:00.000Z',
      language: 'fr',
    });
    const style = between(page, '<style>', '</style>').slice('<style>'.length);
    t.match(style, /@bottom-right \{ content: .*counter\(page\) .*counter\(pages\)/);
    t.match(style, /@bottom-left \{ content: "Bordereau\\20 n/);
    // The number of this manifest is `<script>alert("1")</script>'&`.
    const number = between(style, '@bottom-left', ';');
    t.match(number, '\\3c script\\3e alert\\28 \\22 1\\22 \\29 ');
    t.equal(number.match(/"/g)?.length, 2, 'one string, begun and ended');
    const hash = createHash('sha256').update(style).digest('base64');
    t.match(policy, `style-src 'sha256-${hash}'`, 'the browser applies this style and no other');
  },
);

t.test('RQ-08: each officer stands once with role, unit and a line for his name', async t => {
  const page = await print(
    paperOf([offered, { ...received(), officer: 'officer-2', role: 'SEC' }], {
      units: new Map([['officer-1', 'DEMO-UNIT']]),
    }),
  );
  const table = between(page, 'Officers named on this paper', 'Signatures by hand');
  t.equal(table.match(/officer-1/g)?.length, 1);
  t.match(table, /\(WIT\), DEMO-UNIT<\/td><td class="id">officer-1<\/td><td class="blank"><\/td>/);
  t.match(table, /\(SEC\), –<\/td><td class="id">officer-2<\/td>/);
});

t.test('what is printed from a log for demonstration says so in large, on each page', async t => {
  const paper = paperOf([offered]);
  for (const [language, told] of [
    ['en', 'DEMONSTRATION – NOT EVIDENCE'],
    ['fr', 'DÉMONSTRATION – SANS VALEUR PROBANTE'],
  ] as const) {
    const demo = await print(paper, language, 'demo.scelle.example/AAAA');
    t.match(demo, `<p class="demo">${told}</p>`);
    t.notMatch(between(demo, '@top-center', ';'), 'content: ""');
    const real = await print(paper, language, 'custody.example.org/AAAA');
    t.notMatch(real, told);
    t.match(between(real, '@top-center', ';'), 'content: ""');
  }
});

t.test(
  'log-format section 5: the paper says who cosigned its checkpoint, when, and what it covers',
  async t => {
    const paper = paperOf([offered, received()]);
    const note = 'note\n';
    const alone = await print(paper);
    t.match(alone, 'Checkpoint, leaves: 9 – it covers every leaf on this paper');
    t.match(alone, 'No log witness has cosigned it');
    const laboratory = { witness: 'DEMO-LAB', time: Date.parse('2021-04-05T09:58:30Z') };
    const cosigned = await print(paper, 'en', undefined, {
      note,
      size: 9,
      cosignatures: [laboratory],
      quorum: true,
    });
    t.notMatch(cosigned, /independent of the operator/, 'nobody checked whose the witnesses are');
    t.match(
      cosigned,
      /Cosigned by the computers .* policy .* whose they are, ask.*<li>DEMO-LAB – 2021-04-05 09:58 UTC<\/li>/s,
    );
    t.notMatch(cosigned, /fewer than|No log witness/);
    const few = await print(paper, 'fr', undefined, {
      note,
      size: 8,
      cosignatures: [laboratory],
      quorum: false,
    });
    t.match(few, /Cosigné par les ordinateurs .* demandez à qui ils sont/);
    t.notMatch(few, /indépendants de l/);
    t.match(few, 'moins que n&#39;en demande la politique du journal');
    t.match(few, 'il ne couvre pas toutes les feuilles', 'the last item event is leaf 8');
  },
);
