import { objectsOf, textOf } from '../audit/report/report-event.js';
import type { JsonObject, SignedEvent } from '../log/index.js';

type Acts = readonly Pick<SignedEvent, 'type' | 'body'>[];

/**
 * What the decisions on a release take out of its pieces (GATE-8), as it stands: of each piece what the last decision on it
 * lists, as the state of the piece has it. A later decision on other pieces leaves it, one on the same replaces it.
 * @param acts of the release, in log order
 * @returns members `piece`, `file`, `what`, `ground`, `why`, from form 5 on `members`
 */
export function redactionsInForce(acts: Acts): readonly JsonObject[] {
  // Forms 1 and 2 listed none.
  return listedInForce(
    acts.filter(({ body }) => Array.isArray(body.redactions)),
    'redactions',
  );
}

/**
 * Photographs that go as originals, as it stands, like what is taken out; an earlier form of a decision lets none go.
 * @returns members `piece`, `file`, `boundBy`, `why`; null where no decision could list any
 */
export function originalsInForce(acts: Acts): readonly JsonObject[] | null {
  const couldList = acts.some(
    ({ type, body }) => type === 'release.decided' && Array.isArray(body.originalPhotographs),
  );
  return couldList ? listedInForce(acts, 'originalPhotographs') : null;
}

function listedInForce(acts: Acts, member: string): readonly JsonObject[] {
  const byPiece = new Map<string, readonly JsonObject[]>();
  for (const { type, body } of acts) {
    if (type !== 'release.decided') continue;
    const listed = objectsOf(body[member]);
    for (const subject of objectsOf(body.items).map(item => textOf(item.subject)))
      byPiece.set(
        subject,
        listed.filter(({ piece }) => textOf(piece) === subject),
      );
  }
  return [...byPiece.values()].flat();
}
