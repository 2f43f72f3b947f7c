import t from 'tap';
import type { TransferPaper } from '../../../src/store/readers/transfer/read-transfer-paper.js';
import type { SignedAct } from '../../../src/store/readers/transfer/signed-act.js';
import { act, between, offered, paperOf, print, received } from './sample-paper.js';

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
      disputed: false,
      keyLost: null,
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
    const digest = 'D'.repeat(43);
    const withheld = { ...record, onPaper: { ...record.onPaper, scan: { _sd: digest } } };
    const later = [offered, { ...act, body: { ...act.body, handover: withheld } }];
    const kept = await print(handoverOf(later, { files: new Map([[digest, true]]) }));
    t.match(kept, 'withheld with the name; bound by its digest – the service holds the file');
    t.match(await print(handoverOf(later)), 'the file is owed');
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
  items: [
    {
      item,
      type: 'evidence.release-decided',
      form: 2,
      eventId: `decided-${index}`,
      index: index + 1,
      body: {},
    },
  ],
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
  'log-format section 8: a decision signed with a key that was later reported lost is marked',
  async t => {
    const decided = { ...decision(1, 'DEMO: condition'), keyLost: 395 };
    const release = { number: 'DEMO-RELEASE', acts: [decided] };
    const page = await print(handoverOf([offered, received()], { release }));
    t.match(
      between(page, '<h2>Conditions', '<ul>'),
      'KEY REPORTED LOST: signed before the report at leaf 395',
    );
  },
);

t.test('log-format section 8: a decision signed with a key that was compromised is marked', async t => {
  const decided = { ...decision(1, 'DEMO: condition'), disputed: true };
  const release = { number: 'DEMO-RELEASE', acts: [decided] };
  const disputed = await print(handoverOf([offered, received()], { release }));
  t.match(between(disputed, '<h2>Conditions', '<ul>'), 'DISPUTED: signed with a key');

  const sound = await print(
    handoverOf([offered, received()], { release: { ...release, acts: [decision(1, 'DEMO')] } }),
  );
  t.notMatch(sound, 'DISPUTED');
});
