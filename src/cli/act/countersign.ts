import type { BatchFile } from '../../client/index.js';
import { capacityTold } from '../../custody/vocabulary/told.js';
import { confirm } from '../confirm.js';
import type { DeviceSession } from '../device-session.js';
import type { Countersigner, NamedOfficer } from '../officers.js';
import type { Output } from '../output.js';
import { printableLine } from '../printable.js';
import { namesInBatches } from '../subjects/names-in-batches.js';
import { describeBatch } from './describe-act.js';

/**
 * Shows what is to be countersigned on this device in words, and unlocks the keys of those who agree. Two on one
 * laptop are two people: each says yes to what he was shown.
 * @param session null: on the machine of the log, where nobody has a device
 */
export async function showAndUnlock(
  session: DeviceSession | null,
  batches: readonly BatchFile[],
  { signer, countersigners }: { signer: NamedOfficer; countersigners: readonly Countersigner[] },
  yes: boolean,
  output: Output,
): Promise<readonly NamedOfficer[]> {
  if (batches.length === 0) return [];
  if (countersigners.some(({ unlock }) => unlock !== null)) {
    await showBatches(session, batches, [signer, ...countersigners], output);
  }
  return unlockAgreeing(countersigners, yes, output);
}

/** Shows acts in words, with what people call the subjects that they name. */
export async function showBatches(
  session: DeviceSession | null,
  batches: readonly BatchFile[],
  cards: readonly Pick<NamedOfficer, 'officer' | 'label'>[],
  output: Output,
): Promise<void> {
  const { language } = output;
  const names = await namesInBatches(session, batches, cards, language);
  for (const line of batches.flatMap(batch => describeBatch(batch, language, names))) output.note(line);
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
