import { eventIdsOf, type ReceiptAnswer } from '../../client/index.js';
import type { Text } from '../../custody/text.js';
import { formatTime, type JsonObject } from '../../log/index.js';
import { composeOn, keep, signAll, standOn } from '../act/sign-and-keep.js';
import { type DeviceSession, pushAll } from '../device-session.js';
import type { NamedOfficer } from '../officers.js';
import { tellOutcome } from '../outbox/tell-outcome.js';
import { uploadWithProgress } from '../outbox/upload-with-progress.js';
import type { Output } from '../output.js';
import { UsageError } from '../usage-error.js';
import type { ExportOrderAnswer } from './export-order.js';

/** What an officer answers for: the one event that he signs for it. */
export interface Answered {
  readonly subject: string;
  readonly type: string;
  /** Members of its body beside time and place of the signing. */
  readonly body: JsonObject;
  /** What was not fetched where the log does not take the event. */
  readonly what: Text;
}

/** The event in the log, and its receipt. */
export interface GivenAnswer {
  readonly index: number;
  readonly jws: string;
  readonly receipt: ReceiptAnswer;
}

/**
 * Signs the event that answers for what was ordered (E41, E60), keeps it in the outbox and sends it. A crash before it
 * is kept leaves an order that nobody answered for; after it, a signed act that the next push sends.
 * @throws UsageError where the log did not take it
 */
export async function answerForOrder(
  session: DeviceSession,
  signer: NamedOfficer,
  { subject, type, body, what }: Answered,
  place: string,
  output: Output,
): Promise<GivenAnswer> {
  const entry = await session.outbox.exclusively(async () => {
    const ground = await standOn(session, signer, false, output);
    const act = {
      subject,
      type,
      by: signer,
      at: formatTime(Date.now()),
      body: {
        occurred: { at: formatTime(Date.now()), precision: 'SECOND', zone: 'UTC', clockDoubt: null },
        place: { site: null, description: place, position: null },
        lateEntry: null,
        overrides: [],
        ...body,
      },
      countersigners: [],
    };
    const composed = await composeOn(ground, session.device.origin, [act], '--', output);
    return keep(session, await signAll(composed, [signer]), []);
  });
  const outcomes = await pushAll(session, {
    upload: file => uploadWithProgress(session.service, session.outbox.copies, file, output),
    told: async outcome => {
      for (const line of await tellOutcome(outcome, session, output.language)) output.note(line);
    },
  });
  await session.outbox.tidy();
  const own = outcomes.find(outcome => outcome.entry.id === entry.id);
  const receipt = own?.kind === 'appended' ? own.receipts[0] : undefined;
  const jws = entry.batch.events[0]?.jws ?? null;
  if (receipt !== undefined && jws !== null) return { index: receipt.index, jws, receipt };
  const [event] = eventIdsOf(entry.batch);
  throw new UsageError({
    en: `nothing was fetched: the log did not take the event ${event} that answers for ${what.en}`,
    fr: `rien n'a été retiré : le journal n'a pas pris l'acte ${event} qui répond ${what.fr}`,
  });
}

/** Members of `export.generated` that say which export it is, beside time and place of the signing. */
export function exportBody(order: ExportOrderAnswer): JsonObject {
  const { scope, recipient, purpose, size, root, hash, counts, withheldIncluded } = order;
  const { events, subjects, files, withheld } = counts;
  return {
    scope: { ...scope },
    recipient,
    purpose,
    size,
    root,
    hash,
    counts: { events, subjects, files, withheld },
    withheldIncluded,
  };
}
