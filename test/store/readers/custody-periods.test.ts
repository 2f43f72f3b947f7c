import fc from 'fast-check';
import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { Step } from '../../../src/custody/judge/world.js';
import { formatTime } from '../../../src/log/index.js';
import { openDatabase, transact } from '../../../src/store/database.js';
import { custodyIntervalProjection } from '../../../src/store/projections/custody-interval.js';
import { findGaps } from '../../../src/store/readers/custody/gaps.js';
import {
  asKnownAt,
  type Boundary,
  type Interval,
  layPeriods,
  periodAt,
  periodsPossibleAt,
} from '../../../src/store/readers/custody/periods.js';
import { readIntervals } from '../../../src/store/readers/custody/read-custody.js';
import type { Database } from '../../../src/store/schema/index.js';
import { heldItem } from '../../helpers/held-item.js';
import { uuidOf } from '../../helpers/procedure.js';
import { createTestDatabase } from '../../helpers/test-database.js';

const minute = 60_000;
const start = Date.UTC(2021, 3, 2, 6);

/** What happens next to the item: who has it then, under which seal, when, and how late that is known. */
const acts = fc.array(
  fc.record({
    officer: fc.constantFrom('DEMO-WIT-1', 'DEMO-COU-1', 'DEMO-SEC-1'),
    seal: fc.constantFrom(null, 'DEMO-000001', 'DEMO-000002'),
    after: fc.nat(90),
    /** Said only to the hour: may then lie before the act that went before. */
    coarse: fc.boolean(),
    delay: fc.nat(600),
  }),
  { minLength: 1, maxLength: 12 },
);
type Told = (typeof acts extends fc.Arbitrary<infer List extends readonly unknown[]> ? List : never)[number];

interface Happened {
  readonly officer: string | null;
  readonly seal: string | null;
  /** ms since 1970 */
  readonly said: number;
  readonly effective: number;
  readonly receivedAt: number;
}

/** The acts with their times; `ends`: the last gives the item out of our custody. */
function happened(told: readonly Told[], ends: boolean): readonly Happened[] {
  let effective = start;
  let receivedAt = start;
  return told.map(({ officer, seal, after, coarse, delay }, position) => {
    const exact = effective + after * minute;
    const said = coarse ? exact - (exact % (60 * minute)) : exact;
    effective = Math.max(effective, said);
    receivedAt = Math.max(receivedAt, exact + delay * minute) + 1;
    const gone = ends && position > 0 && position === told.length - 1;
    return { officer: gone ? null : uuidOf(officer), seal, said, effective, receivedAt };
  });
}

function stateOf({ officer, seal }: Happened, name: string, event: string): EvidenceState {
  const held = heldItem(name, officer ?? uuidOf('DEMO'), {
    seal:
      seal === null
        ? null
        : { package: uuidOf('DEMO-P'), number: seal, status: 'APPLIED', event, together: 1 },
  });
  if (officer === null || held.custody === null) return { ...held, physical: 'HANDED_OVER', custody: null };
  return { ...held, custody: { ...held.custody, event } };
}

function stepsOf(story: readonly Happened[], name: string): readonly Step[] {
  const states = story.map((act, index) => stateOf(act, name, `event ${index}`));
  return story.map(({ said, receivedAt }, index) => ({
    before: states[index - 1],
    after: states[index],
    act: {
      eventId: `event ${index}`,
      subject: `evidence/${uuidOf(name)}`,
      id: uuidOf(name),
      seq: index + 1,
      type: 'evidence.test',
      form: 1,
      actor: { officer: uuidOf('DEMO'), role: 'WIT' },
      kid: '',
      at: '',
      refs: [],
      body: {
        occurred: { at: formatTime(said), precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null },
      },
      index,
      receivedAt,
    },
  }));
}

t.test(
  'RQ-04: at any instant, as known at any instant, the last act before it says who has the item',
  async t => {
    const { serviceUrl } = await createTestDatabase(t);
    const db = openDatabase<Database>(serviceUrl, { maxConnections: 2 });
    t.teardown(() => db.destroy());
    let run = 0;
    let custodies = 0;
    const instants = fc.array(
      fc.record({ act: fc.nat(20), off: fc.integer({ min: -1, max: 1 }), far: fc.nat(2_000) }),
    );
    await fc.assert(
      fc.asyncProperty(acts, fc.boolean(), instants, instants, async (told, ends, whens, knowns) => {
        const name = `DEMO-${run++}`;
        const story = happened(told, ends);
        const steps = stepsOf(story, name);
        await transact(db, ({ db: trx }) =>
          custodyIntervalProjection.write(trx, { steps, disclosures: new Map() }),
        );
        const intervals = await readIntervals(db, uuidOf(name));
        const near = (
          pick: (act: Happened) => number,
          { act, off, far }: { act: number; off: number; far: number },
        ) =>
          pick(story[act % story.length] ?? (story[0] as Happened)) +
          off * (far % 3 === 0 ? far * minute : 1);
        for (const known of [
          ...knowns.map(known => near(act => act.receivedAt, known)),
          Number.MAX_SAFE_INTEGER,
        ]) {
          const recorded = boundaryOf(story[0] as Happened);
          const periods = layPeriods(asKnownAt(intervals, known), recorded, false);
          for (const at of whens.map(when => near(act => act.effective, when))) {
            const last = story.findLast(act => act.receivedAt <= known && act.effective <= at);
            const { holding } = periodAt(periods, at);
            t.equal(holding?.officer ?? null, last?.officer ?? null);
            if (holding !== null) t.equal(holding.seal?.number ?? null, last?.seal ?? null);
            custodies += holding === null ? 0 : 1;
          }
        }
      }),
      { numRuns: 60 },
    );
    t.ok(custodies > 500, `${custodies} custodies looked up`);
  },
);

function boundaryOf({ effective, receivedAt }: Pick<Happened, 'effective' | 'receivedAt'>): Boundary {
  return { at: effective, said: effective, precision: 'MINUTE', event: 'record', index: 0, receivedAt };
}

function interval(from: number, until: number | null): Interval {
  const at = (minutes: number) => boundaryOf({ effective: start + minutes * minute, receivedAt: start });
  return {
    holding: {
      officer: uuidOf('DEMO-WIT-1'),
      role: 'WIT',
      unit: null,
      site: null,
      store: null,
      shelf: null,
      place: 'DEMO',
      reason: 'COLLECTED',
      stage: 'COLLECTED',
      custodyEvent: 'event',
      seal: null,
    },
    from: at(from),
    until: until === null ? null : at(until),
  };
}

const record = boundaryOf({ effective: start, receivedAt: start });
const shape = (periods: ReturnType<typeof layPeriods>) =>
  periods.map(({ outside, from, until }) => [
    outside,
    from && (from.at - start) / minute,
    until && (until.at - start) / minute,
  ]);

t.test('GATE-12: what lies outside our custody is told apart: before, between, after, never', async t => {
  t.same(shape(layPeriods([], null, false)), [['BEFORE_RECORD', null, null]]);
  t.same(shape(layPeriods([], record, false)), [
    ['BEFORE_RECORD', null, 0],
    ['NOT_YET', 0, null],
  ]);
  t.same(shape(layPeriods([], record, true)).at(-1), ['NEVER', 0, null]);
  t.same(shape(layPeriods([interval(10, 20), interval(50, 60)], record, true)), [
    ['BEFORE_RECORD', null, 0],
    ['NOT_YET', 0, 10],
    [null, 10, 20],
    ['BETWEEN', 20, 50],
    [null, 50, 60],
    ['ENDED', 60, null],
  ]);
  t.same(shape(layPeriods([interval(-30, null)], record, false)), [
    ['BEFORE_RECORD', null, -30],
    [null, -30, null],
  ]);
});

t.test('GATE-12: a gap of exactly the limit is not stated, one minute more is', async t => {
  const now = start + 1_000 * minute;
  const gapsOf = (intervals: readonly Interval[], limit: number, stated: number | null = null) =>
    findGaps(
      layPeriods(intervals, record, false),
      stated === null
        ? []
        : [{ from: start, until: start + stated * minute, reason: 'DEMO', event: 'x', receivedAt: start }],
      limit,
      now,
    ).map(({ kind }) => kind);
  for (const limit of [0, 30, 31]) {
    t.same(gapsOf([interval(limit, null)], limit), []);
    t.same(gapsOf([interval(limit + 1, null)], limit), ['NOT_YET'], 'before the first custody');
    t.same(gapsOf([interval(0, 100), interval(100 + limit, null)], limit), []);
    t.same(gapsOf([interval(0, 100), interval(101 + limit, null)], limit), ['BETWEEN']);
    t.same(gapsOf([interval(0, 1_000 - limit)], limit), []);
    t.same(gapsOf([interval(0, 999 - limit)], limit), ['ENDED'], 'after the end, up to now');
    t.same(gapsOf([interval(0, null)], limit, limit), []);
    t.same(gapsOf([interval(0, null)], limit, limit + 1), ['STATED']);
  }
  t.same(
    findGaps([], [{ from: start, until: now, reason: 'x', event: 'x', receivedAt: now + 1 }], 0, now),
    [],
    'not known yet',
  );
});

t.test(
  'GATE-12: a missing item is a gap from its first minute until it is found, whatever else changes',
  async t => {
    const missing = (from: number, until: number | null): Interval => {
      const one = interval(from, until);
      return { ...one, holding: { ...one.holding, stage: 'UNACCOUNTED' } };
    };
    const gapsOf = (...intervals: readonly Interval[]) =>
      findGaps(layPeriods(intervals, record, false), [], 30, start + 100 * minute).map(
        ({ kind, from, until }) => [kind, (from - start) / minute, until && (until - start) / minute],
      );
    t.same(gapsOf(interval(0, 10), missing(10, null)), [['MISSING', 10, null]]);
    t.same(gapsOf(interval(0, 10), missing(10, 20), missing(20, 21), interval(21, null)), [
      ['MISSING', 10, 21],
    ]);
    t.same(gapsOf(interval(0, 10), missing(10, 11), interval(11, 12), missing(12, null)), [
      ['MISSING', 10, 11],
      ['MISSING', 12, null],
    ]);
    t.same(gapsOf(interval(0, null)), []);
  },
);

t.test('RQ-09: an instant within the doubt of a coarse time may lie on either side of the act', async t => {
  const day = 24 * 60;
  const midnight = Date.UTC(2018, 10, 6);
  const at = (minutes: number, precision: Boundary['precision']): Boundary => ({
    ...boundaryOf({ effective: midnight + minutes * minute, receivedAt: midnight }),
    precision,
  });
  const laid = (...boundaries: readonly Boundary[]) =>
    layPeriods(
      boundaries.map((from, position) => ({
        ...interval(0, null),
        from,
        until: boundaries[position + 1] ?? null,
      })),
      at(-day, 'SECOND'),
      false,
    );
  const possible = (periods: ReturnType<typeof laid>, minutes: number) =>
    periodsPossibleAt(periods, midnight + minutes * minute).map(
      ({ from }) => from && (from.at - midnight) / minute,
    );
  const byDay = laid(at(-day, 'SECOND'), at(0, 'DAY'));
  t.same(possible(byDay, -1), [-day]);
  t.same(possible(byDay, 8 * 60), [-day, 0], 'in the morning of the day of the receipt');
  t.same(possible(byDay, day - 1), [-day, 0]);
  t.same(possible(byDay, day), [0], 'the day is over');
  const placed = laid(at(-day, 'SECOND'), at(0, 'DAY'), at(9 * 60, 'SECOND'));
  t.same(possible(placed, 8 * 60), [-day, 0]);
  t.same(possible(placed, 10 * 60), [9 * 60], 'the act that followed leaves no doubt');
  t.same(possible(laid(at(-day, 'SECOND'), at(0, 'SECOND')), 0), [0], 'a time known to the second');
});
