import {
  type Algorithm,
  type EventPayload,
  eventIdOf,
  eventSigningInput,
  type JsonObject,
  subjectKind,
} from '../../log/index.js';
import { currentRule } from '../catalogue.js';
import { digestOfItems } from './items-digest.js';

/** An officer who will sign, in a capacity, with one of his keys. */
export interface SigningOfficer {
  readonly officer: string;
  readonly role: string;
  readonly kid: string;
  readonly alg: Algorithm;
}

/** What an officer wants to do, before it has its place in the histories. Bodies are committed bodies. */
export interface ActIntent {
  readonly subject: string;
  readonly type: string;
  readonly form: number;
  readonly at: string;
  readonly signer: SigningOfficer;
  readonly refs: readonly string[];
  readonly body: JsonObject;
  readonly countersigners: readonly (SigningOfficer & { readonly as: string })[];
  /** For a group: one per item, in order. `body.group`, `body.items` and `body.itemsDigest` are filled in here. */
  readonly items: readonly {
    readonly subject: string;
    readonly type: string;
    readonly form: number;
    readonly refs: readonly string[];
    readonly body: JsonObject;
  }[];
}

/** An event that only its signature is missing from. */
export interface UnsignedEvent {
  readonly payload: EventPayload;
  readonly signer: SigningOfficer;
  readonly signingInput: string;
  readonly eventId: string;
}

export interface Head {
  readonly seq: number;
  readonly eventId: string;
}

/** Heads of subjects, moved on as events are composed, so that several acts can follow each other. */
export class Heads {
  readonly #known = new Map<string, Head>();
  readonly #find: (subject: string) => Head | undefined;

  constructor(find: (subject: string) => Head | undefined) {
    this.#find = find;
  }

  of(subject: string): Head | undefined {
    return this.#known.get(subject) ?? this.#find(subject);
  }

  advance(subject: string, head: Head): void {
    this.#known.set(subject, head);
  }
}

/**
 * Gives an act its place: `seq`, `prev`, countersignatures directly after it, then one event per item, with
 * `body.items` and `body.group` (log-format section 10). The order is the order of the leaves.
 * @param newNonce b64u of 16 random bytes, another one each time
 */
export function composeAct(
  log: string,
  intent: ActIntent,
  heads: Heads,
  newNonce: () => string,
): readonly UnsignedEvent[] {
  const { subject, type, form, signer, at, items } = intent;
  const next = (
    event: Pick<EventPayload, 'subject' | 'type' | 'form' | 'refs' | 'body'>,
    by: SigningOfficer,
  ) => compose({ ...event, log, at, nonce: newNonce() }, by, heads);
  const listed = items.map(item => ({ subject: item.subject, seq: (heads.of(item.subject)?.seq ?? 0) + 1 }));
  const isGroup = currentRule(type)?.itemTypes !== undefined;
  const body = isGroup ? { ...intent.body, items: listed, itemsDigest: digestOfItems(items) } : intent.body;
  const act = next({ subject, type, form, refs: intent.refs, body }, signer);
  const countersignatures = intent.countersigners.map(({ as, ...countersigner }) =>
    next(
      {
        subject,
        type: `${subjectKind(subject)}.countersigned`,
        form: 1,
        refs: [act.eventId],
        body: { eventId: act.eventId, as },
      },
      countersigner,
    ),
  );
  const itemEvents = items.map(item => next({ ...item, body: { ...item.body, group: act.eventId } }, signer));
  return [act, ...countersignatures, ...itemEvents];
}

function compose(
  event: Pick<EventPayload, 'subject' | 'type' | 'form' | 'refs' | 'body' | 'log' | 'at' | 'nonce'>,
  signer: SigningOfficer,
  heads: Heads,
): UnsignedEvent {
  const head = heads.of(event.subject);
  const { officer, role, kid, alg } = signer;
  const payload: EventPayload = {
    v: 1,
    ...event,
    seq: (head?.seq ?? 0) + 1,
    prev: head?.eventId ?? null,
    actor: { officer, role },
  };
  const signingInput = eventSigningInput(payload, { alg, kid });
  const eventId = eventIdOf(signingInput);
  heads.advance(event.subject, { seq: payload.seq, eventId });
  return { payload, signer, signingInput, eventId };
}
