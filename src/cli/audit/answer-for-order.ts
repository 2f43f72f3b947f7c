import { eventIdsOf } from '../../client/index.js';
import { formatTime, type JsonObject } from '../../log/index.js';
import { composeOn, keep, signAll, standOn } from '../act/sign-and-keep.js';
import { type DeviceSession, pushAll } from '../device-session.js';
import type { NamedOfficer } from '../officers.js';
import { tellOutcome } from '../outbox/tell-outcome.js';
import { uploadWithProgress } from '../outbox/upload-with-progress.js';
import type { Output } from '../output.js';
import { UsageError } from '../usage-error.js';
import type { ExportOrderAnswer } from './export-order.js';

/**
 * Signs `export.generated` (E60) for an order, keeps it in the outbox and sends it. A crash before it is kept leaves
 * an order that nobody answered for; after it, a signed act that the next push sends.
 * @returns the leaf of the event
 * @throws UsageError where the log did not take it
 */
export async function answerForOrder(
  session: DeviceSession,
  signer: NamedOfficer,
  order: ExportOrderAnswer,
  place: string,
  output: Output,
): Promise<number> {
  const entry = await session.outbox.exclusively(async () => {
    const ground = await standOn(session, signer, false, output);
    const act = {
      subject: order.subject,
      type: 'export.generated',
      by: signer,
      at: formatTime(Date.now()),
      body: {
        occurred: { at: formatTime(Date.now()), precision: 'SECOND', zone: 'UTC', clockDoubt: null },
        place: { site: null, description: place, position: null },
        lateEntry: null,
        overrides: [],
        ...exportBody(order),
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
  const index = own?.kind === 'appended' ? own.receipts[0]?.index : undefined;
  if (index !== undefined) return index;
  const [event] = eventIdsOf(entry.batch);
  throw new UsageError({
    en: `nothing was fetched: the log did not take the event ${event} that answers for the export`,
    fr: `rien n'a été retiré : le journal n'a pas pris l'acte ${event} qui répond de l'extrait`,
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
