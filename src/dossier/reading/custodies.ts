import type { CustodyRecord } from '../../store/readers/custody/read-custody.js';
import type { DossierReading } from './dossier-reading.js';
import type { ItemPiece } from './read-pieces.js';

/** Who had an item in turn, and the gaps that are known (RQ-04, GATE-12). */
export type CustodyOfItem = Pick<CustodyRecord, 'periods' | 'gaps'>;

/** By the subject of the item. */
export async function readCustodies(
  reading: DossierReading,
  items: readonly ItemPiece[],
): Promise<ReadonlyMap<string, CustodyOfItem>> {
  const read = new Map<string, CustodyOfItem>();
  for (const { subject } of items) {
    const { periods, gaps } = await reading.custody(subject.slice('evidence/'.length));
    read.set(subject, { periods, gaps });
  }
  return read;
}

/** Everybody who had one of them, whether or not he signed anything. */
export function custodiansIn(custodies: ReadonlyMap<string, CustodyOfItem>): readonly string[] {
  return [...custodies.values()].flatMap(({ periods }) =>
    periods.flatMap(({ holding }) => (holding === null ? [] : [holding.officer])),
  );
}
