import type { Kysely } from 'kysely';
import { evidenceNumber } from '../../../custody/evidence/number.js';
import type { Database } from '../../schema/index.js';
import { type DisputedEvent, listDisputed } from '../disputed/list-disputed.js';
import type { Reading } from '../visibility.js';
import type { Found } from './alert.js';

const eventsAtOnce = 500;

/** Log-format section 8: histories in which a compromised key signed, since its revocation. It stays so for good. */
export async function findDisputed(db: Kysely<Database>, reading: Reading): Promise<readonly Found[]> {
  const found = new Map<string, Found>();
  for (let after: number | null = -1; after !== null; ) {
    const page = await listDisputed(db, reading, { after, limit: eventsAtOnce }, 'alerts');
    for (const event of page.items) found.set(`${event.subject} ${event.key.kid}`, alertOf(event));
    after = page.next;
  }
  return [...found.values()];
}

function alertOf({ subject, officer, key }: DisputedEvent): Found {
  const [kind = '', id = ''] = subject.split('/');
  const label = kind === 'evidence' ? evidenceNumber(id) : kind;
  return { kind: 'EVENT_DISPUTED', subject, label, officer, detail: key.kid, since: key.revokedAt };
}
