import type { SignedEvent } from '../../src/log/index.js';
import type { ExportReading } from '../../src/verify/index.js';
import { NamedEvents, RuleReplay } from '../../src/verify/rules/index.js';
import { closureOf } from './closure.js';

/** An event as it stands in a log. */
export interface LoggedEvent {
  readonly receivedAt: number;
  readonly event: SignedEvent;
  readonly disclosures: readonly string[];
}

type Outcome = ReturnType<RuleReplay['finish']>;

export type SopBytes = ReadonlyMap<string, Uint8Array>;

/** Replays a whole log, as a verifier does it: names first, then each event. */
export function replayWhole(
  events: readonly LoggedEvent[],
  sopFiles: SopBytes,
  onState?: ExportReading['state'],
): Outcome {
  const named = new NamedEvents();
  for (const { event } of events) named.note(event);
  const replay = new RuleReplay({
    complete: true,
    isWhole: () => true,
    sopFiles,
    named,
    ...(onState && { onState }),
  });
  return play(replay, events, [...events.keys()]);
}

/** Replays the partial export of these subjects. */
export function replayPart(
  events: readonly LoggedEvent[],
  asked: readonly string[],
  sopFiles: SopBytes,
  onState?: ExportReading['state'],
): Outcome {
  const { whole, indices } = closureOf(
    events.map(({ event }) => event),
    asked,
  );
  const named = new NamedEvents();
  for (const index of indices) named.note((events[index] as LoggedEvent).event);
  const isWhole = (subject: string) => whole.has(subject);
  return play(
    new RuleReplay({ complete: false, isWhole, sopFiles, named, ...(onState && { onState }) }),
    events,
    indices,
  );
}

function play(replay: RuleReplay, events: readonly LoggedEvent[], indices: readonly number[]): Outcome {
  for (const index of indices) {
    const { receivedAt, event, disclosures } = events[index] as LoggedEvent;
    replay.take({ index, leaf: { receivedAt }, event, disclosures });
  }
  return replay.finish();
}
