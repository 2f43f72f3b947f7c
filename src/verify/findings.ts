import type { Language } from '../custody/text.js';
import type { CheckFailure } from './check-failure.js';
import { NotProven } from './not-proven.js';
import type { Verdict } from './verdict.js';
import type { HeldOutcome } from './whole/held-checkpoints.js';

/** What is known of an export while it is verified; at any point it can be said how it ended. */
export class Findings {
  readonly notProven = new NotProven();
  origin: string | null = null;
  size: number | null = null;
  root: string | null = null;
  asOf: string | null = null;
  whole: readonly string[] = [];
  held: readonly HeldOutcome[] = [];
  events = 0;
  subjects = 0;
  files = 0;

  /** What people read of what was not proven. */
  toldIn(language: Language): readonly string[] {
    return this.notProven.toldIn(language);
  }

  /**
   * How it ended. Of what does not hold, nothing else is said.
   * @param failure null of an export that holds
   * @param language of what was not proven, and of what is wrong
   */
  verdict(failure: CheckFailure | null, language: Language): Verdict {
    const common = this.#common(language);
    if (failure === null) return { ...common, verdict: 'ok', failed: null };
    const { check, where, text } = failure;
    const nothing = { asOf: null, whole: [], notProven: [] };
    return { ...common, ...nothing, verdict: 'fail', failed: { check, where, detail: text[language] } };
  }

  #common(language: Language) {
    const { origin, size, root, asOf, whole, events, subjects, files } = this;
    const notProven = this.notProven.in(language);
    return { origin, size, root, asOf, whole, notProven, counts: { events, subjects, files } };
  }
}
