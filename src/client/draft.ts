import { composeAct, type Head, Heads, type UnsignedEvent } from '../custody/compose/compose-act.js';
import {
  canonicalText,
  type EventPayload,
  FormatError,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Random,
  readEventPayload,
} from '../log/index.js';
import { type BatchFile, batchOf, joinBatches } from './batch-file.js';
import { type CommittedAct, commitAct, type PlainAct } from './compose-batch.js';
import type { Service } from './service.js';
import type { ProblemViolation } from './service-problem.js';

/** A draft that the officer can be shown and sign: every byte of it was made here. */
export interface Draft {
  readonly batch: BatchFile;
  /** The service's advice; what counts is its answer to the append. */
  readonly verdict: string;
  readonly violations: readonly ProblemViolation[];
  /** Subjects that have a say and may not be read: the service could not tell. */
  readonly unreadable: readonly string[];
  /** Subjects whose heads this device did not know: their `seq` and `prev` are taken on trust. */
  readonly onTrust: readonly string[];
}

/**
 * The service's draft is not to be signed. `differs`: it is not what was asked for; `behind`: it goes back before
 * what the device knows; `moved-on`: somebody acted in between, and the officer has to look at that first.
 */
export class DraftRefused extends Error {
  override readonly name = 'DraftRefused';
  readonly kind: 'differs' | 'behind' | 'moved-on';

  constructor(kind: DraftRefused['kind'], message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.kind = kind;
  }
}

/**
 * Asks the service to put acts in their place, and believes nothing of the answer but heads and nonces: the events
 * are composed here from what was asked for, and have to be the ones that came back (design section 4). Withheld
 * values stay on the device.
 * @param known heads as this device knows them
 * @throws DraftRefused, ServiceProblem, ServiceUnreachable
 */
export async function draftBatch(
  service: Pick<Service, 'draft'>,
  log: string,
  acts: readonly PlainAct[],
  known: (subject: string) => Head | undefined,
  random: Random,
): Promise<Draft> {
  const committed = acts.map(act => commitAct(act, random));
  const answer = await service.draft(committed.map(({ intent }) => intent as unknown as JsonObject));
  const received = readEvents(answer.events);
  const batch = rebuild(log, committed, received);
  const onTrust = followHeads(received, known);
  return {
    batch,
    verdict: String(answer.verdict),
    violations: (answer.violations ?? []) as unknown as readonly ProblemViolation[],
    unreadable: (answer.unreadable ?? []) as unknown as readonly string[],
    onTrust,
  };
}

interface Received {
  readonly payload: EventPayload;
  readonly kid: JsonValue | undefined;
  readonly alg: JsonValue | undefined;
  readonly eventId: JsonValue | undefined;
}

function readEvents(events: JsonValue | undefined): readonly Received[] {
  if (!Array.isArray(events)) throw new DraftRefused('differs', 'the draft has no list of events');
  return events.map((event: JsonValue, position) => {
    if (!isJsonObject(event)) throw new DraftRefused('differs', `event ${position} is not an object`);
    const { payload = null, kid, alg, eventId } = event;
    try {
      return { payload: readEventPayload(payload), kid, alg, eventId };
    } catch (cause) {
      if (!(cause instanceof FormatError)) throw cause;
      throw new DraftRefused('differs', `event ${position}: ${cause.message}`, { cause });
    }
  });
}

/** The batch as asked for, with heads and nonces as received; anything else that was received refuses it. */
function rebuild(log: string, committed: readonly CommittedAct[], received: readonly Received[]): BatchFile {
  const wanted = committed.reduce(
    (count, { intent }) => count + 1 + intent.countersigners.length + intent.items.length,
    0,
  );
  if (received.length !== wanted) {
    throw new DraftRefused('differs', `expected ${wanted} events, received ${received.length}`);
  }
  const first = firstOfSubjects(received);
  const heads = new Heads(subject => headBefore(first.get(subject)));
  const nonces = received.map(({ payload }) => payload.nonce)[Symbol.iterator]();
  const batches = committed.map(({ intent, disclosures }) => {
    const events = composeAct(log, intent, heads, () => nonces.next().value ?? '');
    return { events, batch: batchOf(events, disclosures) };
  });
  for (const [position, event] of batches.flatMap(({ events }) => events).entries()) {
    requireSame(event, received[position], position);
  }
  return joinBatches(batches.map(({ batch }) => batch));
}

function firstOfSubjects(received: readonly Received[]): ReadonlyMap<string, EventPayload> {
  const first = new Map<string, EventPayload>();
  for (const { payload } of received) {
    if (!first.has(payload.subject)) first.set(payload.subject, payload);
  }
  return first;
}

function headBefore(payload: EventPayload | undefined): Head | undefined {
  if (payload === undefined || payload.seq === 1) return undefined;
  const { subject, seq, prev } = payload;
  if (prev === null) throw new DraftRefused('differs', `${subject} ${seq} follows no event`);
  return { seq: seq - 1, eventId: prev };
}

function requireSame(
  { payload, signer, eventId }: UnsignedEvent,
  received: Received | undefined,
  position: number,
): void {
  const made = { ...asJson(payload), kid: signer.kid, alg: signer.alg, eventId };
  const got: JsonObject = received
    ? { ...asJson(received.payload), kid: received.kid ?? null, alg: received.alg ?? null }
    : {};
  const compared: JsonObject = { ...got, eventId: received?.eventId ?? null };
  const differing = Object.entries(made).find(
    ([member, value]) => canonicalText(value) !== canonicalText(compared[member] ?? null),
  );
  if (differing === undefined) return;
  throw new DraftRefused('differs', `event ${position}: ${differing[0]} is not what was asked for`);
}

function asJson(payload: EventPayload): JsonObject {
  return { ...payload, actor: { ...payload.actor } };
}

/** @returns the subjects whose heads the device does not know */
function followHeads(
  received: readonly Received[],
  known: (subject: string) => Head | undefined,
): readonly string[] {
  const onTrust: string[] = [];
  for (const [subject, { seq, prev }] of firstOfSubjects(received)) {
    const head = known(subject);
    if (head === undefined) {
      if (seq > 1) onTrust.push(subject);
    } else if (seq - 1 > head.seq) {
      throw new DraftRefused('moved-on', `${subject} stands at ${seq - 1}, this device knows ${head.seq}`);
    } else if (seq - 1 < head.seq || prev !== head.eventId) {
      throw new DraftRefused('behind', `${subject}: the draft does not follow ${head.eventId}`);
    }
  }
  return onTrust;
}
