import type { TracingState } from '../../custody/tracing/state.js';

/** A trace request of the register, and whether its channel is open today (GATE-13). */
export interface TracingOnRecord {
  readonly id: string;
  readonly state: TracingState;
  readonly channelOpen: boolean;
}

/** Why an object could not be traced, or not further, and what says so. */
export interface UntracedRow {
  readonly tracing: string;
  readonly number: string;
  readonly object: string;
  readonly item: string;
  /** Name of the strand that stops; null where the object as a whole was not traced. */
  readonly strand: string | null;
  /** Code of `traceStops`, class of an answer, or words. */
  readonly why: string;
  readonly text: string | null;
  readonly from: 'STRAND' | 'ANSWER' | 'CHANNEL';
  /** Act that says so; null where it follows from the procedure. */
  readonly event: string | null;
}

export interface Untraced {
  /** Objects asked about, by request and name: the base. */
  readonly objects: number;
  readonly reasons: readonly { readonly why: string; readonly objects: number }[];
  readonly rows: readonly UntracedRow[];
}

/**
 * F-07: what could not be traced, or not to its end, and why: where a strand stops, what the last answer says of each
 * object, and drafts that no channel is open for. Reasons stand side by side: an object may have several, none is chosen.
 */
export function untraced(tracings: readonly TracingOnRecord[]): Untraced {
  const rows = tracings.flatMap(tracing => [
    ...whereStrandsStop(tracing),
    ...whatAnswersLeaveOpen(tracing),
    ...whatCannotBeSent(tracing),
  ]);
  const objects = tracings.reduce((sum, { state }) => sum + state.objects.length, 0);
  return { objects, reasons: countReasons(rows), rows };
}

function rowOf(
  { id, state }: TracingOnRecord,
  key: string,
  told: Pick<UntracedRow, 'strand' | 'why' | 'text' | 'from' | 'event'>,
): UntracedRow {
  const item = state.objects.find(object => object.key === key)?.item ?? '';
  return { tracing: id, number: state.number, object: key, item, ...told };
}

function whereStrandsStop(tracing: TracingOnRecord): readonly UntracedRow[] {
  return tracing.state.strands.flatMap(({ object, strand, stops }) => {
    if (stops === null) return [];
    const { why, text, event } = stops;
    return [rowOf(tracing, object, { strand, why, text, from: 'STRAND', event })];
  });
}

const leavingOpen: readonly string[] = ['NO_RECORD', 'REFUSED', 'NO_REPLY'];

/** The last answer; of an object it does not name it says what it says of all. */
function whatAnswersLeaveOpen(tracing: TracingOnRecord): readonly UntracedRow[] {
  const answer = tracing.state.answers.at(-1);
  if (answer === undefined) return [];
  return tracing.state.objects.flatMap(({ key }) => {
    const own = answer.objects.find(object => object.key === key) ?? { answer: answer.answer, why: null };
    const why = own.why ?? (leavingOpen.includes(own.answer) ? own.answer : null);
    if (why === null) return [];
    return [
      rowOf(tracing, key, { strand: null, why, text: answer.reason, from: 'ANSWER', event: answer.event }),
    ];
  });
}

/** GATE-13, F-08: a draft that cannot be sent, of whose object nobody else has found anything either. */
function whatCannotBeSent(tracing: TracingOnRecord): readonly UntracedRow[] {
  const { sent, findings, strands, objects } = tracing.state;
  if (sent !== null || tracing.channelOpen) return [];
  return objects
    .filter(({ key }) => !strands.some(({ object }) => object === key))
    .filter(
      ({ key }) => !findings.some(finding => finding.objects.length === 0 || finding.objects.includes(key)),
    )
    .map(({ key }) =>
      rowOf(tracing, key, {
        ...{ strand: null, why: 'CHANNEL_NOT_AUTHORISED', text: null },
        ...{ from: 'CHANNEL', event: null },
      }),
    );
}

/** Each object once for a reason, however many strands stop for it. */
function countReasons(rows: readonly UntracedRow[]): Untraced['reasons'] {
  const objects = new Map<string, Set<string>>();
  for (const { why, tracing, object } of rows) {
    const known = objects.get(why) ?? new Set();
    objects.set(why, known.add(`${tracing} ${object}`));
  }
  return [...objects]
    .map(([why, named]) => ({ why, objects: named.size }))
    .sort((one, other) => other.objects - one.objects || (one.why < other.why ? -1 : 1));
}
