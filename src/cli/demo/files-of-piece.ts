import { boundFiles } from '../../custody/common/files-kept-back.js';
import { type JsonObject, peekEvent, splitSubmission } from '../../log/index.js';
import type { Play } from './play.js';

/** Photographs of an item, the document of a piece of information: what its release names as going along (E37). */
export function filesOfPiece({ kept }: Play, subject: string): readonly JsonObject[] {
  return kept
    .flatMap(({ submitted }) => submitted)
    .map(one => peekEvent(splitSubmission(one).jws))
    .filter(event => event.subject === subject)
    .flatMap(({ eventId, body: { photographs = null, document = null } }) =>
      boundFiles({ photographs, document }).map(({ sha256 }) => ({ sha256, boundBy: eventId })),
    );
}
