import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { textOf } from './body-members.js';

/** A picture as an act binds it. */
export interface PictureRead {
  readonly index: number;
  readonly sha256: string;
  /** Bytes, as they were signed. */
  readonly size: number;
  readonly caption: string;
}

/** Files that an act says are pictures: what they are is seen from their bytes alone. */
export function readPictures(
  index: number,
  body: JsonObject,
  files: readonly { readonly pointer: string; readonly sha256: string }[],
): readonly PictureRead[] {
  return files.flatMap(({ pointer, sha256 }) => {
    const steps = pointer.split('/').slice(1);
    const file = valueAt(body, steps);
    if (!isJsonObject(file ?? null)) return [];
    const { mediaType, size } = file as JsonObject;
    if (!textOf(mediaType).startsWith('image/') || typeof size !== 'number') return [];
    const beside = valueAt(body, steps.slice(0, -1));
    return [
      { index, sha256, size, caption: captionOf(isJsonObject(beside ?? null) ? (beside as JsonObject) : {}) },
    ];
  });
}

function captionOf({ number, takenAt }: JsonObject): string {
  return [textOf(number), textOf(takenAt)].filter(text => text !== '').join(', ');
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
