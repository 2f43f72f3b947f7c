import { boundFiles } from '../common/files-kept-back.js';
import type { FileNaming, PlacedAct } from '../rule.js';

/** Which subjects name a file in the open, by SHA-256, each from its first act that does. */
export class FileNamings {
  readonly #byFile = new Map<string, Map<string, number>>();

  /** Takes note of the files of an act; acts come in log order. */
  note({ subject, index, body }: Pick<PlacedAct, 'subject' | 'index' | 'body'>): void {
    for (const { sha256 } of boundFiles(body)) this.#add(sha256, subject, index);
  }

  /** Takes over what came after. */
  absorb(later: FileNamings): void {
    for (const [sha256, subjects] of later.#byFile)
      for (const [subject, index] of subjects) this.#add(sha256, subject, index);
  }

  /** @param before what named it earlier */
  of(sha256: string, before: readonly FileNaming[] = []): readonly FileNaming[] {
    const known = new Set(before.map(({ subject }) => subject));
    const own = [...(this.#byFile.get(sha256) ?? [])].map(([subject, index]) => ({ subject, index }));
    return [...before, ...own.filter(({ subject }) => !known.has(subject))];
  }

  #add(sha256: string, subject: string, index: number): void {
    const subjects = this.#byFile.get(sha256) ?? new Map<string, number>();
    if (!subjects.has(subject)) subjects.set(subject, index);
    this.#byFile.set(sha256, subjects);
  }
}
