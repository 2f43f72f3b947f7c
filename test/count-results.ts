import { Parser } from 'tap-parser';

/** Assertions of a whole run, those of subtests counted once. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Counts what a TAP stream reports. The line that closes a subtest repeats what its assertions said and is
 * left out, except where it speaks for itself: an empty subtest, or a file that crashed, timed out or broke
 * its plan.
 */
export function countResults(tap: string): Counts {
  return countEvents(Parser.parse(tap, {}));
}

function countEvents(events: readonly unknown[]): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  let subtest: Counts | null = null;
  for (const event of events) {
    if (!Array.isArray(event)) continue;
    const [kind, data]: unknown[] = event;
    if (kind === 'child' && Array.isArray(data)) {
      subtest = countEvents(data);
    } else if (kind === 'assert' && isResult(data)) {
      if (subtest === null) countOne(counts, data);
      else addSubtest(counts, subtest, data);
      subtest = null;
    } else if (kind === 'bailout') {
      counts.failed++;
    }
  }
  return counts;
}

function addSubtest(counts: Counts, subtest: Counts, closing: AssertionResult): void {
  if (subtest.passed + subtest.failed + subtest.skipped === 0) {
    countOne(counts, closing);
    return;
  }
  counts.passed += subtest.passed;
  counts.failed += subtest.failed;
  counts.skipped += subtest.skipped;
  if (!closing.ok && subtest.failed === 0) counts.failed++;
}

function countOne(counts: Counts, result: AssertionResult): void {
  if (isSet(result.skip) || isSet(result.todo)) counts.skipped++;
  else if (result.ok) counts.passed++;
  else counts.failed++;
}

interface AssertionResult {
  readonly ok: boolean;
  readonly skip?: unknown;
  readonly todo?: unknown;
}

function isResult(value: unknown): value is AssertionResult {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}

/** `# SKIP` without a reason is `true`, with one it is the reason. */
function isSet(directive: unknown): boolean {
  return directive !== undefined && directive !== false;
}
