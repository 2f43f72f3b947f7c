interface Missed {
  events: number;
  readonly leaf: number;
  lastLeaf: number;
  /** What was asked for there. */
  readonly name: string;
}

/**
 * Rules that could not be replayed, because they look at what is not inside. One line for each type of event and kind of
 * thing it looks at: an export of ten thousand items would say the same ten thousand times.
 */
export class OpenRules {
  readonly #missed = new Map<string, Missed>();

  /** @param asked what the rules of this event looked for in vain */
  note(type: string, leaf: number, asked: Iterable<string>): void {
    const kinds = new Map([...asked].map(name => [kindOf(name), name]));
    for (const [kind, name] of kinds) {
      const key = `rules: those of ${type} that look at ${kind}`;
      const missed = this.#missed.get(key);
      if (missed === undefined) this.#missed.set(key, { events: 1, leaf, lastLeaf: leaf, name });
      else if (missed.lastLeaf !== leaf) Object.assign(missed, { events: missed.events + 1, lastLeaf: leaf });
    }
  }

  /** Texts for `notProven`, in a fixed order. */
  texts(): readonly string[] {
    return [...this.#missed]
      .map(([rules, { events, leaf, name }]) => {
        const more = events === 1 ? '' : ` and ${events - 1} more`;
        return `${rules} not inside: leaf ${leaf}${more} (${name})`;
      })
      .sort();
  }
}

/** `scene/<UUID>` is a scene; `event <id>` and `items of …` say themselves what they are. */
function kindOf(name: string): string {
  const [kind = ''] = name.split(/[ /]/);
  return kind;
}
