import type { CommonState } from '../common/state.js';
import type { Text } from '../text.js';
import type { RequestAnswer, RequestClosure } from '../vocabulary/requests.js';

/** What was answered to the authority; an interim answer leaves the request as it was. */
export interface AnswerToRequest {
  readonly event: string;
  readonly answer: RequestAnswer;
  readonly releases: readonly string[];
  readonly reason: string;
  readonly by: string;
  /** Day on which it was sent. */
  readonly sentOn: string;
}

/** A request of an authority, as it was received and what became of it (E37). */
export interface RequestState extends CommonState {
  readonly number: string;
  readonly authorityUnit: string;
  readonly authorityCapacity: string;
  /** Code, or the words where none fits. */
  readonly kind: string;
  readonly reference: string;
  readonly date: string;
  readonly receivedOn: string;
  readonly askedFor: Text;
  /** `<kind>/<UUID>` of what it names that is in the register. */
  readonly pieces: readonly string[];
  readonly incident: string | null;
  readonly proceedings: string;
  readonly offence: string;
  /** Day by which it is to be answered; null where the authority set none. */
  readonly deadline: string | null;
  readonly registeredBy: string;
  readonly registeredAt: string;
  readonly answers: readonly AnswerToRequest[];
  readonly closed: {
    readonly closure: RequestClosure;
    readonly reason: string;
    readonly event: string;
  } | null;
}

/** The last answer that settles it; undefined while none was given, or interim ones alone. */
export function settledAnswer({ answers }: Pick<RequestState, 'answers'>): AnswerToRequest | undefined {
  return answers.findLast(({ answer }) => answer !== 'INTERIM');
}
