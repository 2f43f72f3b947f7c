import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import type { PlacedAct } from '../rule.js';
import type { ReleasedPiece } from './piece.js';

/** V6: the piece, or a part of it, bears the caveat SOURCE as things stand. */
export function bearsSource({
  classification,
  parts = {},
}: Pick<ReleasedPiece, 'classification' | 'parts'>): boolean {
  const all = [classification, ...Object.values(parts).map(part => part.classification)];
  return all.some(one => one?.caveats.includes('SOURCE'));
}

/** What every act leaves in the state of a piece: since which leaf it has borne the caveat, though it may be taken off again. */
export function notingSource<State extends ReleasedPiece>(state: State, act: PlacedAct): State {
  return state.sourceSince === undefined && givesSource(act) ? { ...state, sourceSince: act.index } : state;
}

/** V6: the act gives its subject, or a part of it, the caveat SOURCE. One that came later may take it off again. */
export function givesSource({ body }: { readonly body: JsonObject }): boolean {
  const { classification = null } = body;
  if (!isJsonObject(classification) || !Array.isArray(classification.caveats)) return false;
  return (classification.caveats as readonly JsonValue[]).some(
    caveat => isJsonObject(caveat) && caveat.code === 'SOURCE',
  );
}
