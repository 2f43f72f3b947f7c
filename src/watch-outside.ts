import type { OpenLog } from './store/open-log.js';
import { type OutsideStanding, readOutsideStanding } from './store/outside-standing.js';

/** Where it is told; an operator reads it, and what he alarms on. */
interface OutsideTold {
  warn(record: object, message: string): void;
  info(record: object, message: string): void;
}

const overdueWords = {
  witnessed: 'no quorum of witnesses has cosigned for more than a day: until then the operator alone vouches',
  anchored:
    'the log has anchored no cosigned checkpoint for two days: times received are not bounded from below',
} as const;

/** Looks how far others vouch for the log, keeps it for whoever asks, and tells what becomes overdue, once. */
export class OutsideWatch {
  readonly #log: OpenLog;
  readonly #told: OutsideTold;
  #standing: OutsideStanding | null = null;

  constructor(log: OpenLog, told: OutsideTold) {
    this.#log = log;
    this.#told = told;
  }

  /** As it was looked at last; null: not yet. */
  get standing(): OutsideStanding | null {
    return this.#standing;
  }

  /** Does not throw: a database that is away is told by others. */
  async look(): Promise<void> {
    try {
      const before = this.#standing?.overdue ?? [];
      const now = await readOutsideStanding(this.#log);
      this.#standing = now;
      for (const what of now.overdue.filter(one => !before.includes(one)))
        this.#told.warn({ ...now, overdue: what }, overdueWords[what]);
      for (const what of before.filter(one => !now.overdue.includes(one)))
        this.#told.info({ ...now, overdue: what }, 'not overdue any more');
    } catch (err) {
      this.#told.warn({ err }, 'cosignatures and anchors cannot be looked at just now');
    }
  }
}
