import t from 'tap';
import type { ReportEvent } from '../../../src/audit/report/report-event.js';
import type { CustodyOfItem } from '../../../src/dossier/reading/custodies.js';
import type { DossierReading } from '../../../src/dossier/reading/dossier-reading.js';
import { People } from '../../../src/dossier/reading/people.js';
import { witnessesOf } from '../../../src/dossier/reading/witnesses.js';

const officer = (end: string) => `019b2c3d-4e5f-7a6b-8c7d-000000${end}`;

/** A custody of one after the other, each by the end of his identifier, role and stage. */
function heldBy(...holders: readonly (readonly [end: string, role: string, stage: string])[]): CustodyOfItem {
  const periods = holders.map(([end, role, stage]) => ({
    ...{ from: null, until: null, outside: null },
    holding: {
      ...{ officer: officer(end), role, stage, unit: null, site: null, store: null, shelf: null },
      ...{ place: 'DEMO', reason: 'DEMO', custodyEvent: null, seal: null },
    },
  }));
  const between = { from: null, until: null, holding: null, outside: 'BETWEEN' } as const;
  return { periods: [...periods, between], gaps: [] };
}

t.test(
  'D7: who kept and who carried can testify, by function and identifier; national authorities are not listed',
  async t => {
    const people = await People.read({ states: async () => new Map() } as unknown as DossierReading, []);
    const histories = [1, 2, 3, 5].map(number => ({
      subject: `evidence/${number}`,
      number,
      history: { acts: [], groups: new Map(), countersigned: new Map() },
    }));
    const custodies = new Map([
      ['evidence/1', heldBy(['aaaaa1', 'SEC', 'AT_SECTOR'], ['bbbbb2', 'COU', 'IN_TRANSIT'])],
      ['evidence/2', heldBy(['aaaaa1', 'SEC', 'AT_SECTOR'], ['ccccc3', 'NAT-OPJ', 'HANDED_OVER'])],
      ['evidence/3', heldBy(['aaaaa1', 'SEC', 'AT_SECTOR'])],
      ['evidence/5', heldBy(['aaaaa1', 'SEC', 'AT_SECTOR'], ['aaaaa1', 'COU', 'IN_TRANSIT'])],
    ]);
    const told = witnessesOf(histories, custodies, people).map(({ capacity, about }) => [
      capacity.fr,
      about.fr,
      about.en,
    ]);
    t.same(told, [
      [
        'Gardien des scellés du secteur (aaaaa1)',
        'Garde des pièces n° 1 à 3, 5',
        'Custody of pieces nos. 1 to 3, 5',
      ],
      ['Convoyeur (bbbbb2)', 'Transport sous scellé de la pièce n° 1', 'Transport under seal of piece no. 1'],
      ['Convoyeur (aaaaa1)', 'Transport sous scellé de la pièce n° 5', 'Transport under seal of piece no. 5'],
    ]);
  },
);

type Signed = readonly [
  eventId: string,
  type: string,
  end: string,
  role: string,
  group?: string,
  as?: string,
];

function signed([eventId, type, end, role, group = '', as = 'witness']: Signed) {
  const event = { eventId, type, actor: { officer: officer(end), role }, body: { group, as } };
  return { event } as unknown as ReportEvent;
}

/** What is said of each witness to a piece with these acts, countersigned so. */
async function told(acts: readonly Signed[], countersigned: Readonly<Record<string, readonly Signed[]>>) {
  const people = await People.read({ states: async () => new Map() } as unknown as DossierReading, []);
  const history = {
    acts: acts.map(signed),
    groups: new Map(),
    countersigned: new Map(Object.entries(countersigned).map(([act, by]) => [act, by.map(signed)])),
  };
  const witnesses = witnessesOf([{ subject: 'evidence/1', number: 1, history }], new Map(), people);
  return witnesses.map(({ capacity, about }) => [capacity.fr.slice(-8), about.fr, about.en]);
}

t.test('D7: who countersigned can testify too, and no national officer is listed for it', async t => {
  const acts = [
    ['c', 'evidence.collected', 'aaaaa1', 'WIT'],
    ['p', 'evidence.placed', 'aaaaa1', 'WIT'],
  ] as const;
  t.same(
    await told(acts, {
      c: [
        ['w', 'evidence.countersigned', 'bbbbb2', 'WIT'],
        ['n', 'evidence.countersigned', 'ccccc3', 'NAT-OPJ'],
      ],
      p: [['o', 'evidence.countersigned', 'ddddd4', 'HQC']],
    }),
    [
      ['(aaaaa1)', 'Pièce collectée', 'Item collected'],
      ['(bbbbb2)', 'Pièce collectée (a contresigné)', 'Item collected (countersigned)'],
      ['(ddddd4)', 'Rangée dans un local (a contresigné)', 'Placed in a store (countersigned)'],
    ],
  );
});

t.test('D7: who sealed can testify, and who countersigned the act on the whole package', async t => {
  const acts = [
    ['s', 'evidence.sealed', 'aaaaa1', 'WIT', 'package-sealed'],
    ['r', 'evidence.resealed', 'bbbbb2', 'HQC', 'package-resealed'],
  ] as const;
  t.same(await told(acts, { 'package-resealed': [['w', 'package.countersigned', 'ccccc3', 'HQC']] }), [
    ['(aaaaa1)', 'Pièce placée sous scellés', 'Item placed under seal'],
    ['(bbbbb2)', 'Pièce sous scellé reconstitué', 'Item under a new seal'],
    ['(ccccc3)', 'Pièce sous scellé reconstitué (a contresigné)', 'Item under a new seal (countersigned)'],
  ]);
});

t.test('who countersigned what is about a piece alone saw nothing of it', async t => {
  const acts = [['d', 'evidence.release-decided', 'aaaaa1', 'LEG', 'decided']] as const;
  t.same(await told(acts, { decided: [['w', 'release.countersigned', 'bbbbb2', 'LEG']] }), []);
});

t.test('GATE-8: who approved what is written of an item was not there, and is no witness', async t => {
  for (const type of [
    'disclosure-erased',
    'corrected',
    'classified',
    'part-classified',
    'discrepancy-closed',
  ]) {
    const acts = [['e', `evidence.${type}`, 'aaaaa1', 'LEG']] as const;
    t.same(await told(acts, { e: [['w', 'evidence.countersigned', 'bbbbb2', 'HR']] }), [], type);
  }
});

t.test('E50: who was there when another took over is a witness, who ordered it is none', async t => {
  const acts = [['t', 'evidence.taken-over', 'aaaaa1', 'HQC', 'change']] as const;
  const signatures = [
    ['w', 'transfer.countersigned', 'bbbbb2', 'SEC', '', 'witness'],
    ['o', 'transfer.countersigned', 'ccccc3', 'HOM', '', 'ordering-officer'],
  ] as const;
  t.same(
    (await told(acts, { change: signatures })).map(([who]) => who),
    ['(bbbbb2)'],
  );
});

t.test('D7: every act on an item before another, of which he is a part, makes him a witness', async t => {
  for (const type of [
    'departed',
    'passed-on',
    'received',
    'refused',
    'checked-out',
    'returned',
    'sampled',
    'consumed',
    'destroyed-in-situ',
    'received-from-outside',
    'seal-found-damaged',
    'unsealed',
    'weapon-cleared',
    'split',
  ]) {
    const acts = [['a', `evidence.${type}`, 'ccccc3', 'NAT-OPJ', 'group']] as const;
    const witnesses = await told(acts, { group: [['w', 'transfer.countersigned', 'bbbbb2', 'SEC']] });
    t.same(
      witnesses.map(([who]) => who),
      ['(bbbbb2)'],
      type,
    );
  }
});
