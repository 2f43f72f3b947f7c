import type { JsonObject } from '../log/index.js';
import { type BatchFile, eventIdsOf, missingSignatures, submissionOf } from './batch-file.js';
import type { ReceiptCheck } from './check-receipts.js';
import { type ReceiptAnswer, type Service, ServiceProblem, ServiceUnreachable } from './service.js';
import type { Problem } from './service-problem.js';

/** A file the batch names: by its hash, where it lay when the device copied it, and whether the service has it. */
export interface OutboxFile {
  readonly sha256: string;
  readonly mediaType: string;
  readonly path: string;
  readonly uploaded: boolean;
}

/** Why a signed batch will never be sent: it was signed again, or its officer gave it up. Kept as it was. */
export type EndOfEntry =
  | { readonly kind: 'replaced'; readonly by: string }
  | { readonly kind: 'dropped'; readonly reason: string; readonly at: string };

/** A batch that waits on the device, or was answered. */
export interface OutboxEntry {
  readonly id: string;
  /** Order of signing: later acts may hang on earlier ones. */
  readonly position: number;
  readonly batch: BatchFile;
  readonly files: readonly OutboxFile[];
  /** Kept for ever: with them the events can be brought back into a restored log. */
  readonly receipts: readonly ReceiptAnswer[] | null;
  /** What is odd about the receipts, though they are good: their time against the device's clock. */
  readonly doubts: readonly string[];
  readonly problem: JsonObject | null;
  readonly ended: EndOfEntry | null;
}

/** An entry as it is put there: signed, not sent. */
export function newEntry(
  id: string,
  position: number,
  batch: BatchFile,
  files: readonly Omit<OutboxFile, 'uploaded'>[],
): OutboxEntry {
  const owed = files.map(({ sha256, mediaType, path }) => ({ sha256, mediaType, path, uploaded: false }));
  return { id, position, batch, files: owed, receipts: null, doubts: [], problem: null, ended: null };
}

/** An entry's file that cannot be read. It blocks nothing but what hangs on it. */
export interface UnreadableEntry {
  readonly name: string;
  readonly reason: string;
}

/**
 * Where a device keeps its outbox. `put` is durable when it returns; `list` gives entries in order of position.
 */
export interface OutboxStore {
  list(): Promise<{
    readonly entries: readonly OutboxEntry[];
    readonly unreadable: readonly UnreadableEntry[];
  }>;
  put(entry: OutboxEntry): Promise<void>;
}

/** Not answered yet. What a rule refused, or somebody else's act overtook, waits for its officer. */
export function isWaiting({ receipts, problem, ended }: OutboxEntry): boolean {
  return receipts === null && problem === null && ended === null;
}

/** What became of one batch at a push. */
export type PushOutcome =
  | {
      readonly kind: 'appended';
      readonly entry: OutboxEntry;
      readonly receipts: readonly ReceiptAnswer[];
      /** Files that the service does not have yet; the next push goes on with them. */
      readonly owed: readonly string[];
    }
  /** Another act came first, or a rule said no; `waiting` names every later batch that hangs on it. */
  | {
      readonly kind: 'conflict' | 'refused';
      readonly entry: OutboxEntry;
      readonly problem: Problem;
      readonly waiting: readonly string[];
    }
  | { readonly kind: 'held'; readonly entry: OutboxEntry; readonly because: string }
  | { readonly kind: 'unsigned'; readonly entry: OutboxEntry; readonly missing: readonly string[] }
  /** The service acknowledged it and its receipt proves nothing: it counts as not sent. */
  | { readonly kind: 'unproven'; readonly entry: OutboxEntry; readonly faults: readonly string[] }
  | { readonly kind: 'unreachable'; readonly entry: OutboxEntry };

export interface PushParts {
  readonly upload: (file: OutboxFile) => Promise<void>;
  readonly check: (batch: BatchFile, receipts: readonly ReceiptAnswer[]) => Promise<ReceiptCheck>;
  readonly told: (outcome: PushOutcome) => void | Promise<void>;
}

/**
 * Sends what waits, in the order it was signed. Nothing is signed again in silence: a conflict is shown with
 * every later act that hangs on it, and the officer decides (design section 4). A push may be interrupted and
 * repeated at any moment: a batch sent twice gets the same leaves. Receipts are on disk before a file is uploaded.
 */
export async function pushOutbox(
  store: OutboxStore,
  service: Service,
  parts: PushParts,
): Promise<readonly PushOutcome[]> {
  const { entries } = await store.list();
  const outcomes: PushOutcome[] = [];
  const notInLog = new Map(
    entries.filter(({ receipts }) => receipts === null).flatMap(entry => idsOf(entry)),
  );
  for (const entry of entries) {
    const outcome = isWaiting(entry)
      ? await pushOne(entry, { entries, notInLog }, service, store, parts)
      : await uploadOwed(entry, store, parts);
    if (outcome === null) continue;
    if (outcome.kind === 'appended') for (const [id] of idsOf(entry)) notInLog.delete(id);
    outcomes.push(outcome);
    await parts.told(outcome);
    if (outcome.kind === 'unreachable' || outcome.kind === 'unproven') break;
  }
  return outcomes;
}

interface Outbox {
  readonly entries: readonly OutboxEntry[];
  /** Entry by `event_id`, of every event signed here that is not in the log. */
  readonly notInLog: ReadonlyMap<string, string>;
}

async function pushOne(
  entry: OutboxEntry,
  { entries, notInLog }: Outbox,
  service: Service,
  store: OutboxStore,
  parts: PushParts,
): Promise<PushOutcome> {
  const because = standsOn(entry)
    .map(id => notInLog.get(id))
    .find(id => id !== undefined);
  if (because !== undefined) return { kind: 'held', entry, because };
  const missing = missingSignatures(entry.batch);
  if (missing.length > 0) return { kind: 'unsigned', entry, missing: missing.map(({ officer }) => officer) };
  try {
    const receipts = await service.submit(submissionOf(entry.batch));
    const { faults, doubts } = await parts.check(entry.batch, receipts);
    if (faults.length > 0) return { kind: 'unproven', entry, faults };
    const appended = { ...entry, receipts, doubts };
    await store.put(appended);
    return (
      (await uploadOwed(appended, store, parts)) ?? { kind: 'appended', entry: appended, receipts, owed: [] }
    );
  } catch (error) {
    if (isUnreachable(error)) return { kind: 'unreachable', entry };
    if (!(error instanceof ServiceProblem)) throw error;
    const { problem } = error;
    const parked = { ...entry, problem: problem.document };
    await store.put(parked);
    const kind = problem.status === 409 ? 'conflict' : 'refused';
    return { kind, entry: parked, problem, waiting: hangingOn(entry, entries).map(({ id }) => id) };
  }
}

/** Files may be owed: the events stand, and an upload that breaks off is repeated at the next push. */
async function uploadOwed(
  entry: OutboxEntry,
  store: OutboxStore,
  { upload }: PushParts,
): Promise<PushOutcome | null> {
  const { receipts } = entry;
  if (receipts === null || entry.files.every(({ uploaded }) => uploaded)) return null;
  let current = entry;
  const owed: string[] = [];
  for (const file of entry.files.filter(({ uploaded }) => !uploaded)) {
    try {
      await upload(file);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      owed.push(`${file.path}: ${reason}`);
      continue;
    }
    const files = current.files.map(other =>
      other.sha256 === file.sha256 ? { ...other, uploaded: true } : other,
    );
    current = { ...current, files };
    await store.put(current);
  }
  return { kind: 'appended', entry: current, receipts, owed };
}

function isUnreachable(error: unknown): boolean {
  if (error instanceof ServiceUnreachable) return true;
  return error instanceof ServiceProblem && (error.problem.status >= 500 || error.problem.status === 429);
}

/**
 * Hashes of the files whose copies the device has to keep: those the service has not acknowledged yet. What an act
 * that was given up names stays too, unless the service got it with another act.
 */
export function copiesNeeded(entries: readonly OutboxEntry[]): ReadonlySet<string> {
  const files = (wanted: (entry: OutboxEntry, file: OutboxFile) => boolean) =>
    entries.flatMap(entry => entry.files.filter(file => wanted(entry, file)).map(({ sha256 }) => sha256));
  const acknowledged = new Set(files((_, { uploaded }) => uploaded));
  return new Set(
    files(({ ended }, { sha256, uploaded }) => !uploaded && (ended === null || !acknowledged.has(sha256))),
  );
}

/** Later batches that stand on this one, directly or through others: they cannot stand if it does not. */
export function hangingOn(entry: OutboxEntry, all: readonly OutboxEntry[]): readonly OutboxEntry[] {
  const gone = new Set(idsOf(entry).map(([id]) => id));
  const later = all.filter(other => other.position > entry.position && other.receipts === null);
  return later.filter(other => {
    if (other.ended !== null || !standsOn(other).some(id => gone.has(id))) return false;
    for (const [id] of idsOf(other)) gone.add(id);
    return true;
  });
}

/** Events outside the batch that it follows or refers to. */
function standsOn({ batch }: OutboxEntry): readonly string[] {
  const own = new Set(eventIdsOf(batch));
  const named = batch.events.flatMap(({ payload: { prev, refs } }) =>
    prev === null ? refs : [prev, ...refs],
  );
  return [...new Set(named)].filter(id => !own.has(id));
}

function idsOf({ id, batch }: OutboxEntry): readonly (readonly [string, string])[] {
  return eventIdsOf(batch).map(eventId => [eventId, id] as const);
}
