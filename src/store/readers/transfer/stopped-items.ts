import { type Kysely, sql } from 'kysely';
import type { EvidenceState } from '../../../custody/evidence/state.js';
import { rulesInForce } from '../../../custody/judge/editions.js';
import type { RuleCode } from '../../../custody/refusals.js';
import { checkReleased } from '../../../custody/release/in-force.js';
import { checkRecipientInForce } from '../../../custody/release/recipient.js';
import type { Sop } from '../../../custody/sop/document.js';
import { checkStillCovered } from '../../../custody/source/check-still-covered.js';
import { checkDueDiligence } from '../../../custody/unit/due-diligence.js';
import { gateOf, type Violation } from '../../../custody/violation.js';
import { formatTime } from '../../../log/index.js';
import type { Database } from '../../schema/index.js';
import { readSourcesOf } from '../sources-of.js';

/** What who carries an item reads of it anyway: its release was halted, or a hold stands over it. */
const toldOfItem: ReadonlySet<RuleCode> = new Set(['release.not-granted', 'hold.stops-release']);

/** A handover under way: under which release, to whose unit, and what of it is still to be received. */
export interface HandoverUnderWay {
  readonly release: string;
  readonly unit: string;
  /** UUIDs. */
  readonly items: readonly string[];
}

/**
 * E40, GATE-6, GATE-8, RQ-63: the items that the rules would not let go to the recipient now, whatever was granted before. One
 * answer for every reason, so that who has to stop is told of it and nothing of why: a source who took back his consent is
 * then no other stop than a unit that was suspended. It is the whole handover that stops then, or the one item that is
 * marked would be known for what it holds. Since when is no part of the answer: it would tell the reason. Whom it is shown
 * to is for the caller.
 * @returns UUIDs of those that are not to be handed over now
 */
export async function findStoppedItems(
  db: Kysely<Database>,
  sop: Sop,
  { release, unit, items }: HandoverUnderWay,
  now: number,
): Promise<ReadonlySet<string>> {
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
  const stopped = refused.filter(({ rules }) => isWhole || rules.length > 0);
  return new Set(stopped.map(({ item }) => item));
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
