/** Another officer's key vouches for an event too: what is left of it where a key was stolen. */
interface Signed {
  readonly index: number;
  countersignatures: number;
}

/** Which events each key has signed: a compromise is told later than the events that it disputes. */
export class SignedWith {
  readonly #events = new Map<string, Signed[]>();
  #last: Signed | undefined;

  take(kid: string, index: number, isCountersignature: boolean): void {
    if (isCountersignature && this.#last !== undefined) this.#last.countersignatures += 1;
    const signed = { index, countersignatures: 0 };
    if (!isCountersignature) this.#last = signed;
    const events = this.#events.get(kid) ?? [];
    events.push(signed);
    this.#events.set(kid, events);
  }

  /** Those from `since` to before `end`, in log order. */
  between(kid: string, since: number, end: number): readonly Readonly<Signed>[] {
    return (this.#events.get(kid) ?? []).filter(({ index }) => index >= since && index < end);
  }
}
