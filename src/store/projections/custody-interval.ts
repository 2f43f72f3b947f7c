import { sql, type Transaction } from 'kysely';
import { type EvidenceState, terminalStates } from '../../custody/evidence/state.js';
import { occurrenceOf } from '../../custody/judge/occurrence.js';
import type { Step } from '../../custody/judge/world.js';
import type { PlacedAct } from '../../custody/rule.js';
import { formatTime, parseTime } from '../../log/index.js';
import type { Database } from '../schema/index.js';
import { unitsOfOfficers } from './custodian-units.js';
import type { Projection } from './projection.js';
import { insertRows, type Row } from './write-rows.js';

/**
 * Who answered for an item, where, under which seal and why, at every instant (RQ-04): the custody of an item
 * before and after each of its events, laid end to end. The order is that of the log. A time known only to the
 * day may name an instant before the act that went before it (GATE-12 allows that): the interval then begins
 * where the one before began, never earlier, and what was said stands beside it.
 */
export const custodyIntervalProjection: Projection = {
  tables: ['custody_interval'],
  async write(trx, { steps }) {
    const changes = steps.flatMap(changeOfCustody);
    if (changes.length === 0) return;
    const items = [...new Set(changes.map(({ act }) => act.id))];
    const units = await unitsOfOfficers(
      trx,
      changes.flatMap(({ content }) => content?.officer ?? []),
    );
    const { closed, begun } = layEndToEnd(await lastIntervals(trx, items), changes, units);
    await closeIntervals(trx, closed);
    await insertRows(trx, 'custody_interval', begun);
  },
};

type Content = Pick<
  Row<'custody_interval'>,
  | 'officer'
  | 'role'
  | 'site'
  | 'store'
  | 'shelf'
  | 'place'
  | 'reason'
  | 'package'
  | 'seal_number'
  | 'seal_state'
  | 'physical'
  | 'custody_event'
>;

interface ChangeOfCustody {
  readonly act: PlacedAct;
  /** Null: nobody of ours answers for the item any more. */
  readonly content: Content | null;
}

function changeOfCustody({ act, before, after }: Step): readonly ChangeOfCustody[] {
  if (!act.subject.startsWith('evidence/') || before === after) return [];
  const content = contentOf(after as EvidenceState);
  const previous = before === undefined ? null : contentOf(before as EvidenceState);
  return JSON.stringify(content) === JSON.stringify(previous) ? [] : [{ act, content }];
}

function contentOf({ custody, physical, seal }: EvidenceState): Content | null {
  if (custody === null || terminalStates.includes(physical)) return null;
  return {
    officer: custody.officer,
    role: custody.role,
    site: custody.site,
    store: custody.location?.store ?? null,
    shelf: custody.location?.shelf ?? null,
    place: custody.place,
    reason: custody.reason,
    package: seal?.package ?? null,
    seal_number: seal?.number ?? null,
    seal_state: seal?.status ?? null,
    physical,
    custody_event: custody.event,
  };
}

/** The end of an interval, and which one it ends. */
type Closing = Pick<Row<'custody_interval'>, 'evidence' | 'known_from_index'> & Ending;
type Ending = {
  readonly [Column in EndingColumn]-?: NonNullable<Row<'custody_interval'>[Column]>;
};
type EndingColumn =
  | 'ended'
  | 'ended_said'
  | 'ended_precision'
  | 'ended_event'
  | 'end_known_index'
  | 'end_known';

/** The interval of an item that was written last. */
interface LastInterval {
  readonly known_from_index: number;
  /** ms since 1970. */
  readonly began: number;
  readonly ended: number | null;
}

async function lastIntervals(
  trx: Transaction<Database>,
  items: readonly string[],
): Promise<Map<string, LastInterval>> {
  const rows = await trx
    .selectFrom('custody_interval')
    .distinctOn('evidence')
    .select(['evidence', 'known_from_index', 'began', 'ended'])
    .where('evidence', '=', sql<string>`any(${items}::uuid[])`)
    .orderBy('evidence')
    .orderBy('known_from_index', 'desc')
    .execute();
  return new Map(
    rows.map(({ evidence, known_from_index, began, ended }) => [
      evidence,
      { known_from_index, began: began.getTime(), ended: ended?.getTime() ?? null },
    ]),
  );
}

function layEndToEnd(
  last: Map<string, LastInterval>,
  changes: readonly ChangeOfCustody[],
  units: ReadonlyMap<string, string | null>,
): { readonly closed: readonly Closing[]; readonly begun: readonly Row<'custody_interval'>[] } {
  const closed: Closing[] = [];
  const begun = new Map<number, Row<'custody_interval'>>();
  for (const { act, content } of changes) {
    const evidence = act.id;
    const before = last.get(evidence);
    const said = momentOf(act);
    const at = Math.max(parseTime(said.at), before?.ended ?? before?.began ?? Number.NEGATIVE_INFINITY);
    if (before !== undefined && before.ended === null) {
      const ending: Ending = {
        ended: formatTime(at),
        ended_said: said.at,
        ended_precision: said.precision,
        ended_event: act.eventId,
        end_known_index: act.index,
        end_known: act.receivedAt,
      };
      const row = begun.get(before.known_from_index);
      if (row === undefined) closed.push({ evidence, known_from_index: before.known_from_index, ...ending });
      else begun.set(before.known_from_index, { ...row, ...ending });
      last.set(evidence, { ...before, ended: at });
    }
    if (content === null) continue;
    const unit = units.get(content.officer) ?? null;
    begun.set(act.index, { evidence, ...content, unit, ...beginning(act, said, at), ...open });
    last.set(evidence, { known_from_index: act.index, began: at, ended: null });
  }
  return { closed, begun: [...begun.values()] };
}

const open: { readonly [Column in EndingColumn]: null } = {
  ended: null,
  ended_said: null,
  ended_precision: null,
  ended_event: null,
  end_known_index: null,
  end_known: null,
};

type Said = { readonly at: string; readonly precision: string };

function beginning(act: PlacedAct, said: Said, at: number) {
  return {
    began: formatTime(at),
    began_said: said.at,
    began_precision: said.precision,
    began_event: act.eventId,
    known_from_index: act.index,
    known_from: act.receivedAt,
  };
}

/** An event that says no time of its own counts from when it was received. */
function momentOf(act: PlacedAct): Said {
  const { at, precision } = occurrenceOf(act) ?? { at: formatTime(act.receivedAt), precision: 'SECOND' };
  return { at, precision };
}

async function closeIntervals(trx: Transaction<Database>, closings: readonly Closing[]): Promise<void> {
  if (closings.length === 0) return;
  await sql`
    update custody_interval
    set ended = closing.ended, ended_said = closing.ended_said, ended_precision = closing.ended_precision,
      ended_event = closing.ended_event, end_known_index = closing.end_known_index,
      end_known = closing.end_known
    from jsonb_populate_recordset(null::custody_interval, ${JSON.stringify(closings)}::jsonb) as closing
    where custody_interval.evidence = closing.evidence
      and custody_interval.known_from_index = closing.known_from_index`.execute(trx);
}
