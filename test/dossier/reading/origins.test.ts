import t from 'tap';
import { evidenceNumber } from '../../../src/custody/evidence/number.js';
import { custodyHistory } from '../../../src/dossier/paper/print/custody.js';
import type { CustodyOfItem } from '../../../src/dossier/reading/custodies.js';
import { periodsSinceOrigin } from '../../../src/dossier/reading/item-periods.js';
import { earlierHistoryOf, toldOrigin } from '../../../src/dossier/reading/origins.js';
import { exampleItem } from '../paper/example-item.js';
import { divided, found, id, lot, originsOf, parent, people, taken } from './example-parts.js';

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
      'par : Gardien des scellés du quartier général (aaaaa1), sans unité inscrite, contresigné par : Gardien des scellés du secteur',
      `l'historique de ${number}, dont ce dossier ne contient pas tous les actes : le reste est à demander`,
    ])
      t.ok(fr.includes(words), `${words} in ${fr}`);
    for (const words of [
      `Divided from ${number} on 4 April 2021`,
      'no unit on record, countersigned by: Sector evidence custodian',
      'does not hold every act: the rest must be asked for',
    ])
      t.ok(en?.includes(words), `${words} in ${en}`);
    t.match(
      toldOrigin({ ...origin, named: [found] }, people),
      { fr: /\(s'y trouvent, par leur rang dans le journal : 1\)/, en: /\(inside are, .* log: 1\)/ },
      'which of its acts are inside alone',
    );
    t.notMatch(toldOrigin({ ...origin, countersigned: [] }, people).fr, 'contresigné');
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
