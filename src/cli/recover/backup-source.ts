import type { Candidate, RecoverySource } from '../../store/recover/candidate.js';
import { readManifest, tablePath } from '../backup/manifest.js';
import { readRows } from '../backup/read-rows.js';

interface EventRow {
  readonly log_index: number;
  readonly event_id: string;
  readonly subject: string;
  readonly jws: string;
  readonly leaf: string;
}

/** What `scelle backup` made, e.g. a later one than the one that was restored. */
export async function backupSource(folder: string): Promise<RecoverySource> {
  const { manifest } = await readManifest(folder);
  const rowsOf = async function* <Row>(table: string): AsyncGenerator<Row> {
    for await (const line of readRows(tablePath(folder, manifest, table))) yield JSON.parse(line);
  };
  return {
    name: folder,
    notes: [manifest.checkpoint],
    receipts: [],
    async *candidates(from): AsyncGenerator<Candidate> {
      const salts = new Map<string, Uint8Array>();
      for await (const { subject, salt } of rowsOf<{ subject: string; salt: string }>('subject')) {
        salts.set(subject, bytesOf(salt));
      }
      const disclosures = new Map<string, string[]>();
      for await (const row of rowsOf<{ event_id: string; disclosure: string }>('disclosure')) {
        disclosures.set(row.event_id, [...(disclosures.get(row.event_id) ?? []), row.disclosure]);
      }
      for await (const { log_index: index, event_id, subject, jws, leaf } of rowsOf<EventRow>('event')) {
        if (index < from) continue;
        const salt = salts.get(subject) ?? null;
        yield { index, leaf: bytesOf(leaf), jws, disclosures: disclosures.get(event_id) ?? [], salt };
      }
    },
  };
}

/** `bytea` as PostgreSQL writes it into JSON: backslash, x, hexadecimal. */
function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(String(text).slice(2), 'hex'));
}
