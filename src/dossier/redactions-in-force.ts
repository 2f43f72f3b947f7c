import { objectsOf, textOf } from '../audit/report/report-event.js';
import type { JsonObject, SignedEvent } from '../log/index.js';

/**
 * What the decisions on a release take out of its pieces (GATE-8), as it stands: of each piece what the last decision on it
 * lists, as the state of the piece has it. A later decision on other pieces leaves it, one on the same replaces it.
 * @param acts of the release, in log order
 * @returns members `piece`, `file`, `what`, `ground`, `why`, from form 5 on `members`
 */
export function redactionsInForce(
  acts: readonly Pick<SignedEvent, 'type' | 'body'>[],
): readonly JsonObject[] {
  const byPiece = new Map<string, readonly JsonObject[]>();
  for (const { type, body } of acts) {
    // Forms 1 and 2 listed none.
    if (type !== 'release.decided' || !Array.isArray(body.redactions)) continue;
    const listed = objectsOf(body.redactions);
    for (const subject of objectsOf(body.items).map(item => textOf(item.subject)))
      byPiece.set(
        subject,
        listed.filter(({ piece }) => textOf(piece) === subject),
      );
  }
  return [...byPiece.values()].flat();
}
