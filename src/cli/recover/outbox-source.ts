import type { OutboxEntry } from '../../client/index.js';
import { base64Bytes, FormatError, parseTlogProof } from '../../log/index.js';
import type { Candidate, RecoverySource } from '../../store/recover/candidate.js';
import { openVault } from '../device-session.js';
import { DeviceHome } from '../home.js';
import { OutboxFolder } from '../outbox-folder.js';
import type { PassphraseOutput } from '../passphrase.js';

/** An officer's device: what he signed, with the receipts he was given and the claims he withheld. */
export async function outboxSource(folder: string, output: PassphraseOutput): Promise<RecoverySource> {
  const { entries } = await new OutboxFolder(await openVault(new DeviceHome(folder), output)).list();
  const held = entries.flatMap(candidatesIn);
  return {
    name: folder,
    notes: [...new Set(entries.flatMap(notesIn))],
    receipts: entries.flatMap(({ receipts }) => receipts ?? []),
    async *candidates(from) {
      yield* held.filter(({ index }) => index >= from);
    },
  };
}

function candidatesIn({ batch, receipts }: OutboxEntry): readonly Candidate[] {
  return (receipts ?? []).flatMap(({ index, leaf, subjectSalt }, position) => {
    const { jws = null, disclosures = [] } = batch.events[position] ?? {};
    if (jws === null) return [];
    const salt = base64Bytes(subjectSalt, 'leaf');
    return [{ index, leaf: base64Bytes(leaf, 'leaf'), jws, disclosures, salt }];
  });
}

function notesIn({ receipts }: OutboxEntry): readonly string[] {
  return (receipts ?? []).flatMap(({ proof }) => {
    try {
      return [parseTlogProof(proof).checkpoint];
    } catch (error) {
      // A receipt that cannot be read is no proof of how far the log had come.
      if (error instanceof FormatError) return [];
      throw error;
    }
  });
}
