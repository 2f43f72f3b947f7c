import type { ReplyStanding } from '../vocabulary/tracing.js';
import type { TracingState } from './state.js';

/** Right of reply (D8): whether it was offered, and used. That its time has run out is read from its day. */
export function replyStanding({
  replyOffered,
  replies,
}: Pick<TracingState, 'replyOffered' | 'replies'>): ReplyStanding {
  if (replies.length > 0) return 'REPLIED';
  return replyOffered === null ? 'NONE' : 'OFFERED';
}
