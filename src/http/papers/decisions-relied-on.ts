import { wordsOf } from '../../custody/release/fields/conditions.js';
import type { ReleaseOutcome } from '../../custody/vocabulary/releases.js';
import type { ReleaseOnPaper, TransferPaper } from '../../store/readers/transfer/read-transfer-paper.js';
import type { SignedAct } from '../../store/readers/transfer/signed-act.js';

/** Members of a decision that a paper prints. */
export interface DecisionBody {
  readonly outcome: ReleaseOutcome;
  readonly conditions: readonly string[];
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly capacity: string;
}

/** One decision with the items of the paper that rely on it. */
export interface ReliedOn {
  readonly act: SignedAct;
  readonly decision: DecisionBody;
  /** UUIDs of items. */
  readonly items: readonly string[];
  /** Suspended or withdrawn since, over some of these items. */
  readonly halted: readonly { readonly act: SignedAct; readonly afterReceipt: boolean }[];
}

/**
 * RQ-62, RQ-65: for each item the decision that stood when it was handed over, not one that came later; for an item
 * that was not handed over yet, the last one.
 */
export function decisionsReliedOn(
  { acts, items }: TransferPaper,
  release: ReleaseOnPaper,
): readonly ReliedOn[] {
  const found = new Map<SignedAct, string[]>();
  for (const { id } of items) {
    const decision = decisionFor(id, release, receivedAt(id, acts));
    if (decision !== undefined) found.set(decision, [...(found.get(decision) ?? []), id]);
  }
  return [...found].map(([act, covered]) => ({
    act,
    decision: decisionOf(act),
    items: covered,
    halted: haltsAfter(act, covered, release, acts),
  }));
}

/** Of a decision in whichever form; the conditions of form 3 say beside their words what they are about. */
function decisionOf({ body }: SignedAct): DecisionBody {
  const decision = body as unknown as DecisionBody & { readonly conditions: Parameters<typeof wordsOf>[0] };
  return { ...decision, conditions: wordsOf(decision.conditions) };
}

/** Leaf of the receipt by which the item left our custody. */
function receivedAt(item: string, acts: readonly SignedAct[]): number {
  const receipt = acts.findLast(act => act.type === 'transfer.received' && concerns(act, item));
  return receipt?.index ?? Number.POSITIVE_INFINITY;
}

function decisionFor(item: string, { acts }: ReleaseOnPaper, before: number): SignedAct | undefined {
  return acts.findLast(act => act.type === 'release.decided' && act.index < before && concerns(act, item));
}

function haltsAfter(
  decision: SignedAct,
  items: readonly string[],
  { acts }: ReleaseOnPaper,
  ofTransfer: readonly SignedAct[],
): ReliedOn['halted'] {
  return acts
    .filter(({ type, index }) => /^release[.](suspended|withdrawn)$/.test(type) && index > decision.index)
    .flatMap(act => {
      const concerned = items.filter(item => concerns(act, item));
      if (concerned.length === 0) return [];
      return [{ act, afterReceipt: concerned.every(item => act.index > receivedAt(item, ofTransfer)) }];
    });
}

function concerns({ items }: SignedAct, item: string): boolean {
  return items.some(event => event.item === item);
}
