import type { Language } from '../custody/text.js';
import type { CheckFailure } from './check-failure.js';
import { NotProven } from './not-proven.js';
import type { Verdict } from './verdict.js';
import type { HeldOutcome } from './whole/held-checkpoints.js';

/** What is known of an export while it is verified; at any point it can be said how it ended. */
export class Findings {
  readonly notProven = new NotProven();
  readonly #language: Language;
  origin: string | null = null;
  size: number | null = null;
  root: string | null = null;
  asOf: string | null = null;
  whole: readonly string[] = [];
  held: readonly HeldOutcome[] = [];
  events = 0;
  subjects = 0;
  files = 0;

  /** @param language of what was not proven, and of what is wrong */
  constructor(language: Language) {
    this.#language = language;
  }

  ok(): Verdict {
    return { ...this.#common(), verdict: 'ok', failed: null };
  }

  /** What people read of what was not proven. */
  get told(): readonly string[] {
    return this.notProven.toldIn(this.#language);
  }

  /** Of what does not hold, nothing else is said. */
  fail({ check, where, text }: CheckFailure): Verdict {
    const detail = text[this.#language];
    const nothing = { asOf: null, whole: [], notProven: [] };
    return { ...this.#common(), ...nothing, verdict: 'fail', failed: { check, where, detail } };
  }

  #common() {
    const { origin, size, root, asOf, whole, events, subjects, files } = this;
    const notProven = this.notProven.in(this.#language);
    return { origin, size, root, asOf, whole, notProven, counts: { events, subjects, files } };
  }
}
