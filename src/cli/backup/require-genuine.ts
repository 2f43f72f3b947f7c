import type { Kysely } from 'kysely';
import {
  equalBytes,
  FormatError,
  formatVerifierKey,
  parseNote,
  rootFromTiles,
  type VerifierKey,
  verifyNote,
} from '../../log/index.js';
import type { FileStore } from '../../store/files/file-store.js';
import type { Difference } from '../../store/fsck/difference.js';
import { fsck } from '../../store/fsck/fsck.js';
import { readKeysInLog } from '../../store/fsck/keys-in-log.js';
import { readSignedCheckpoint } from '../../store/read-signed-checkpoint.js';
import type { Database } from '../../store/schema/index.js';
import { sopDocumentsIn } from '../../store/sop-documents.js';
import { storedTiles } from '../../store/tiles.js';
import type { SignedCheckpoint } from '../../store/vault.js';
import { checkOnAllCores, fsckStretch } from '../fsck/check-on-all-cores.js';
import { UsageError } from '../usage-error.js';
import type { Manifest } from './manifest.js';

export interface GenuineParts {
  /** Of the tables' owner; the backup was loaded into it. */
  readonly owner: Kysely<Database>;
  readonly files: FileStore;
  readonly manifest: Manifest;
  /** Keys that the key file of the backup names; null where there is none. */
  readonly keyFile: readonly VerifierKey[] | null;
  /** The last note of the vault that outlived the rest. */
  readonly kept: SignedCheckpoint | null;
  /** As the operator knows it from elsewhere. */
  readonly logKey: VerifierKey | null;
  /** Take what is not the log's fault to lose: rows that differ. Signatures and roots are never let go. */
  readonly despiteDifferences: boolean;
  readonly report: (done: number, total: number) => void;
}

/** What a backup can not prove of itself: its key is in it. */
export interface Genuine {
  /** The keys of the log, as its events name them, the one in force last. */
  readonly logKeys: readonly string[];
  /** Whether something that was not in the backup (a kept vault, `--log-key`) knows that key. */
  readonly known: boolean;
  readonly differences: readonly Difference[];
}

/**
 * Whether what was loaded is the log that it says it is: hashes inside a backup only say that it is whole, and whoever
 * can change it can change them. The log's signature on its checkpoint, the vault that was kept as a part of the same
 * tree, and everything that `scelle fsck` looks at; nothing of the home is served before.
 * @throws UsageError
 */
export async function requireGenuine(parts: GenuineParts): Promise<Genuine> {
  const { owner, manifest, kept, logKey, keyFile } = parts;
  const { log: keys, inForce } = await readKeysInLog(owner);
  if (keys.length === 0 || !keys.every(({ name }) => name === manifest.origin)) throw forged(words.noKey);
  if (logKey !== null && !keys.some(key => formatVerifierKey(key) === formatVerifierKey(logKey)))
    throw forged(words.otherKey(formatVerifierKey(logKey), keys.map(formatVerifierKey).join(', ')));
  if (keyFile !== null) requireOwnKeys(keyFile, keys, manifest.origin);
  const brought = readSignedCheckpoint(manifest.checkpoint, manifest.origin);
  await requireSigned(brought.note, inForce(brought.size), words.broughtNote);
  await requirePart(owner, manifest.size, brought, words.broughtTree(brought.size));
  if (brought.size > manifest.size) throw forged(words.broughtTree(brought.size));
  if (kept !== null) {
    // Of a newer state than was loaded: a key that came into force beyond it is not known here.
    await requireSigned(kept.note, inForce(kept.size), words.keptNote);
    await requirePart(owner, manifest.size, kept, words.keptTree(kept.size));
  }
  const differences = await readAgain(parts, brought);
  const [worst] = differences;
  if (worst !== undefined && !parts.despiteDifferences) throw forged(words.differences(differences, worst));
  return { logKeys: keys.map(formatVerifierKey), known: kept !== null || logKey !== null, differences };
}

/**
 * The service signs with what is in this file. The next key may lie in it before the event that names it, but no key of
 * another log, and not the next one alone.
 */
function requireOwnKeys(keyFile: readonly VerifierKey[], keys: readonly VerifierKey[], origin: string): void {
  const named = keys.map(formatVerifierKey);
  const strange = keyFile.find(({ name }) => name !== origin) ?? keyFile[0];
  const own =
    keyFile.every(({ name }) => name === origin) &&
    keyFile.some(key => named.includes(formatVerifierKey(key)));
  if (!own && strange !== undefined)
    throw forged(words.otherKeyFile(formatVerifierKey(strange), named.join(', ')));
}

/** Everything but files: those lie under the hash of their bytes. */
async function readAgain(
  { owner, files, report }: GenuineParts,
  brought: SignedCheckpoint,
): Promise<readonly Difference[]> {
  const { differences } = await fsck(
    {
      db: owner,
      owner,
      vault: { read: async () => brought, exclusively: async () => brought },
      files,
      sopDocuments: sopDocumentsIn(files),
      beginChecks: checkOnAllCores,
      stretch: fsckStretch,
      keep: async () => {},
      report: (stage, done, total) => {
        if (stage === 'events') report(done, total);
      },
    },
    null,
  );
  return differences.filter(({ check }) => check !== 'file');
}

/** By the key in force for its size: one that the log has given up, or that was stolen since, says nothing alone. */
async function requireSigned(
  note: string,
  inForce: VerifierKey | undefined,
  fault: (reason: string) => Words,
): Promise<void> {
  try {
    await verifyNote(parseNote(note), inForce === undefined ? [] : [inForce]);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw forged(fault(error.message));
  }
}

/** A checkpoint of more leaves than were loaded is that of a newer state: what is missing is recovered afterwards. */
async function requirePart(
  owner: Kysely<Database>,
  size: number,
  checkpoint: SignedCheckpoint,
  fault: Words,
): Promise<void> {
  if (checkpoint.size > size) return;
  const root = await rootFromTiles(checkpoint.size, storedTiles(owner));
  if (!equalBytes(root, checkpoint.root)) throw forged(fault);
}

interface Words {
  readonly en: string;
  readonly fr: string;
}

const words = {
  noKey: {
    en: 'its first event names no key of this log',
    fr: 'son premier acte ne nomme aucune clé de ce journal',
  },
  otherKey: (expected: string, found: string) => ({
    en: `the log in it is one of the key ${found}, not of ${expected}`,
    fr: `le journal qu'elle contient est celui de la clé ${found}, non de ${expected}`,
  }),
  otherKeyFile: (found: string, named: string) => ({
    en: `its log.key is ${found}, and the events of its log name ${named}`,
    fr: `son log.key est ${found}, et les actes de son journal nomment ${named}`,
  }),
  broughtNote: (reason: string) => ({
    en: `its checkpoint was not signed by the log (${reason})`,
    fr: `son point de contrôle n'est pas signé par le journal (${reason})`,
  }),
  broughtTree: (size: number) => ({
    en: `its events are not those of its signed checkpoint of ${size} leaves`,
    fr: `ses actes ne sont pas ceux de son point de contrôle signé de ${size} feuilles`,
  }),
  keptNote: (reason: string) => ({
    en: `the vault that was kept was not signed by the log in it (${reason})`,
    fr: `le coffre conservé n'est pas signé par le journal qu'elle contient (${reason})`,
  }),
  keptTree: (size: number) => ({
    en: `THE LOG WAS FORKED: its events are not those of the ${size} leaves that the vault that was kept has signed. Keep both: together they are the proof`,
    fr: `LE JOURNAL A BIFURQUÉ : ses actes ne sont pas ceux des ${size} feuilles signées par le coffre conservé. Gardez les deux : ensemble ils font preuve`,
  }),
  differences: (all: readonly Difference[], { check, index, where, detail }: Difference) => {
    const place = [check, index, where].filter(part => part !== null).join(' ');
    return {
      en: `${all.length} differences between what it holds and what was signed, the first at ${place}: ${detail}. Where the log is known to have had them before, --despite-differences takes them along`,
      fr: `${all.length} différences entre ce qu'elle contient et ce qui fut signé, la première à ${place} : ${detail}. Si le journal les avait déjà, --despite-differences les reprend`,
    };
  },
};

function forged({ en, fr }: Words): UsageError {
  return new UsageError({
    en: `this backup is not to be trusted: ${en}. The vault was not touched, and nothing that was loaded is left: use another backup`,
    fr: `cette sauvegarde n'est pas digne de confiance : ${fr}. Le coffre est intact, et rien de ce qui fut chargé ne reste : prenez-en une autre`,
  });
}
