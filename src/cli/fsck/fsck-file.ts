import { rm } from 'node:fs/promises';
import { writeFileDurably } from '../../disk/write-durably.js';
import { isJsonObject } from '../../log/index.js';
import { type FsckProgress, fsckStages } from '../../store/fsck/fsck.js';
import { isMissing, readJsonFile } from '../home.js';
import { UsageError } from '../usage-error.js';

/** Not after each stretch: what is done again after a kill is a second or two of work. */
const writeEveryMs = 2_000;

/** How far `scelle fsck` has come, in a file of the home folder: there while a check is under way, gone when it is done. */
export class FsckFile {
  readonly #path: string;
  #writtenAt = Number.NEGATIVE_INFINITY;

  constructor(path: string) {
    this.#path = path;
  }

  /** What an earlier run left; null where none was broken off. */
  async read(): Promise<FsckProgress | null> {
    const stored = await readJsonFile(this.#path).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    if (stored === null) return null;
    const whole = isJsonObject(stored) && stored.v === 1 && fsckStages.some(stage => stage === stored.stage);
    if (!whole || !Array.isArray(stored.differences) || typeof stored.size !== 'number') {
      throw new UsageError({
        en: `${this.#path} does not say how far a check came: begin anew with --restart`,
        fr: `${this.#path} ne dit pas où une vérification s'est arrêtée : recommencez avec --restart`,
      });
    }
    return stored as unknown as FsckProgress;
  }

  /** @param now whether it has to be on disk when this returns */
  async keep(progress: FsckProgress, now: boolean): Promise<void> {
    if (!now && performance.now() - this.#writtenAt < writeEveryMs) return;
    await writeFileDurably(this.#path, `${JSON.stringify(progress)}\n`);
    this.#writtenAt = performance.now();
  }

  remove(): Promise<void> {
    return rm(this.#path, { force: true });
  }
}
