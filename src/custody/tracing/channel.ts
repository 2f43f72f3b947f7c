import type { Sop } from '../sop/document.js';
import type { TraceChannel } from '../vocabulary/tracing.js';

type ChannelRule = NonNullable<NonNullable<Sop['analysis']>['traceChannels']>[number];

/**
 * GATE-13: what the procedure says of a channel on a day; undefined where it says nothing, and then it is not open. Of
 * several statements that cover the day the one that stands last counts.
 */
export function channelOn(sop: Sop, channel: TraceChannel, day: string): ChannelRule | undefined {
  const stated = sop.analysis?.traceChannels ?? [];
  return stated.findLast(
    rule =>
      rule.channel === channel &&
      (rule.from === null || rule.from <= day) &&
      (rule.until === null || day <= rule.until),
  );
}
