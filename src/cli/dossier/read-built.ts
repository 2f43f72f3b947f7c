import { type ReceiptAnswer, verifyReceiptAnswer } from '../../client/index.js';
import { isJsonObject, type JsonValue, peekEvent } from '../../log/index.js';
import type { GivenAnswer } from '../audit/answer-for-order.js';
import type { DeviceSession } from '../device-session.js';
import { UsageError } from '../usage-error.js';

export interface BuiltDossier extends Pick<GivenAnswer, 'jws' | 'receipt' | 'index'> {
  readonly number: string;
  readonly version: number;
  /** SHA-256 of its tag manifest, hexadecimal. */
  readonly hash: string;
}

/**
 * The event by which an officer answered for a dossier (E41), with its receipt: proven by the key of the log that this device
 * holds, so that what is fetched is compared with what is in the log and not with what the service says.
 * @param id UUID of the dossier
 * @throws FormatError where the receipt proves nothing; UsageError where it is of another event; ServiceProblem
 */
export async function readBuilt({ service, device }: DeviceSession, id: string): Promise<BuiltDossier> {
  const { items = [] } = await service.get(`/v1/dossiers/${id}/history?limit=1`);
  const [first = null] = items as readonly JsonValue[];
  const eventId = isJsonObject(first) ? String(first.eventId) : '';
  const answer = await service.get(`/v1/events/${encodeURIComponent(eventId)}/receipt`);
  const { jws: statement, ...receipt } = answer as unknown as ReceiptAnswer & { readonly jws: string };
  const jws = String(statement);
  const { logKey, formerLogKeys = [] } = device;
  await verifyReceiptAnswer(jws, receipt, [logKey, ...formerLogKeys]);
  const { type, subject, body } = peekEvent(jws);
  const { hash, number, version } = body;
  const isOfIt = type === 'dossier.built' && subject === `dossier/${id}`;
  if (!isOfIt || typeof hash !== 'string' || typeof number !== 'string' || typeof version !== 'number') {
    throw new UsageError({
      en: `the service answered with another event than the one that records dossier ${id}`,
      fr: `le service a répondu par un autre acte que celui qui consigne le dossier ${id}`,
    });
  }
  return { jws, receipt, index: receipt.index, number, version, hash };
}
