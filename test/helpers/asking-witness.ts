import { formatAddCheckpoint } from '../../src/witness/add-checkpoint.js';
import type { GrownLog } from './grown-log.js';
import type { TestWitness } from './test-witness.js';

/** Asks as a log does: from one size to another, by the log's own proof where none is given. */
export async function askTestWitness(
  { app }: Pick<TestWitness, 'app'>,
  log: GrownLog,
  oldSize: number,
  size: number,
  proof?: readonly Uint8Array[],
) {
  const note = await log.note(size);
  const shown = proof ?? (oldSize <= size ? log.proof(oldSize, size) : []);
  const payload = formatAddCheckpoint({ oldSize, proof: shown, note });
  return app.inject({ method: 'POST', url: '/add-checkpoint', payload });
}
