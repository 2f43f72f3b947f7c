import t from 'tap';
import type { ReportEvent } from '../../../src/audit/report/report-event.js';
import { evidenceNumber } from '../../../src/custody/evidence/number.js';
import { custodyHistory } from '../../../src/dossier/paper/print/custody.js';
import { certificatesOf } from '../../../src/dossier/reading/certificates.js';
import type { CustodyOfItem } from '../../../src/dossier/reading/custodies.js';
import type { DossierReading } from '../../../src/dossier/reading/dossier-reading.js';
import { periodsSinceOrigin } from '../../../src/dossier/reading/item-periods.js';
import { earlierHistoryOf, readOrigins, toldOrigin } from '../../../src/dossier/reading/origins.js';
import { People } from '../../../src/dossier/reading/people.js';
import type { ItemPiece } from '../../../src/dossier/reading/read-pieces.js';
import type { LogSnapshot } from '../../../src/store/readers/snapshot/log-snapshot.js';
import { exampleItem } from '../paper/example-item.js';

const id = (end: string) => `019b2c3d-4e5f-7a6b-8c7d-000000${end}`;
const [lot, part, lift] = [id('00000a'), id('00000b'), id('00000c')];
const people = await People.read({ states: async () => new Map() } as unknown as DossierReading, []);

function act(eventId: string, type: string, at: string, body: object = {}, role = 'HQC'): ReportEvent {
  const occurred = { at: `2021-04-${at}:00.000Z`, precision: 'MINUTE' };
  const actor = { officer: id('aaaaa1'), role };
  return {
    ...{ index: 1, receivedAt: 0, disclosed: new Set() },
    event: {
      eventId,
      type,
      form: 1,
      actor,
      body: { occurred, place: { description: 'DEMO-STORE' }, ...body },
    },
  } as unknown as ReportEvent;
}

/** A piece with these acts; `assessed` is the act that its safety rests on. */
function piece(
  number: number,
  of: string,
  parent: string | null,
  assessed: string | null,
  ...acts: readonly ReportEvent[]
): ItemPiece {
  const safety = { status: 'NON_HAZARDOUS', event: assessed, certificate: null, validUntil: null };
  return {
    ...{ subject: `evidence/${of}`, number, nature: 'ORIGINAL' },
    state: { number: evidenceNumber(of), parent, safety },
    history: {
      acts,
      groups: new Map([['split', act('split', 'evidence.split', '04T21:57')]]),
      countersigned: new Map([['split', [act('c', 'evidence.countersigned', '04T21:58', {}, 'SEC')]]]),
    },
  } as unknown as ItemPiece;
}

/** What an item came of in a dossier of these items, with these acts of its parent inside alone. */
async function originsOf(item: ItemPiece, items: readonly ItemPiece[], named: readonly ReportEvent[] = []) {
  const empty = { placesWithCountersignatures: async () => [], events: () => [] };
  const origins = await readOrigins(empty as unknown as LogSnapshot, items);
  return (origins.get(item.subject) ?? []).map(origin => ({ ...origin, named }));
}

const found = act('found', 'evidence.safety-assessed', '02T08:00', {
  ...{ result: 'NON_HAZARDOUS', basis: 'DEMO: no primer' },
});
const parent = piece(1, lot, null, 'found', found);
const divided = piece(2, part, lot, 'found', act('d', 'evidence.derived', '04T21:57', { group: 'split' }));
const taken = piece(3, lift, part, null, act('o', 'evidence.obtained', '06T09:00', { group: 'sampled' }));

t.test(
  'RQ-04: an item that came of one outside says of which, when, where, by whom, and what is not told',
  async t => {
    const [origin, ...more] = await originsOf(divided, [divided]);
    if (origin === undefined) throw new Error('it came of none');
    t.same(more, []);
    const { fr, en } = toldOrigin(origin, people);
    const number = evidenceNumber(lot);
    for (const words of [
      `Issu de la division de ${number}, le 4 avril 2021 à 21 h 57 (UTC)`,
      'lieu : DEMO-STORE',
      'Gardien des scellés du quartier général (aaaaa1), sans unité inscrite ; Gardien des scellés du secteur',
      `l'historique de ${number}, dont ce dossier ne contient pas tous les actes : le reste est à demander`,
    ])
      t.ok(fr.includes(words), `${words} in ${fr}`);
    for (const words of [
      `Divided from ${number} on 4 April 2021`,
      'does not hold every act: the rest must be asked for',
    ])
      t.ok(en?.includes(words), `${words} in ${en}`);
    t.match(
      toldOrigin({ ...origin, named: [found] }, people),
      { fr: /\(s'y trouvent, par leur rang dans le journal : 1\)/, en: /\(inside are, .* log: 1\)/ },
      'which of its acts are inside alone',
    );
    const [defect, ...others] = earlierHistoryOf(divided.state.number, [origin], people);
    t.same(others, []);
    t.match(defect, {
      item: divided.state.number,
      kind: { en: 'Earlier history outside the dossier' },
      what: { fr, en },
    });
  },
);

t.test(
  'what came of a piece says which, and so on to the first that is none; that alone is a defect',
  async t => {
    const near = await originsOf(taken, [parent, divided, taken]);
    t.same(
      near.map(origin => origin.piece?.number),
      [2, 1],
    );
    const told = near.map(origin => toldOrigin(origin, people).fr);
    t.match(told[0], /^Prélevé sur .* \(pièce n° 2 de ce dossier\), reproduite ci-dessous\.$/);
    t.match(told[1], /^Issu de la division de .* \(pièce n° 1 de ce dossier\)/);
    t.same(earlierHistoryOf('DEMO', near, people), []);
    const far = await originsOf(taken, [divided, taken]);
    t.same(
      earlierHistoryOf('DEMO', far, people).map(({ what }) => what.fr.slice(0, 21)),
      ['Issu de la division d'],
    );
    t.same(await originsOf(parent, [parent]), []);
  },
);

/** Held from one moment to the next by the same officer; the end of the last is open. */
function held(...since: readonly string[]): CustodyOfItem {
  const boundary = (at: string) => ({ at: Date.parse(`2021-04-${at}:00Z`), precision: 'MINUTE', event: 'e' });
  const periods = since.map((from, position) => {
    const until = since[position + 1];
    return {
      ...{ outside: null, from: boundary(from), until: until === undefined ? null : boundary(until) },
      holding: {
        officer: id('aaaaa1'),
        role: 'HQC',
        place: 'DEMO-STORE',
        store: null,
        shelf: null,
        stage: 'HELD',
      },
    };
  });
  return { periods, gaps: [] } as unknown as CustodyOfItem;
}

t.test('RQ-04: the custody of what it came of goes before, until it did, and says whose it was', async t => {
  const custodies = new Map([[parent.subject, held('02T08:00', '03T08:00', '05T08:00')]]);
  const own = held('04T21:57');
  const periods = periodsSinceOrigin(own, await originsOf(divided, [parent, divided]), custodies, people);
  const [first, second, third] = periods;
  t.same(
    periods.map(({ of, from }) => [of, from.at.slice(8, 16)]),
    [
      [evidenceNumber(lot), '02T08:00'],
      [evidenceNumber(lot), '03T08:00'],
      [null, '04T21:57'],
    ],
  );
  t.equal(first?.until?.at.slice(8, 16), '03T08:00');
  t.equal(second?.until?.at.slice(8, 16), '04T21:57', 'not longer');
  t.equal(third?.until, null);
  t.equal(periodsSinceOrigin(own, await originsOf(divided, [divided]), custodies, people).length, 1);
});

t.test('the custody page prints the sentence, and whose custody a line is', async t => {
  const item = exampleItem(1);
  const [period] = item.periods.entries;
  if (period === undefined) throw new Error('never held');
  const entries = [{ ...period, of: 'DEMO-LOT' }];
  const printed = custodyHistory(
    { ...item, origins: [{ fr: 'DEMO: issu', en: 'DEMO: divided' }], periods: { ...item.periods, entries } },
    period.from,
  );
  t.match(
    printed.find(({ kind }) => kind === 'paragraph'),
    { text: { fr: 'DEMO: issu', en: 'DEMO: divided' } },
  );
  t.match(JSON.stringify(printed), /"fr":"garde de DEMO-LOT","en":"custody of DEMO-LOT"/);
});

t.test(
  'GATE-2: the assessment that a part took over is printed where it is inside, and says of what',
  async t => {
    const inside = certificatesOf(divided, await originsOf(divided, [parent, divided]), people);
    t.match(inside.entries, [
      {
        title: { en: 'Safety assessed' },
        takenFrom: evidenceNumber(lot),
        issued: { at: '2021-04-02T08:00:00.000Z' },
        finding: [
          { fr: 'Résultat : Non dangereux (NON_HAZARDOUS)', en: 'Result: Not hazardous (NON_HAZARDOUS)' },
          { fr: "Éléments à l'appui : DEMO: no primer" },
        ],
      },
    ]);
    const second = act('c', 'evidence.countersigned', '02T08:01', { eventId: 'found' }, 'SEC');
    const alone = certificatesOf(divided, await originsOf(divided, [divided], [found, second]), people);
    t.match(alone.entries, [{ takenFrom: evidenceNumber(lot), countersigned: [{ capacity: {} }] }]);
    const outside = certificatesOf(divided, await originsOf(divided, [divided]), people);
    t.same(outside.entries, []);
    const number = evidenceNumber(lot);
    t.ok(outside.whenNone.fr.startsWith(`Repris de ${number} le 4 avril 2021 à 21 h 57 (UTC)`));
    t.match(
      outside.whenNone.fr,
      /: non dangereuse\. L'acte qui le constate .* ne contient pas tous les actes/,
    );
    t.match(outside.whenNone.en, /: not hazardous\. .* does not hold every act/);
    t.match(
      certificatesOf(taken, [], people).whenNone.fr,
      /^Aucun certificat/,
      'of another matter: nothing is taken over',
    );
    t.match(certificatesOf(parent, [], people).entries, [{ takenFrom: null }], 'its own');
  },
);

t.test('E13: a weapon-clear slip names both, and says what was seen in the words of the form', async t => {
  const cleared = act(
    'w',
    'evidence.weapon-cleared',
    '02T07:19',
    {
      ...{ ammunition: [part], ammunitionFound: true, chamber: 'EMPTY', magazine: 'REMOVED' },
      ...{ remark: 'DEMO', secondVisualCheck: true, serialAsRead: null, tieThroughBarrel: false },
      ...{ lateEntry: null, overrides: [] },
    },
    'WIT',
  );
  const weapon = piece(1, lot, null, 'w', cleared);
  const second = act('s', 'evidence.countersigned', '02T07:20', {}, 'FPU');
  const countersigned = new Map([['w', [second]]]);
  const signed = { ...weapon, history: { ...weapon.history, countersigned } };
  const [slip] = certificatesOf(signed, [], people).entries;
  t.same(
    slip?.countersigned.map(({ capacity }) => capacity),
    [people.signatory(second.event.actor).capacity],
  );
  t.same(
    slip?.finding.map(({ fr }) => fr),
    [
      'Chambre : Vide, contrôlée de visu et au toucher (EMPTY)',
      'Chargeur ou alimentation : Retiré (REMOVED)',
      'La seconde personne a-t-elle contrôlé de visu ? oui',
      'Un lien passe-t-il à travers le canon ? non',
      'Contenait-elle des munitions ? oui',
      `Munitions emballées à part, chacune une pièce distincte (1) : ${evidenceNumber(part)} (${part})`,
      'Observation : DEMO',
      'Numéro de série relu : aucun visible',
    ],
  );
  t.equal(slip?.finding[0]?.en, 'Chamber: Empty, seen and felt (EMPTY)');
});
