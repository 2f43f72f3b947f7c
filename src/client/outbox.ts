import type { JsonObject } from '../log/index.js';
import { type BatchFile, missingSignatures, submissionOf } from './batch-file.js';
import {
  type Problem,
  type ReceiptAnswer,
  type Service,
  ServiceProblem,
  ServiceUnreachable,
} from './service.js';

/** A batch that waits on the device, or was answered. */
export interface OutboxEntry {
  readonly id: string;
  /** Order of signing: later acts may hang on earlier ones. */
  readonly position: number;
  readonly batch: BatchFile;
  /** Files the batch names that are to be uploaded first: hash and path on the device. */
  readonly files: readonly { readonly sha256: string; readonly mediaType: string; readonly path: string }[];
  /** Kept for ever: with them the events can be brought back into a restored log. */
  readonly receipts: readonly ReceiptAnswer[] | null;
  readonly problem: JsonObject | null;
}

/**
 * Where a device keeps its outbox. `put` is durable when it returns; `list` gives entries in order of position.
 * One process at a time.
 */
export interface OutboxStore {
  list(): Promise<readonly OutboxEntry[]>;
  put(entry: OutboxEntry): Promise<void>;
}

/** Not answered yet. What a rule refused, or somebody else's act overtook, is parked: it waits for its officer. */
export function isWaiting({ receipts, problem }: OutboxEntry): boolean {
  return receipts === null && problem === null;
}

/** What became of one batch at a push. */
export type PushOutcome =
  | { readonly kind: 'appended'; readonly entry: OutboxEntry; readonly receipts: readonly ReceiptAnswer[] }
  /** Another act came first; later batches on the same subjects wait until somebody has looked. */
  | {
      readonly kind: 'conflict';
      readonly entry: OutboxEntry;
      readonly problem: Problem;
      readonly waiting: readonly string[];
    }
  | {
      readonly kind: 'refused';
      readonly entry: OutboxEntry;
      readonly problem: Problem;
      readonly waiting: readonly string[];
    }
  | { readonly kind: 'held'; readonly entry: OutboxEntry; readonly because: string }
  | { readonly kind: 'unsigned'; readonly entry: OutboxEntry; readonly missing: readonly string[] }
  | { readonly kind: 'unreachable'; readonly entry: OutboxEntry };

export type UploadFile = (file: OutboxEntry['files'][number]) => Promise<void>;

/**
 * Sends what waits, in the order it was signed. Nothing is signed again in silence: a conflict is shown with
 * every later act that hangs on it, and the officer decides (design section 4). A push may be interrupted and
 * repeated at any moment: a batch sent twice gets the same leaves.
 */
export async function pushOutbox(
  store: OutboxStore,
  service: Service,
  upload: UploadFile,
  told: (outcome: PushOutcome) => void,
): Promise<readonly PushOutcome[]> {
  const waiting = (await store.list()).filter(isWaiting);
  const outcomes: PushOutcome[] = [];
  const blocked = new Map<string, string>();
  for (const entry of waiting) {
    const outcome = await pushOne(entry, waiting, blocked, service, upload);
    if (outcome.kind === 'appended') await store.put({ ...entry, receipts: outcome.receipts, problem: null });
    if (outcome.kind === 'conflict' || outcome.kind === 'refused') {
      await store.put({ ...entry, problem: outcome.problem.document });
    }
    if (outcome.kind !== 'appended') for (const subject of subjectsOf(entry)) blocked.set(subject, entry.id);
    outcomes.push(outcome);
    told(outcome);
    if (outcome.kind === 'unreachable') break;
  }
  return outcomes;
}

async function pushOne(
  entry: OutboxEntry,
  all: readonly OutboxEntry[],
  blocked: ReadonlyMap<string, string>,
  service: Service,
  upload: UploadFile,
): Promise<PushOutcome> {
  const behind = subjectsOf(entry)
    .map(subject => blocked.get(subject))
    .find(id => id !== undefined);
  if (behind !== undefined) return { kind: 'held', entry, because: behind };
  const missing = missingSignatures(entry.batch);
  if (missing.length > 0) return { kind: 'unsigned', entry, missing: missing.map(({ officer }) => officer) };
  try {
    const receipts = await service.submit(submissionOf(entry.batch));
    // Files may be owed: the events stand, and an upload that breaks off is only repeated.
    for (const file of entry.files) await upload(file);
    return { kind: 'appended', entry, receipts };
  } catch (error) {
    if (error instanceof ServiceUnreachable) return { kind: 'unreachable', entry };
    if (!(error instanceof ServiceProblem)) throw error;
    if (error.problem.status >= 500 || error.problem.status === 429) return { kind: 'unreachable', entry };
    const kind = error.problem.status === 409 ? 'conflict' : 'refused';
    return { kind, entry, problem: error.problem, waiting: hangingOn(entry, all) };
  }
}

/** Later batches that write to a subject of this one: they cannot stand if it does not. */
function hangingOn(entry: OutboxEntry, all: readonly OutboxEntry[]): readonly string[] {
  const subjects = new Set(subjectsOf(entry));
  return all
    .filter(
      other => other.position > entry.position && subjectsOf(other).some(subject => subjects.has(subject)),
    )
    .map(({ id }) => id);
}

function subjectsOf({ batch }: OutboxEntry): readonly string[] {
  return [...new Set(batch.events.map(({ payload }) => payload.subject))];
}
