import { ForgedLog } from '../helpers/forged/forged-log.js';
import { forgedBag } from '../helpers/forged/write-bag.js';
import type { Audit, Found, Handed } from './attack.js';
import { type AttackedLog, filesIn } from './attacked-log.js';

/** An event that is laid into a tree once more. */
export interface Laid {
  readonly jws: string;
  readonly disclosures: readonly string[];
  readonly receivedAt: number;
  /** The leaf that it had. */
  readonly leaf?: Buffer;
}

/**
 * The log as its operator writes it anew, with its real key: as far as nothing was changed, leaf by leaf what it was; from
 * there on with leaves that fit, whose times do not run backwards. The witness has not seen it.
 */
export function rewritten(log: AttackedLog, events: readonly Laid[]): ForgedLog {
  const told = emptyLike(log);
  let isAsItWas = true;
  for (const [index, event] of events.entries()) {
    const { leaf } = event;
    isAsItWas &&= leaf !== undefined && log.events[index]?.leaf === leaf;
    if (isAsItWas && leaf !== undefined) {
      told.layAgain(event, leaf);
      continue;
    }
    const receivedAt = Math.max(told.entries.at(-1)?.receivedAt ?? 0, event.receivedAt);
    told.lay({ ...event, receivedAt }, leaf === undefined ? {} : { salt: leaf.subarray(1, 33) });
  }
  return told;
}

export function emptyLike({ origin, logKey, witness, salts }: AttackedLog): ForgedLog {
  return new ForgedLog(origin, logKey, [witness], salts);
}

/** The export that such a log gives, without a cosignature. */
export function written(log: AttackedLog, told: ForgedLog): Handed {
  return forgedBag(told, { files: filesIn(log.whole), checkpoint: told.checkpoint(told.size, []) });
}

/** What a rewritten log contradicts by itself: whoever has any policy of it finds it, so the one who has least looks. */
export function foundByAnybody(log: AttackedLog, told: ForgedLog, found: Found): readonly Audit[] {
  return foundByAll(log, told, found).slice(0, 1);
}

/** The same, where it shall be looked at with a witness too. */
export function foundByAll(log: AttackedLog, told: ForgedLog, found: Found): readonly Audit[] {
  const common = { of: 'the whole log', given: written(log, told), untampered: log.relaidWhole, found };
  return [
    { ...common, held: 'a policy without a witness', policy: log.plainPolicy },
    { ...common, held: 'the policy', policy: log.policy },
  ];
}

/** Nobody independent saw it: the verdict says so. */
export const unseen: Found = { notProven: [/^no quorum/] };

/**
 * What a rewritten log does not contradict by itself: whoever has a policy alone is told what is missing, whoever kept
 * anything from before finds it.
 * @param told changed before the middle of the story
 */
export function foundByHolders(log: AttackedLog, told: ForgedLog): readonly Audit[] {
  const common = { of: 'the whole log', given: written(log, told), untampered: log.relaidWhole };
  const anchor = told.entries.findIndex(({ payload }) => payload.type === 'log.anchored');
  const anchored: Found = anchor < 0 ? unseen : { check: 'consistency', where: anchor };
  return [
    { ...common, held: 'a policy without a witness', policy: log.plainPolicy, found: unseen },
    { ...common, held: 'the policy', policy: log.policy, found: anchored },
    ...keptBy(log).map(({ held, note }) => ({
      ...common,
      held,
      known: [note],
      policy: log.plainPolicy,
      found: { check: 'consistency', where: `consistency/${sizeOf(note)}` } as const,
    })),
  ];
}

/** Checkpoints that others have from the middle of the story. */
export function keptBy({ kept }: AttackedLog): readonly { readonly held: string; readonly note: string }[] {
  return [
    { held: 'a witnessed checkpoint', note: kept.witnessed },
    { held: 'a receipt', note: kept.receipt.slice(kept.receipt.indexOf('\n\n') + 2) },
    { held: 'an earlier export', note: Buffer.from(kept.export.get('data/checkpoint') ?? []).toString() },
  ];
}

export function sizeOf(note: string): number {
  return Number(note.split('\n')[1]);
}
