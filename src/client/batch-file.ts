import type { UnsignedEvent } from '../custody/compose/compose-act.js';
import { LocalizedError } from '../custody/text.js';
import {
  type Algorithm,
  assembleJws,
  type EventPayload,
  eventIdOf,
  eventSigningInput,
  isJsonObject,
  joinSubmission,
  readEventPayload,
  type SignedEvent,
  utf8Bytes,
} from '../log/index.js';
import type { OfficerKey } from './officer-key.js';

/** An event of a batch that may still lack its signature. */
export interface BatchEvent {
  readonly payload: EventPayload;
  readonly kid: string;
  readonly alg: Algorithm;
  readonly disclosures: readonly string[];
  /** The whole event once signed (log-format section 1). */
  readonly jws: string | null;
}

/**
 * A batch on its way between devices: as a file, by memory stick, whole or half signed. It says nothing that its
 * signed events do not say; whoever carries it can neither change nor complete it.
 */
export interface BatchFile {
  readonly v: 1;
  readonly kind: 'scelle-batch';
  readonly events: readonly BatchEvent[];
}

/** The file is not a batch, or does not fit the key that should sign it. */
export class BatchFileError extends LocalizedError {
  override readonly name = 'BatchFileError';
}

export function batchOf(
  events: readonly UnsignedEvent[],
  disclosures: readonly (readonly string[])[],
): BatchFile {
  return {
    v: 1,
    kind: 'scelle-batch',
    events: events.map(({ payload, signer: { kid, alg } }, position) => ({
      payload,
      kid,
      alg,
      disclosures: disclosures[position] ?? [],
      jws: null,
    })),
  };
}

export function joinBatches(batches: readonly BatchFile[]): BatchFile {
  return { v: 1, kind: 'scelle-batch', events: batches.flatMap(({ events }) => events) };
}

/**
 * Adds the officer's signature to each event that waits for this key. What is signed is built here from the
 * parsed payload, never taken over as bytes: an officer signs what he was shown (log-format section 1).
 */
export async function signBatch(batch: BatchFile, { officer, key, signer }: OfficerKey): Promise<BatchFile> {
  const events = await Promise.all(
    batch.events.map(async event => {
      if (event.jws !== null || event.kid !== key.kid) return event;
      if (event.payload.actor.officer !== officer) {
        throw new BatchFileError({
          en: `an event names this key but officer ${event.payload.actor.officer}`,
          fr: `un acte nomme cette clé, mais l'officier ${event.payload.actor.officer}`,
        });
      }
      const signingInput = eventSigningInput(event.payload, { alg: event.alg, kid: event.kid });
      return { ...event, jws: assembleJws(signingInput, await signer.sign(utf8Bytes(signingInput))) };
    }),
  );
  return { ...batch, events };
}

/** Keys whose signatures are still missing. */
export function missingSignatures(
  batch: BatchFile,
): readonly { readonly officer: string; readonly kid: string }[] {
  const missing = new Map<string, { officer: string; kid: string }>();
  for (const { jws, kid, payload } of batch.events) {
    if (jws === null) missing.set(kid, { officer: payload.actor.officer, kid });
  }
  return [...missing.values()];
}

/** What is sent: each event with its disclosures. @throws BatchFileError where a signature is missing */
export function submissionOf(batch: BatchFile): readonly string[] {
  return batch.events.map(({ jws, disclosures, payload }) => {
    if (jws === null) {
      throw new BatchFileError({
        en: `${payload.type} of ${payload.subject} is not signed yet`,
        fr: `${payload.type} de ${payload.subject} n'est pas encore signé`,
      });
    }
    return joinSubmission({ jws, disclosures });
  });
}

export function eventIdsOf(batch: BatchFile): readonly string[] {
  return batch.events.map(({ payload, kid, alg }) => eventIdOf(eventSigningInput(payload, { alg, kid })));
}

/** The events as the rules read them, whether signed yet or not. No signature is checked here. */
export function signedFormOf(batch: BatchFile): readonly SignedEvent[] {
  const ids = eventIdsOf(batch);
  return batch.events.map(({ payload, kid, alg, jws }, position) => ({
    ...payload,
    kid,
    alg,
    jws: jws ?? '',
    eventId: ids[position] ?? '',
  }));
}

/** Reads a batch file that somebody brought. @throws BatchFileError, FormatError */
export function readBatchFile(value: unknown): BatchFile {
  if (
    !isJsonObject(value) ||
    value.v !== 1 ||
    value.kind !== 'scelle-batch' ||
    !Array.isArray(value.events)
  ) {
    throw new BatchFileError({
      en: 'this is not a file with a batch to be signed',
      fr: "ceci n'est pas un fichier contenant un lot à signer",
    });
  }
  return { v: 1, kind: 'scelle-batch', events: value.events.map(readBatchEvent) };
}

function readBatchEvent(value: unknown): BatchEvent {
  if (!isJsonObject(value)) throw damaged();
  const { payload, kid, alg, disclosures, jws } = value;
  const texts = Array.isArray(disclosures) && disclosures.every(text => typeof text === 'string');
  if (typeof kid !== 'string' || !isAlgorithm(alg) || !texts || !(jws === null || typeof jws === 'string')) {
    throw damaged();
  }
  return { payload: readEventPayload(payload ?? null), kid, alg, disclosures, jws };
}

function damaged(): BatchFileError {
  return new BatchFileError({
    en: 'the batch file was damaged on its way: a member of an event is missing',
    fr: "le fichier du lot a été endommagé en route : il manque un membre d'un acte",
  });
}

function isAlgorithm(value: unknown): value is Algorithm {
  return value === 'ES256' || value === 'ES384' || value === 'Ed25519';
}
