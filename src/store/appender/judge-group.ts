import { judgeBatch } from '../../custody/judge/judge-batch.js';
import { Overlay } from '../../custody/judge/world.js';
import { checkLogKeyHeld } from '../../custody/log/log-key-held.js';
import type { Sop } from '../../custody/sop/document.js';
import type { PlacedViolation } from '../../custody/violation.js';
import { readActs } from '../../log/index.js';
import type { LoadedWorld } from './load-world.js';
import type { AppendOutcome } from './outcome.js';
import type { PendingEvent } from './read-batch.js';
import { type RandomBytes, type SequencedEvent, Sequencer } from './sequence.js';

/** A batch that waits, and which of its events are in the log already, by their index. */
export interface WaitingBatch {
  readonly events: readonly PendingEvent[];
  readonly known: ReadonlyMap<string, number>;
}

/** What the judge made of one batch of the group. */
export type BatchJudgement =
  | { readonly kind: 'accepted'; readonly indices: readonly number[] }
  | Exclude<AppendOutcome, { kind: 'appended' }>;

export interface JudgedGroup {
  readonly judgements: readonly BatchJudgement[];
  readonly sequenced: readonly SequencedEvent[];
  readonly overlay: Overlay;
  readonly sequencer: Sequencer;
}

/** What judging takes from outside of the log. */
export interface JudgingMeans {
  readonly random: RandomBytes;
  /** Whether the service could sign with this verifier key. It may cost a look into the key file. */
  readonly isHeld: (verifierKey: string) => Promise<boolean>;
}

/**
 * Judges the batches of a group in order, each on what the accepted ones before it left. A batch that is refused
 * is dropped alone, with its reasons; the rest goes on (design section 4, step 2).
 */
export async function judgeGroup(
  world: LoadedWorld,
  batches: readonly WaitingBatch[],
  at: { readonly size: number; readonly receivedAt: number; readonly sop: Sop },
  { random, isHeld }: JudgingMeans,
): Promise<JudgedGroup> {
  const overlay = new Overlay(world);
  const sequencer = new Sequencer(world.subjects, random);
  const sequenced: SequencedEvent[] = [];
  const judgements: BatchJudgement[] = [];
  for (const batch of batches) {
    const placed = new Map(sequenced.map(({ event, index }) => [event.eventId, index]));
    const isNew = ({ event }: PendingEvent) => !batch.known.has(event.eventId) && !placed.has(event.eventId);
    const fresh = batch.events.filter(isNew);
    const positions = fresh.map(pending => batch.events.indexOf(pending));
    const moment = { ...at, firstIndex: at.size + sequenced.length };
    const refusal = await judgeFresh(overlay, fresh, moment, isHeld);
    if (refusal !== undefined) {
      judgements.push(withPositions(refusal, positions));
      continue;
    }
    for (const pending of fresh) {
      const next = sequencer.place(pending, at.size + sequenced.length, at.receivedAt);
      sequenced.push(next);
      placed.set(pending.event.eventId, next.index);
    }
    const indexOf = (eventId: string) => batch.known.get(eventId) ?? placed.get(eventId) ?? -1;
    judgements.push({
      kind: 'accepted',
      indices: batch.events.map(({ event }) => indexOf(event.eventId)),
    });
  }
  return { judgements, sequenced, overlay, sequencer };
}

type Refusal = Exclude<BatchJudgement, { kind: 'accepted' }>;

/** Undefined where the events stand; then `overlay` has taken them over. */
async function judgeFresh(
  overlay: Overlay,
  fresh: readonly PendingEvent[],
  moment: { readonly receivedAt: number; readonly firstIndex: number; readonly sop: Sop },
  isHeld: JudgingMeans['isHeld'],
): Promise<Refusal | undefined> {
  if (fresh.length === 0) return undefined;
  const { acts, faults } = readActs(fresh.map(({ event }) => event));
  if (faults.length > 0) {
    return {
      kind: 'malformed',
      faults: faults.map(({ position, message }) => ({ event: position, check: 'group', message })),
    };
  }
  const verdict = judgeBatch(overlay, acts, moment);
  if (verdict.kind !== 'accepted') return verdict;
  // Last: only who may rotate the key makes the service look for one.
  const strange = await strangeLogKeys(fresh, isHeld);
  if (strange.length > 0) return { kind: 'refused', violations: strange };
  overlay.absorb(verdict.overlay);
  return undefined;
}

async function strangeLogKeys(
  events: readonly PendingEvent[],
  isHeld: JudgingMeans['isHeld'],
): Promise<readonly PlacedViolation[]> {
  const strange: PlacedViolation[] = [];
  for (const [position, { event }] of events.entries()) {
    const found = await checkLogKeyHeld(event, isHeld);
    strange.push(...found.map(violation => ({ ...violation, event: position })));
  }
  return strange;
}

/** Positions among the new events back to positions in the batch as it was sent. */
function withPositions(refusal: Refusal, positions: readonly number[]): Refusal {
  const original = <T extends { readonly event: number }>(at: T): T => ({
    ...at,
    event: positions[at.event] ?? at.event,
  });
  switch (refusal.kind) {
    case 'malformed':
      return { ...refusal, faults: refusal.faults.map(original) };
    case 'refused':
      return { ...refusal, violations: refusal.violations.map(original) };
    case 'stale':
      return { ...refusal, stale: original(refusal.stale) };
  }
}
