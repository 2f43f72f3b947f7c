import { type Kysely, sql } from 'kysely';
import type { EvidenceState } from '../../../custody/evidence/state.js';
import { rulesInForce } from '../../../custody/judge/editions.js';
import type { RuleCode } from '../../../custody/refusals.js';
import { checkReleased } from '../../../custody/release/in-force.js';
import { checkRecipientInForce } from '../../../custody/release/recipient.js';
import type { Sop } from '../../../custody/sop/document.js';
import { checkStillCovered } from '../../../custody/source/check-still-covered.js';
import type { SourceState } from '../../../custody/source/state.js';
import { checkDueDiligence } from '../../../custody/unit/due-diligence.js';
import type { UnitState } from '../../../custody/unit/state.js';
import { gateOf, type Violation } from '../../../custody/violation.js';
import { formatTime, parseTime } from '../../../log/index.js';
import type { Database } from '../../schema/index.js';
import { readSourcesOf } from '../sources-of.js';

const day = 86_400_000;

/** What who carries an item reads of it anyway: its release was halted, or a hold stands over it. */
const toldOfItem: ReadonlySet<RuleCode> = new Set(['release.not-granted', 'hold.stops-release']);

/** A handover under way: under which release, to whose unit, and what of it is still to be received. */
export interface HandoverUnderWay {
  /** `transfer/<UUID>` */
  readonly transfer: string;
  readonly release: string;
  readonly unit: string;
  /** UUIDs. */
  readonly items: readonly string[];
}

export interface StoppedItems {
  /** UUIDs of those that are not to be handed over now. */
  readonly items: ReadonlySet<string>;
  /** ms since 1970: when the last thing came to be known that bears on it, or a day passed. */
  readonly since: number;
}

/**
 * E40, GATE-6, GATE-8, RQ-63: the items that the rules would not let go to the recipient now, whatever was granted before. One
 * answer for every reason, so that who has to stop is told of it and nothing of why: a source who took back his consent is
 * then no other stop than a unit that was suspended. It is the whole handover that stops then, or the one item that is
 * marked would be known for what it holds. Whom it is shown to is for the caller.
 */
export async function findStoppedItems(
  db: Kysely<Database>,
  sop: Sop,
  { transfer, release, unit, items }: HandoverUnderWay,
  now: number,
): Promise<StoppedItems> {
  const pieces = items.map(item => `evidence/${item}`);
  const sources = await readSourcesOf(db, pieces);
  const named = [...new Set([...sources.values()].flat())];
  const states = await readStates(db, [...pieces, ...named, `unit/${unit}`]);
  const facts = {
    state: (subject: string) => states.get(subject),
    sourcesOf: (piece: string) => sources.get(piece) ?? [],
    receivedAt: now,
  };
  const pointer = '/subject';
  const occurred = { at: formatTime(now), precision: 'SECOND' } as const;
  const refused = items.map(item => {
    const piece = `evidence/${item}`;
    const state = states.get(piece) as EvidenceState;
    const violations = [
      ...checkReleased(state, release, { unit, purpose: null }, { occurred, receivedAt: now }),
      ...checkRecipientInForce(unit, pointer, facts),
      ...checkDueDiligence(unit, pointer, facts),
      ...checkStillCovered(release, [{ piece, pointer }], unit, facts),
    ];
    return { item, rules: rulesThatStop(violations, sop) };
  });
  const isWhole = refused.some(({ rules }) => rules.some(rule => !toldOfItem.has(rule)));
  const stopped = refused.filter(({ rules }) => isWhole || rules.length > 0).map(({ item }) => item);
  const acts = [transfer, `release/${release}`, `unit/${unit}`, ...named];
  const known = await readLastKnown(db, acts, pieces);
  const days = daysPassed(states, release);
  return { items: new Set(stopped), since: Math.max(known, ...days.filter(moment => moment <= now)) };
}

/** Those that the procedure in force counts on: of this edition, at a gate that is on. */
function rulesThatStop(violations: readonly Violation[], sop: Sop): readonly RuleCode[] {
  return rulesInForce(violations, sop)
    .map(({ rule }) => rule)
    .filter(rule => {
      const gate = gateOf(rule);
      return gate === null || sop.gates[gate].on;
    });
}

async function readStates(db: Kysely<Database>, subjects: readonly string[]) {
  const rows = await db
    .selectFrom('subject')
    .select(['subject', 'state'])
    .where('subject', '=', sql<string>`any(${subjects}::text[])`)
    .execute();
  return new Map(rows.map(({ subject, state }) => [subject, state as unknown]));
}

async function readLastKnown(
  db: Kysely<Database>,
  subjects: readonly string[],
  pieces: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ known: number }>`
    select max(received_at) as known from event
    where subject = any(${subjects}::text[])
      or (type = 'evidence.hold-placed' and subject = any(${pieces}::text[]))`.execute(db);
  return Number(rows[0]?.known ?? 0);
}

/** When what has a last day runs out: the release, consents, the assessment of the unit. */
function daysPassed(states: ReadonlyMap<string, unknown>, release: string): readonly number[] {
  return [...states].flatMap(([subject, state]) => {
    if (subject.startsWith('source/'))
      return (state as SourceState).consents.flatMap(({ validUntil }) => afterDay(validUntil));
    if (subject.startsWith('unit/')) return afterDay((state as UnitState).assessment?.reviewOn ?? null);
    const until = (state as EvidenceState).legal[release]?.validUntil ?? null;
    return until === null ? [] : [parseTime(until)];
  });
}

function afterDay(last: string | null): readonly number[] {
  return last === null ? [] : [Date.parse(last) + day];
}
