import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import type { PlacedAct } from '../rule.js';
import { type CodedValue, codeOrText } from '../vocabulary/coded.js';
import type { ReleasedPiece } from './piece.js';

/** V6: the piece, or a part of it, bears the caveat SOURCE as things stand. */
export function bearsSource({
  classification,
  parts = {},
}: Pick<ReleasedPiece, 'classification' | 'parts'>): boolean {
  const all = [classification, ...Object.values(parts).map(part => part.classification)];
  return all.some(one => one?.caveats.includes('SOURCE'));
}

/** What every act leaves in the state of a piece: that it gave the caveat, though a later one may take that off again. */
export function notingSource<State extends ReleasedPiece>(state: State, act: PlacedAct): State {
  return givesSource(act) ? { ...state, sourceGiven: [...(state.sourceGiven ?? []), act.index] } : state;
}

/**
 * V6: the act gives its subject, or a part of it, the caveat SOURCE, or begins one that has it from its parent. One that came
 * later may take it off again.
 */
export function givesSource({ body }: { readonly body: JsonObject }): boolean {
  const { classification = null, inherits = null } = body;
  return [classification, isJsonObject(inherits) ? (inherits.classification ?? null) : null].some(
    namesSource,
  );
}

function namesSource(classification: JsonValue): boolean {
  if (!isJsonObject(classification) || !Array.isArray(classification.caveats)) return false;
  return (classification.caveats as readonly JsonValue[]).some(caveat => wordOf(caveat) === 'SOURCE');
}

/** As states hold a caveat, and what is inherited repeats it from there. */
function wordOf(caveat: JsonValue): JsonValue {
  return isJsonObject(caveat) ? codeOrText(caveat as unknown as CodedValue) : caveat;
}
