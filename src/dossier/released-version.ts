import { textOf } from '../audit/report/report-event.js';
import type { SignedEvent } from '../log/index.js';

/** The version of a laboratory's report that a release was asked for (GATE-6). */
export interface ReleasedVersion {
  /** Among the acts of the examination, from 0. */
  readonly place: number;
  /** `event_id`s of what its acts say of items, as the request lists them. */
  readonly itemActs: readonly string[];
}

/**
 * @param acts of one examination, in log order
 * @param isOfRelease is this the `event_id` of an act of the release?
 * @returns undefined where the release asked for no version of it
 */
export function findReleasedVersion(
  acts: readonly SignedEvent[],
  isOfRelease: (eventId: string) => boolean,
): ReleasedVersion | undefined {
  const asked = acts.find(
    ({ type, body }) => type === 'examination.release-requested' && isOfRelease(textOf(body.group)),
  );
  const place = acts.findIndex(({ eventId }) => eventId === textOf(asked?.body.version));
  if (asked === undefined || place < 0) return undefined;
  const { itemActs = [] } = asked.body;
  return { place, itemActs: Array.isArray(itemActs) ? itemActs.map(textOf) : [] };
}
