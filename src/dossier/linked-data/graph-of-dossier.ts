import type { Selection } from '../../audit/selection.js';
import { decodeLeaf, peekEvent } from '../../log/index.js';
import type { DossierRequest } from '../../store/dossiers/order.js';
import type { LogSnapshot } from '../../store/readers/snapshot/log-snapshot.js';
import { type CaseEvent, caseGraph } from './case-graph.js';

/** `report/case.jsonld`: what is inside a dossier as CASE/UCO says it. @param permitted files that may go along */
export function graphOfDossier(
  snapshot: LogSnapshot,
  { indexes }: Selection,
  { number, version, pieces }: Pick<DossierRequest, 'number' | 'version' | 'pieces'>,
  permitted: ReadonlySet<string>,
): Promise<Uint8Array> {
  const { origin, size } = snapshot;
  const title = `${number} v${version}`;
  return caseGraph({
    origin,
    size,
    title,
    pieces,
    files: permitted,
    events: readEvents(snapshot, indexes ?? []),
  });
}

async function* readEvents(snapshot: LogSnapshot, indexes: readonly number[]): AsyncGenerator<CaseEvent> {
  for await (const { index, jws, leaf } of snapshot.events(indexes)) {
    yield { index, receivedAt: decodeLeaf(leaf).receivedAt, event: peekEvent(jws) };
  }
}
