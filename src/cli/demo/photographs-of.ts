import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  peekEvent,
  splitSubmission,
} from '../../log/index.js';
import type { Play } from './play.js';

/** The photographs that an item's accepted acts bind, as its release names the files that go along (E37). */
export function photographsOf({ kept }: Play, subject: string): readonly JsonObject[] {
  return kept
    .flatMap(({ submitted }) => submitted)
    .map(one => peekEvent(splitSubmission(one).jws))
    .filter(event => event.subject === subject)
    .flatMap(({ eventId, body }) =>
      listIn(body.photographs).flatMap(({ file }) =>
        isJsonObject(file ?? null) ? [{ sha256: (file as JsonObject).sha256 ?? null, boundBy: eventId }] : [],
      ),
    );
}

function listIn(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]).filter(isJsonObject) : [];
}
