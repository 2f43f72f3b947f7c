import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { textOf } from './body-members.js';

/** A file as an act binds it. */
export interface FileRead {
  /** Leaf of the act. */
  readonly index: number;
  readonly sha256: string;
  /** Bytes, as they were signed. */
  readonly size: number;
  readonly mediaType: string;
  /** Of a photograph; empty of any other file. Never the name of a file (F-28). */
  readonly number: string;
  /** When a photograph was taken, as it was signed; empty where that is not said. */
  readonly takenAt: string;
}

/** Files that an act binds in the open. What they are is seen from their bytes alone. */
export function readFiles(
  index: number,
  body: JsonObject,
  files: readonly { readonly pointer: string; readonly sha256: string }[],
): readonly FileRead[] {
  return files.flatMap(({ pointer, sha256 }) => {
    const steps = pointer.split('/').slice(1);
    const file = valueAt(body, steps);
    if (!isJsonObject(file ?? null)) return [];
    const { mediaType, size } = file as JsonObject;
    if (typeof size !== 'number') return [];
    const beside = valueAt(body, steps.slice(0, -1));
    const { number, takenAt } = isJsonObject(beside ?? null) ? (beside as JsonObject) : {};
    return [
      { index, sha256, size, mediaType: textOf(mediaType), number: textOf(number), takenAt: textOf(takenAt) },
    ];
  });
}

export function isPicture({ mediaType }: Pick<FileRead, 'mediaType'>): boolean {
  return mediaType.startsWith('image/');
}

function valueAt(value: JsonValue, steps: readonly string[]): JsonValue | undefined {
  let place: JsonValue | undefined = value;
  for (const step of steps) {
    if (typeof place !== 'object' || place === null) return undefined;
    const members: Readonly<Record<string, JsonValue>> = place as Readonly<Record<string, JsonValue>>;
    place = Object.hasOwn(members, step) ? members[step] : undefined;
  }
  return place;
}
