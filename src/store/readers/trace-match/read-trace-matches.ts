import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../../schema/index.js';
import { mayRead, type Reading } from '../visibility.js';
import { type MatchPosition, mostFoundShown, type TraceMatch } from './trace-match.js';

interface MatchesWanted {
  readonly kind?: string;
  /** UUID of an item, of an incident: matches of others are left out. */
  readonly item?: string;
  readonly incident?: string;
  readonly after: MatchPosition;
  readonly limit: number;
}

/**
 * The same trace or mark on items of different incidents (V7), in the order in which the first came to be known. Compared
 * is only what the reader may see: what a laboratory found where he reads the record of that examination, what was read
 * when an item was registered where he reads the record of the item. What he may not see counts nowhere.
 */
export async function readTraceMatches(
  db: Kysely<Database>,
  reading: Reading,
  wanted: MatchesWanted,
): Promise<{ readonly items: readonly TraceMatch[]; readonly next: MatchPosition | null }> {
  const { kind, item, incident, after, limit } = wanted;
  const one = [
    ...(item === undefined ? [] : [sql<boolean>`bool_or(seen.item = ${item}::uuid)`]),
    ...(incident === undefined ? [] : [sql<boolean>`bool_or(seen.incident = ${incident}::uuid)`]),
  ];
  const { rows } = await sql<TraceMatch & { readonly anchor: MatchPosition }>`
    with seen as materialized (${tracesSeen(reading, kind)}),
    shared as (
      select kind, key, count(distinct incident)::integer as incidents, count(distinct item)::integer as items,
        min(array[known, position]) as anchor
      from seen group by kind, key
      having ${sql.join([sql<boolean>`count(distinct incident) > 1`, ...one], sql` and `)}
    )
    select shared.kind, shared.incidents, shared.items, shared.anchor, found.laboratory, found.found
    from shared cross join lateral (${foundOf()}) found
    where shared.anchor > array[${after[0]}::bigint, ${after[1]}::bigint]
    order by shared.anchor limit ${limit + 1}`.execute(db);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ anchor: _anchor, ...match }) => match),
    next: rows.length > limit ? (shown.at(-1)?.anchor ?? null) : null,
  };
}

/** Of what stands on items of several incidents the traces and marks that the reader may see. */
function tracesSeen(reading: Reading, kind: string | undefined): RawBuilder<unknown> {
  const ofKind = kind === undefined ? sql`` : sql`and trace.kind = ${kind}`;
  return sql`
    select trace.*, coalesce(said.log_index, evidence.first_index)::bigint as known,
      examination.number as examination_number, examination.laboratory
    from item_trace trace
    join evidence on evidence.id = trace.item
    left join examination on examination.id = trace.examination
    left join event said on said.event_id = trace.event
    where exists (select from item_trace other
        where other.kind = trace.kind and other.key = trace.key and other.incident <> trace.incident)
      and case when trace.examination is null then ${mayRead(reading, 'evidence', 'evidence', 'record')}
        else ${mayRead(reading, 'examinations', 'examination', 'record')} end
      ${ofKind}`;
}

/** The items of a match, each with what was stated of it and any other item. */
function foundOf(): RawBuilder<unknown> {
  return sql`
    select case when shared.kind = 'TRACE' then (array_agg(first.laboratory))[1] end as laboratory,
      jsonb_agg(jsonb_build_object(
        'item', first.item, 'incident', first.incident, 'reference', first.reference,
        'traceKind', first.trace_kind, 'place', first.place, 'examination', first.examination,
        'examinationNumber', first.examination_number, 'event', first.event,
        'compared', coalesce(first.compared, '[]'::jsonb)) order by first.known, first.position) as found
    from (
      select seen.*, (${comparedOf()}) as compared from seen
      where seen.kind = shared.kind and seen.key = shared.key
      order by seen.known, seen.position limit ${mostFoundShown}
    ) first`;
}

/** Stated in an examination of which the reader sees this trace, or another one of the match. */
function comparedOf(): RawBuilder<unknown> {
  return sql`
    select jsonb_agg(jsonb_build_object('with', stated.others, 'result', stated.result,
      'examination', stated.examination, 'event', stated.event) order by stated.position)
    from trace_comparison stated
    where stated.item = seen.item and stated.reference = seen.reference
      and stated.examination in (select known.examination from seen known
        where known.kind = shared.kind and known.key = shared.key)`;
}
