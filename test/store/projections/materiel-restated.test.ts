import fc from 'fast-check';
import t from 'tap';
import type { StatementOfItem } from '../../../src/custody/identification/statement.js';
import type { PlacedAct } from '../../../src/custody/rule.js';
import { beginItem } from '../../../src/store/projections/materiel/begin-item.js';
import { followIdentification, followItem } from '../../../src/store/projections/materiel/follow-item.js';
import type { KnownItem } from '../../../src/store/projections/materiel/known-item.js';
import { versionRows } from '../../../src/store/projections/materiel/version-rows.js';
import { registeredBody } from '../../helpers/bodies/evidence.js';
import { identity } from '../../helpers/bodies/identification.js';
import { uuidOf } from '../../helpers/procedure.js';

const pieces = 143;
const item = uuidOf('DEMO-1');

function act(type: string, body: object, index = 0): PlacedAct {
  const actor = { officer: uuidOf('DEMO-JMAC-1'), role: 'JMAC' };
  return { type, body, index, eventId: `event-${index}`, id: item, actor } as unknown as PlacedAct;
}

const begun = beginItem(
  act('evidence.registered', registeredBody('2021-04-02T10:00:00Z')),
  () => undefined,
) as KnownItem;

/** Sub-lots that come to the lot, or to less. */
const statements: fc.Arbitrary<StatementOfItem> = fc
  .array(
    fc.record({
      count: fc.integer({ min: 1, max: 40 }),
      year: fc.option(fc.integer({ min: 1950, max: 2021 })),
    }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map(parts => ({
    marks: null,
    foundAs: null,
    parts: parts.map(({ count, year }) => ({ count, headstamp: null, identity: identity({ year }) })),
    unidentified: pieces - parts.reduce((sum, { count }) => sum + count, 0),
  })) as unknown as fc.Arbitrary<StatementOfItem>;

function identified(known: KnownItem, statement: StatementOfItem): KnownItem {
  const stated = { ...statement, event: '', by: '', role: '', reason: null };
  return followIdentification(known, item, { statement: stated, withdrawn: null } as never);
}

const rowsOf = (known: KnownItem) => versionRows(item, known, act('', {}, 9));
const divided = (known: KnownItem, remainder: number) =>
  followItem(known, act('evidence.split', { remainder: String(remainder) }));

t.test('E55: stating wrongly and then rightly equals stating rightly at once', async t => {
  fc.assert(
    fc.property(fc.array(statements, { maxLength: 4 }), statements, (wrong, right) => {
      const corrected = identified(wrong.reduce(identified, begun), right);
      t.same(rowsOf(corrected), rowsOf(identified(begun, right)));
    }),
    { numRuns: 60 },
  );
  t.pass('whatever was stated before');
});

t.test('GATE-11: whatever is identified and divided off, the rows come to what the item is', async t => {
  fc.assert(
    fc.property(statements, fc.integer({ min: 0, max: pieces }), (statement, remainder) => {
      const known = divided(identified(begun, statement), remainder);
      const sum = rowsOf(known).reduce((total, { count }) => total + Number(count ?? 0), 0);
      t.equal(sum, remainder);
    }),
    { numRuns: 100 },
  );
  t.pass('nothing counts twice');
});
