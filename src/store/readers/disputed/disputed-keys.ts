import type { Kysely } from 'kysely';
import type { Database } from '../../schema/index.js';

/** A key that was revoked as compromised, and between which leaves what it signed is disputed (log-format section 8). */
export interface DisputedKey {
  readonly kid: string;
  readonly officer: string;
  /** Leaf index from which on its events are disputed. */
  readonly since: number;
  /** Leaf index of the revocation. */
  readonly until: number;
  /** `event_id` of the revocation. */
  readonly revokedBy: string;
  /** Time received of the revocation, ms since 1970. */
  readonly revokedAt: number;
}

/** A signature, by its key and its place. */
export interface PlacedSignature {
  readonly kid: string;
  readonly index: number;
}

/** Which signatures are disputed. Nearly always there is no such key, and nothing else is then asked. */
export class DisputedKeys {
  readonly #keys: readonly DisputedKey[];

  private constructor(keys: readonly DisputedKey[]) {
    this.#keys = keys;
  }

  static async read(db: Kysely<Database>): Promise<DisputedKeys> {
    const rows = await db
      .selectFrom('officer_key')
      .innerJoin('event', 'event.log_index', 'officer_key.revoked_index')
      .select(['kid', 'officer_key.officer', 'compromised_since', 'revoked_index', 'event_id', 'received_at'])
      .where('compromised_since', 'is not', null)
      .execute();
    return new DisputedKeys(
      rows.flatMap(({ kid, officer, compromised_since: since, revoked_index: until, ...revocation }) => {
        const { event_id: revokedBy, received_at: revokedAt } = revocation;
        return since === null || until === null ? [] : [{ kid, officer, since, until, revokedBy, revokedAt }];
      }),
    );
  }

  get all(): readonly DisputedKey[] {
    return this.#keys;
  }

  /** The key's revocation where the signature is disputed; undefined where it is not. */
  of({ kid, index }: PlacedSignature): DisputedKey | undefined {
    return this.#keys.find(key => key.kid === kid && key.since <= index && index < key.until);
  }
}
