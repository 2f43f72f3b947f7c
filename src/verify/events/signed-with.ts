import { isCountersignature, isGroupItem, type SignedEvent } from '../../log/index.js';

/** One signature: by which key, at which leaf. */
interface Signature {
  readonly kid: string;
  readonly index: number;
}

/** An event, and the countersignatures of its act: of a group, those count for all its items (log-format section 10). */
export interface SignedAct {
  readonly index: number;
  readonly type: string;
  /** Null of a countersignature: nobody countersigns it. */
  readonly countersignatures: readonly Signature[] | null;
}

/** Which events each key has signed: a compromise is told later than the events that it disputes. */
export class SignedWith {
  readonly #events = new Map<string, SignedAct[]>();
  /** One text for all events of a type. */
  readonly #types = new Map<string, string>();
  /** Of the act before, whose countersignatures and items may still come. */
  #act: { readonly eventId: string; readonly countersignatures: Signature[] } | undefined;

  /** In log order. */
  take(event: SignedEvent, index: number): void {
    const { kid } = event;
    const events = this.#events.get(kid) ?? [];
    events.push({
      index,
      type: this.#typeOf(event),
      countersignatures: this.#countersignaturesOf(event, index),
    });
    this.#events.set(kid, events);
  }

  /** Those from `since` to before `end`, in log order. */
  between(kid: string, since: number, end: number): readonly SignedAct[] {
    return (this.#events.get(kid) ?? []).filter(({ index }) => index >= since && index < end);
  }

  #typeOf({ type }: SignedEvent): string {
    const known = this.#types.get(type);
    if (known === undefined) this.#types.set(type, type);
    return known ?? type;
  }

  #countersignaturesOf(event: SignedEvent, index: number): readonly Signature[] | null {
    if (isCountersignature(event)) {
      const isOfAct = event.body.eventId === this.#act?.eventId;
      if (isOfAct) this.#act?.countersignatures.push({ kid: event.kid, index });
      return null;
    }
    const isOfAct = isGroupItem(event) && event.body.group === this.#act?.eventId;
    if (!isOfAct) this.#act = { eventId: event.eventId, countersignatures: [] };
    return this.#act?.countersignatures ?? [];
  }
}
