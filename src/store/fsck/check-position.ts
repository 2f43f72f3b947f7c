import type { Transaction } from 'kysely';
import {
  equalBytes,
  FormatError,
  parseCheckpoint,
  parseNote,
  type VerifierKey,
  verifyNote,
} from '../../log/index.js';
import { type LogPosition, readPosition } from '../appender/insert.js';
import type { Database } from '../schema/index.js';
import { type CheckpointVault, VaultError } from '../vault.js';
import { checkTree, readKeptCheckpoints } from './check-tree.js';
import type { Difference } from './difference.js';

/**
 * The tree, and all that says which tree it is: the row of the log, the vault, the checkpoints kept for readers.
 * One snapshot; the vault is read before it, so that it cannot be ahead because the log went on meanwhile.
 */
export async function checkPosition(
  trx: Transaction<Database>,
  position: LogPosition & { readonly origin: string },
  vaultNote: string | VaultError,
  keys: readonly VerifierKey[],
  report: (done: number) => void,
): Promise<readonly Difference[]> {
  const kept = await readKeptCheckpoints(trx);
  const notes = [
    ...kept.map(({ size, note }) => ({
      check: 'checkpoint' as const,
      where: `checkpoint ${size}`,
      size,
      note,
    })),
    ...(typeof vaultNote === 'string'
      ? [{ check: 'vault' as const, where: 'vault', size: null, note: vaultNote }]
      : []),
  ];
  const sizes = new Set(notes.flatMap(({ note }) => sizeOf(note)));
  const tree = await checkTree(trx, position.size, sizes, report);
  const differences: Difference[] = [...tree.differences, ...(await checkRow(trx, position, tree.root))];
  if (typeof vaultNote !== 'string') {
    differences.push({ check: 'vault', index: null, where: 'vault', detail: vaultNote.message });
  }
  for (const { check, where, size, note } of notes) {
    const detail = await faultOf(note, size, position, keys, tree.rootOf);
    if (detail !== null) differences.push({ check, index: null, where, detail });
  }
  return differences;
}

/** The last note in the vault; what keeps it from being read. */
export async function readVaultNote(vault: CheckpointVault): Promise<string | VaultError> {
  return vault.read().then(
    ({ note }) => note,
    (error: unknown) => {
      if (error instanceof VaultError) return error;
      throw error;
    },
  );
}

function sizeOf(note: string): readonly number[] {
  try {
    return [parseCheckpoint(parseNote(note).text).size];
  } catch (error) {
    if (error instanceof FormatError) return [];
    throw error;
  }
}

async function faultOf(
  note: string,
  listedSize: number | null,
  position: LogPosition & { readonly origin: string },
  keys: readonly VerifierKey[],
  rootOf: ReadonlyMap<number, Uint8Array>,
): Promise<string | null> {
  try {
    const parsed = parseNote(note);
    const { origin, size, root } = parseCheckpoint(parsed.text);
    await verifyNote(parsed, keys);
    if (origin !== position.origin) return `it is one of the log ${origin}`;
    if (listedSize !== null && size !== listedSize) return `it is one of ${size} leaves`;
    if (size > position.size)
      return `it covers ${size} leaves, ${position.size} are stored: an old backup was restored`;
    return equalBytes(rootOf.get(size) ?? new Uint8Array(0), root)
      ? null
      : `its root is not that of the ${size} leaves stored`;
  } catch (error) {
    if (error instanceof FormatError) return error.message;
    throw error;
  }
}

/** The one row of the log against its events. */
async function checkRow(
  trx: Transaction<Database>,
  position: LogPosition,
  root: Uint8Array,
): Promise<readonly Difference[]> {
  const found = (check: 'root' | 'position', detail: string): Difference => ({
    check,
    index: null,
    where: 'log_state',
    detail,
  });
  const last = await trx
    .selectFrom('event')
    .select(['log_index', 'received_at'])
    .orderBy('log_index', 'desc')
    .executeTakeFirst();
  const opened = await trx
    .selectFrom('event')
    .select('subject')
    .where('log_index', '=', 0)
    .executeTakeFirst();
  const stored = await readPosition(trx, false);
  return [
    ...(equalBytes(root, position.root) ? [] : [found('root', 'the root is not that of the stored leaves')]),
    ...(last?.log_index === position.size - 1
      ? []
      : [found('position', `it says ${position.size} leaves, the last stored is ${last?.log_index}`)]),
    ...(last === undefined || last.received_at === position.receivedAt
      ? []
      : [found('position', 'the time received is not that of the last event')]),
    ...(opened === undefined || opened.subject === stored?.subject
      ? []
      : [found('position', 'the subject is not that of leaf 0')]),
  ];
}
