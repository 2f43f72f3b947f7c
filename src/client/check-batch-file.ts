import {
  eventSigningInput,
  type FindKey,
  FormatError,
  readActs,
  readEvent,
  revealBody,
} from '../log/index.js';
import { type BatchEvent, type BatchFile, BatchFileError, signedFormOf } from './batch-file.js';

/**
 * Whether a batch that somebody brought is what was signed: each signature over exactly the payload that is shown,
 * each withheld value the one committed to, each countersignature over the act before it. A signature whose key is
 * not known here is left to the service; whose it is, is returned.
 * @throws BatchFileError naming what was changed
 */
export async function checkBatchFile(
  batch: BatchFile,
  findKey: FindKey,
): Promise<{ readonly unchecked: readonly string[] }> {
  const unchecked = new Set<string>();
  for (const [position, event] of batch.events.entries()) {
    try {
      revealBody(event.payload.body, event.disclosures, { complete: true });
      if (!(await isSignatureGood(event, findKey))) unchecked.add(event.payload.actor.officer);
    } catch (cause) {
      if (!(cause instanceof FormatError)) throw cause;
      throw changed(position, cause);
    }
  }
  const [fault] = readActs(signedFormOf(batch)).faults;
  if (fault !== undefined) throw changed(fault.position, new FormatError('group', fault.message));
  return { unchecked: [...unchecked] };
}

/** The position is told as people count. */
function changed(position: number, cause: FormatError): BatchFileError {
  return new BatchFileError(
    {
      en: `act ${position + 1} of the batch was changed after it was made: ${cause.message}`,
      fr: `l'acte ${position + 1} du lot a été modifié après coup (contrôle « ${cause.check} »)`,
    },
    { cause },
  );
}

/** False where the key is not known here. */
async function isSignatureGood({ jws, payload, alg, kid }: BatchEvent, findKey: FindKey): Promise<boolean> {
  if (jws === null) return true;
  if (jws.slice(0, jws.lastIndexOf('.')) !== eventSigningInput(payload, { alg, kid })) {
    throw new FormatError('jws', 'what is shown is not what was signed');
  }
  const key = await findKey(kid);
  if (key === undefined) return false;
  await readEvent(jws, () => key);
  return true;
}
