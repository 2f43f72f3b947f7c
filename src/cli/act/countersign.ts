import type { BatchFile } from '../../client/index.js';
import { capacityTold } from '../../custody/vocabulary/told.js';
import { confirm } from '../confirm.js';
import type { Countersigner, NamedOfficer } from '../officers.js';
import type { Output } from '../output.js';
import { printableLine } from '../printable.js';
import { describeBatch } from './describe-act.js';

/**
 * Shows what is to be countersigned on this device in words, and unlocks the keys of those who agree. Two on one
 * laptop are two people: each says yes to what he was shown.
 */
export async function showAndUnlock(
  batches: readonly BatchFile[],
  countersigners: readonly Countersigner[],
  yes: boolean,
  output: Output,
): Promise<readonly NamedOfficer[]> {
  if (batches.length === 0) return [];
  if (countersigners.some(({ unlock }) => unlock !== null)) {
    for (const line of batches.flatMap(batch => describeBatch(batch, output.language))) output.note(line);
  }
  return unlockAgreeing(countersigners, yes, output);
}

/** Asks each who countersigns here for his yes to what was shown, and only then for his passphrase. */
export async function unlockAgreeing(
  countersigners: readonly Countersigner[],
  yes: boolean,
  output: Output,
): Promise<readonly NamedOfficer[]> {
  const named: NamedOfficer[] = [];
  for (const { unlock, ...countersigner } of countersigners) {
    if (unlock !== null) await confirm(questionTo(countersigner), yes, output);
    named.push({ ...countersigner, unlocked: unlock === null ? null : await unlock() });
  }
  return named;
}

function questionTo({ label, as }: Pick<Countersigner, 'label' | 'as'>) {
  const [who, capacity] = [printableLine(label), capacityTold(as)];
  return {
    en: `${who}: do you countersign what stands above, as ${capacity.en}?`,
    fr: `${who} : contresignez-vous ce qui précède, au titre de : ${capacity.fr} ?`,
  };
}
