import type { Kysely } from 'kysely';
import { peekEvent } from '../../../log/index.js';
import type { Database } from '../../schema/index.js';
import type { PlacedSignature } from './disputed-keys.js';

/** Keys that were reported lost: what one signed before stands, with the report beside it (log-format section 8). */
export class LostKeys {
  /** Leaf of the report, by key. */
  readonly #reports: ReadonlyMap<string, number>;

  private constructor(reports: ReadonlyMap<string, number>) {
    this.#reports = reports;
  }

  /** @param kids the keys that are asked about */
  static async read(db: Kysely<Database>, kids: readonly string[]): Promise<LostKeys> {
    if (kids.length === 0) return new LostKeys(new Map());
    const revocations = await db
      .selectFrom('officer_key')
      .innerJoin('event', 'event.log_index', 'officer_key.revoked_index')
      .select(['kid', 'log_index', 'jws'])
      .where('kid', 'in', [...new Set(kids)])
      .execute();
    const lost = revocations.filter(({ jws }) => peekEvent(jws).body.reason === 'lost');
    return new LostKeys(new Map(lost.map(({ kid, log_index }) => [kid, log_index])));
  }

  /** Leaf of the report that came after the signature; null where there is none. */
  reportedAfter({ kid, index }: PlacedSignature): number | null {
    const report = this.#reports.get(kid);
    return report !== undefined && index < report ? report : null;
  }
}
