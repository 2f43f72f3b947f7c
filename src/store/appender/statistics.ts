import type { RuleCode } from '../../custody/refusals.js';
import { type AppendOutcome, AppendUnavailable } from './outcome.js';

export type BatchResult = AppendOutcome['kind'] | 'unavailable' | 'fault';

/** What this process did since it started, for whoever watches it: numbers and codes, nothing of any batch. */
export class AppendStatistics {
  readonly batches = new Map<BatchResult, number>();
  readonly refusals = new Map<RuleCode, number>();
  /** Transactions that were committed; one serves many batches under load. */
  groups = 0;

  countOutcome(outcome: AppendOutcome): void {
    add(this.batches, outcome.kind);
    if (outcome.kind !== 'refused') return;
    for (const rule of new Set(outcome.violations.map(violation => violation.rule))) add(this.refusals, rule);
  }

  countFailure(error: unknown): void {
    add(this.batches, error instanceof AppendUnavailable ? 'unavailable' : 'fault');
  }
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
