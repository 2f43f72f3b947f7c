import { base64Bytes, orNothing, peekEvent } from '../../log/index.js';
import type { Candidate, RecoverySource } from '../../store/recover/candidate.js';
import { readUnverified } from '../../verify/index.js';
import { openBag } from '../verify/open-bag.js';

/** An export, folder or ZIP (log-format section 11): its events with their leaves, salts and what it discloses. */
export async function bagSource(path: string): Promise<RecoverySource & { close(): Promise<void> }> {
  const { bag, close } = await openBag(path);
  const records = await readUnverified(bag);
  const checkpoint = await records.checkpoint();
  return {
    name: path,
    notes: checkpoint === null ? [] : [checkpoint],
    receipts: [],
    async *candidates(from): AsyncGenerator<Candidate> {
      const salts = new Map<string, Uint8Array>();
      for await (const { subject, salt } of records.subjects()) salts.set(subject, salt);
      for await (const { index, leaf, jws, disclosures } of records.events()) {
        if (index < from) continue;
        const read = orNothing(() => ({ leaf: base64Bytes(leaf, 'leaf'), subject: peekEvent(jws).subject }));
        // What is damaged is handed on as it is, to be rejected by name.
        const salt = salts.get(read?.subject ?? '') ?? null;
        yield { index, leaf: read?.leaf ?? new Uint8Array(0), jws, disclosures, salt };
      }
    },
    close,
  };
}
