import type { CommonState } from '../common/state.js';
import type { MomentKnown } from '../common/time-order.js';
import type { Classification } from '../evidence/state.js';
import type { TraceAnswer, TraceChannel, TraceOutcome, TracingStatus } from '../vocabulary/tracing.js';
import type { TraceLimits } from './facts/limits.js';
import type { StrandOnRecord } from './facts/strand.js';
import type { TracedObject } from './facts/traced-objects.js';

interface Done {
  readonly event: string;
  readonly by: string;
  /** When it happened. */
  readonly at: string;
}

export interface AddresseeOnRecord {
  /** By code or in words. */
  readonly kind: string;
  readonly country: { readonly name: string; readonly as: string } | null;
  readonly name: string;
}

export interface AnswerOnRecord extends Done {
  /** Day it bears. */
  readonly dated: string;
  readonly answer: TraceAnswer;
  readonly reason: string | null;
  readonly limits: TraceLimits;
  readonly responderNamed: string;
  /** Of single objects, where it is not the same for all; why in codes or words. */
  readonly objects: readonly {
    readonly key: string;
    readonly answer: TraceAnswer;
    readonly why: string | null;
  }[];
}

export interface FindingOnRecord extends Done {
  /** By code or in words. */
  readonly finder: string;
  readonly dated: string;
  /** Keys of the objects; none: all of them. */
  readonly objects: readonly string[];
  readonly limits: TraceLimits;
}

/** A trace request: drafted always, sent where its channel is open, and the chain of what became known (E46, E47, D8). */
export interface TracingState extends CommonState {
  readonly number: string;
  readonly status: TracingStatus;
  readonly channel: TraceChannel;
  /** Where the channel is another. */
  readonly channelText: string | null;
  readonly addressee: AddresseeOnRecord;
  readonly objects: readonly TracedObject[];
  readonly replyWithinDays: number;
  readonly language: string;
  readonly draftedBy: string;
  /** When what is in force was stated: it is sent afterwards. */
  readonly statedAt: MomentKnown;
  readonly classification: Classification;
  /** `event_id` of the classification in force, where it brought the originator's consent with it. */
  readonly originatorConsent?: string;
  /** Absent: never; the last statement is in force. */
  readonly restatements?: readonly { readonly event: string; readonly by: string; readonly reason: string }[];
  /** Null while it is a draft. */
  readonly sent: Done | null;
  /** Day by which an answer is asked for; null while it is a draft. */
  readonly dueOn: string | null;
  readonly acknowledged: readonly Done[];
  readonly reminders: readonly Done[];
  readonly answers: readonly AnswerOnRecord[];
  readonly findings: readonly FindingOnRecord[];
  /** The right of reply of who answered: offered until a day, and what he replied. */
  readonly replyOffered: (Done & { readonly until: string }) | null;
  readonly replies: readonly (Done & { readonly dated: string })[];
  readonly strands: readonly StrandOnRecord[];
  readonly closed: (Done & { readonly outcome: TraceOutcome; readonly reason: string }) | null;
}

export function done({
  eventId,
  actor,
  body,
}: {
  readonly eventId: string;
  readonly actor: { readonly officer: string };
  readonly body: { readonly occurred: { readonly at: string } };
}): Done {
  return { event: eventId, by: actor.officer, at: body.occurred.at };
}
