import {
  collectDigests,
  escapePointer,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../log/index.js';

/** A file that an open body binds. */
interface BoundFile {
  /** RFC 6901, from the body. */
  readonly pointer: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
}

/**
 * Bodies in which no withheld claim stands right beside the file that tells a name: who handed the item over stands
 * in another member of the body, who certified in the register of officers, where his name is withheld.
 */
const scansOfNames: ReadonlySet<string> = new Set([
  'evidence.received-from-outside/1',
  'evidence.certified/1',
  'evidence.render-safe-certified/1',
]);

/**
 * Files that stand in the open and are handed to those alone who may read what is withheld of the subject (F-28): a
 * file that is a member of one object with a withheld claim tells that claim. The bytes of a photograph hold the
 * position of the camera, the scan of a signed paper the name of who signed it; no byte of either may be changed.
 */
export function filesKeptBack({
  type,
  form,
  body,
}: {
  readonly type: string;
  readonly form: number;
  readonly body: JsonObject;
}): readonly BoundFile[] {
  const places = new Set(collectDigests(body).map(({ pointer }) => parentOf(pointer)));
  const all = scansOfNames.has(`${type}/${form}`);
  return boundFiles(body).filter(({ pointer }) => all || places.has(parentOf(pointer)));
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** Objects with exactly `sha256`, `size` and `mediaType`, anywhere (log-format section 1). */
export function boundFiles(value: JsonValue, pointer = ''): readonly BoundFile[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isJsonObject(value) && Object.keys(value).sort().join() === 'mediaType,sha256,size') {
    const { sha256, mediaType } = value;
    if (typeof sha256 === 'string' && typeof mediaType === 'string') return [{ pointer, sha256, mediaType }];
  }
  return Object.entries(value).flatMap(([name, member]) =>
    boundFiles(member, `${pointer}/${escapePointer(name)}`),
  );
}
