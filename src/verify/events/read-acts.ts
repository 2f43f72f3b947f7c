import { isCountersignature, type SignedEvent } from '../../log/index.js';
import { type ReadEvent, readExamined } from './event-walk.js';
import type { Examined } from './examine.js';

/** Nobody's act is countersigned by so many; more than that are not held. */
const MAX_COUNTERSIGNATURES = 500;

/** An event, and what the events directly after it say of themselves where they are countersignatures. */
export interface FollowedEvent {
  readonly read: ReadEvent;
  readonly countersignatures: readonly SignedEvent[];
}

/** Looks ahead: who may sign an act alone depends on who countersigns it, at the leaves after it. */
export async function* readActs(examined: AsyncIterable<Examined>): AsyncGenerator<FollowedEvent> {
  let act: ReadEvent | undefined;
  let followers: ReadEvent[] = [];
  const finish = function* (): Generator<FollowedEvent> {
    if (act === undefined) return;
    const countersignatures = followers.flatMap(({ event }) => (event === undefined ? [] : [event]));
    yield { read: act, countersignatures };
    for (const read of followers) yield { read, countersignatures: [] };
  };
  for await (const line of examined) {
    const read = readExamined(line);
    const follows = read.event !== undefined && isCountersignature(read.event);
    if (act !== undefined && follows && followers.length < MAX_COUNTERSIGNATURES) {
      followers.push(read);
      continue;
    }
    yield* finish();
    act = read;
    followers = [];
  }
  yield* finish();
}
