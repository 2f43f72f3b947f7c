import { createHash } from 'node:crypto';
import { formatTime, type JsonObject } from '../../log/index.js';
import { demoImage } from './demo-image.js';

/** A picture that was bound to an act and is still to be uploaded. */
export interface OwedFile {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const mediaType = 'image/png';

/** Makes the pictures of the demonstration. What an accepted act bound is owed until it is uploaded. */
export class Album {
  readonly #now: () => number;
  readonly #made = new Map<string, OwedFile>();
  readonly #bound = new Set<string>();
  #owed: OwedFile[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A photograph of an item, as its form asks for it (RQ-12). */
  photograph(kind: string): JsonObject {
    const file = this.file();
    return {
      number: `DEMO-PHOTO-${String(this.#made.size).padStart(3, '0')}`,
      kind: { code: kind, text: null },
      file,
      takenAt: formatTime(this.#now()),
      device: 'DEMO-CAMERA',
      scale: true,
      position: null,
    };
  }

  /** A picture bound by its hash: a seal, a sketch, a scan of a paper. */
  file(): JsonObject {
    const bytes = demoImage(this.#made.size + 1);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.#made.set(sha256, { sha256, mediaType, bytes });
    return { sha256, size: bytes.length, mediaType };
  }

  /** The log holds these bodies now: the files they name are owed to it. */
  bound(bodies: unknown): void {
    for (const [, sha256 = ''] of JSON.stringify(bodies).matchAll(/"sha256":"([0-9a-f]{64})"/g)) {
      const file = this.#made.get(sha256);
      if (file === undefined || this.#bound.has(sha256)) continue;
      this.#bound.add(sha256);
      this.#owed.push(file);
    }
  }

  /** What was bound since it was asked last: whoever takes it uploads it. */
  takeOwed(): readonly OwedFile[] {
    const owed = this.#owed;
    this.#owed = [];
    return owed;
  }
}
