import type { Kysely } from 'kysely';
import { firstQuorum, formatTime, type Policy } from '../../../log/index.js';
import type { Database } from '../../schema/index.js';

const AT_ONCE = 500;

interface Cosigned {
  readonly witness: string;
  readonly time: number;
}

/**
 * The earliest time by which a quorum of the policy's witnesses had cosigned one tree with this leaf: of what several
 * must have seen, a single one proves no time.
 * @returns null where no tree with it was seen by a quorum, or where the policy asks for none
 */
export async function firstQuorumOf(
  db: Kysely<Database>,
  policy: Policy,
  index: number,
): Promise<string | null> {
  const witnesses = new Map(
    policy.witnesses.map(({ name, key }) => [`${key.name} ${key.keyId}`, name] as const),
  );
  const bySize = new Map<number, Cosigned[]>();
  for (let offset = 0; ; offset += AT_ONCE) {
    const rows = await db
      .selectFrom('cosignature')
      .select(['size', 'key_name', 'key_id', 'witnessed_at'])
      .where('size', '>', index)
      .orderBy('witnessed_at')
      .orderBy('size')
      .orderBy('key_name')
      .orderBy('key_id')
      .limit(AT_ONCE)
      .offset(offset)
      .execute();
    for (const { size, key_name, key_id, witnessed_at } of rows) {
      const witness = witnesses.get(`${key_name} ${key_id}`);
      if (witness === undefined) continue;
      const seen = [...(bySize.get(size) ?? []), { witness, time: Number(witnessed_at) }];
      bySize.set(size, seen);
      // In the order of time: the first tree that has one was seen first.
      if (firstQuorum(policy, seen) !== undefined) return formatTime(Number(witnessed_at));
    }
    if (rows.length < AT_ONCE) return null;
  }
}
