import type { PlainAct, PushOutcome } from '../../client/index.js';
import { keep, signAll } from '../act/sign-and-keep.js';
import { type DeviceSession, knownHeads, pushAll } from '../device-session.js';
import { uploadWithProgress } from '../outbox/upload-with-progress.js';
import type { Output } from '../output.js';
import { startProgress } from '../progress.js';
import { UsageError } from '../usage-error.js';
import {
  closingAct,
  composeImport,
  type ImportedRow,
  type ImportFrame,
  importSubject,
  rowsAct,
} from './compose-import.js';

/** Rows of one batch: well below what the service takes at once (log-format section 10). */
const rowsAtOnce = 400;

/** How an import ends. */
export interface ImportSum {
  readonly entered: number;
  readonly refused: number;
  readonly refusals: string | null;
}

/**
 * Opens the import where it is not, enters its rows batch by batch, closes it. Each batch is signed, kept durably and
 * pushed before the next: a crash leaves whole batches, and an import that counts nowhere.
 */
export async function enterRows(
  session: DeviceSession,
  frame: ImportFrame,
  opening: PlainAct | null,
  rows: readonly ImportedRow[],
  output: Output,
  { entered, refused, refusals }: ImportSum,
): Promise<void> {
  const progress = startProgress(output.language === 'fr' ? 'Saisie' : 'Entering', rows.length);
  try {
    if (opening !== null) await append(session, frame, [opening], output);
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      const chunk = rows.slice(start, start + rowsAtOnce);
      await append(session, frame, [...chunk.flatMap(({ acts }) => acts), rowsAct(frame, chunk)], output);
      for (const _ of chunk) progress.step();
    }
    await append(session, frame, [closingAct(frame, entered, refused, refusals)], output);
  } finally {
    progress.stop();
  }
}

async function append(
  session: DeviceSession,
  frame: ImportFrame,
  acts: readonly PlainAct[],
  output: Output,
): Promise<void> {
  const heads = await knownHeads(session, [importSubject(frame)], new Set());
  const batch = await signAll(composeImport(frame, acts, heads), [frame.signer]);
  await keep(session, batch, []);
  await pushWaiting(session, output);
}

/**
 * Pushes all that waits on this device, files of other acts among it.
 * @throws UsageError where something that waits is not taken: what comes after would hang on it
 */
export async function pushWaiting(session: DeviceSession, output: Output): Promise<void> {
  const outcomes = await pushAll(session, {
    upload: file => uploadWithProgress(session.service, session.outbox.copies, file, output),
    told: () => {},
  });
  const stopped = outcomes.find(({ kind }) => kind !== 'appended');
  if (stopped !== undefined) throw notTaken(stopped);
  await session.outbox.tidy();
}

function notTaken(outcome: PushOutcome): UsageError {
  const rules =
    outcome.kind === 'refused' || outcome.kind === 'conflict'
      ? ` (${[...new Set(outcome.problem.violations.map(({ rule }) => rule))].join(', ')})`
      : '';
  return new UsageError({
    en: `the service did not take a batch: ${outcome.kind}${rules}. \`scelle outbox list\` shows what waits; run the same command again to go on.`,
    fr: `le service n'a pas pris un lot : ${outcome.kind}${rules}. \`scelle outbox list\` montre ce qui attend ; relancez la même commande pour continuer.`,
  });
}
