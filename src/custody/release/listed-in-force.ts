import { isJsonObject, type JsonObject, type JsonValue, type SignedEvent } from '../../log/index.js';

/** An act on a release, with whatever a reader keeps beside it. */
interface ActOfRelease {
  readonly event: Pick<SignedEvent, 'type' | 'body'>;
}

/**
 * Of each piece, `<kind>/<UUID>`, the last decision on it: a later decision on other pieces leaves it, one on the same replaces
 * it.
 * @param acts of the release, in log order
 */
export function lastDecisions<Read extends ActOfRelease>(acts: readonly Read[]): ReadonlyMap<string, Read> {
  const byPiece = new Map<string, Read>();
  for (const act of acts) {
    if (act.event.type !== 'release.decided') continue;
    for (const { subject } of objectsOf(act.event.body.items))
      if (typeof subject === 'string') byPiece.set(subject, act);
  }
  return byPiece;
}

/**
 * What the decisions on a release take out of its pieces (GATE-8), as it stands: of each piece what the last decision on it
 * lists, as the state of the piece has it.
 * @param acts of the release, in log order
 * @returns members `piece`, `file`, `what`, `ground`, `why`, from form 5 on `members`
 */
export function redactionsInForce(acts: readonly ActOfRelease[]): readonly JsonObject[] {
  // Forms 1 and 2 listed none.
  return listedInForce(
    acts.filter(({ event }) => Array.isArray(event.body.redactions)),
    'redactions',
  );
}

/**
 * Photographs that go as originals, as it stands, like what is taken out; an earlier form of a decision lets none go.
 * @returns members `piece`, `file`, `boundBy`, `why`; null where no decision could list any
 */
export function originalsInForce(acts: readonly ActOfRelease[]): readonly JsonObject[] | null {
  const couldList = acts.some(
    ({ event: { type, body } }) => type === 'release.decided' && Array.isArray(body.originalPhotographs),
  );
  return couldList ? listedInForce(acts, 'originalPhotographs') : null;
}

function listedInForce(acts: readonly ActOfRelease[], member: string): readonly JsonObject[] {
  return [...lastDecisions(acts)].flatMap(([piece, { event }]) => listedFor(piece, event.body[member]));
}

/** Entries of a decision's list that are about one piece. */
export function listedFor(piece: string, listed: JsonValue | undefined): readonly JsonObject[] {
  return objectsOf(listed).filter(one => one.piece === piece);
}

function objectsOf(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]).filter(isJsonObject) : [];
}
