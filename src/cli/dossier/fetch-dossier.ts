import type { Language } from '../../custody/text.js';
import type { GivenAnswer } from '../audit/answer-for-order.js';
import { fetchExport } from '../audit/fetch-export.js';
import { fetchProgress } from '../audit/fetch-progress.js';
import type { DeviceSession } from '../device-session.js';
import type { Output } from '../output.js';
import { writeReceiptBeside } from './write-receipt.js';

/** A dossier that an officer answered for: what the event says, and the event. */
type AnsweredDossier = Pick<GivenAnswer, 'jws' | 'receipt'> & {
  readonly id: string;
  /** SHA-256 of its tag manifest, as the event states it. */
  readonly hash: string;
};

/**
 * Fetches a dossier, and writes the event that records it beside. Broken off at any time it leaves nothing, and can be done
 * again: the service makes the same bytes each time.
 * @returns where the receipt was written
 */
export async function fetchDossier(
  session: Pick<DeviceSession, 'service'>,
  { id, hash, jws, receipt }: AnsweredDossier,
  out: string,
  output: Output,
): Promise<string> {
  const { payload, parts } = await session.service.open(`/v1/dossiers/${id}/bag`);
  await fetchExport(parts, hash, out, payload === null ? undefined : fetchProgress(output, payload));
  return writeReceiptBeside(out, { jws, receipt });
}

/** What to type after a fetch that broke off: it is signed, and not to be built and signed again. */
export function howToTakeUp(
  id: string,
  { as, out }: { readonly as: string; readonly out: string },
  language: Language,
): string {
  const command = `scelle dossier fetch ${id} --as ${as} --out ${out}`;
  return language === 'fr'
    ? `Le dossier est signé et n'a pas été retiré ; pour le retirer : ${command}`
    : `The dossier is signed and was not fetched; to fetch it: ${command}`;
}
