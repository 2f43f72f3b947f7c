import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FormatError } from '../../log/index.js';
import { openDatabase } from '../../store/database.js';
import type { RecoverySource } from '../../store/recover/candidate.js';
import { replicaSource } from '../../store/recover/replica-source.js';
import type { Database } from '../../store/schema/index.js';
import { manifestName } from '../backup/manifest.js';
import type { Output } from '../output.js';
import { UsageError } from '../usage-error.js';
import { backupSource } from './backup-source.js';
import { bagSource } from './bag-source.js';
import { outboxSource } from './outbox-source.js';

export interface OpenedSources {
  readonly sources: readonly RecoverySource[];
  close(): Promise<void>;
}

/**
 * Opens what may still have events: `postgres://…` a database of the log, a folder with an outbox a device, one with a
 * manifest a backup, a folder or ZIP with `data/events.ndjson` an export.
 * @throws UsageError for what is none of these
 */
export async function openSources(named: readonly string[], output: Output): Promise<OpenedSources> {
  const opened: { readonly source: RecoverySource; close(): Promise<void> }[] = [];
  const close = async () => {
    for (const source of opened) await source.close();
  };
  try {
    for (const name of named) opened.push(await openSource(name, output));
    return { sources: opened.map(({ source }) => source), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openSource(name: string, output: Output) {
  const nothingToClose = async () => {};
  if (/^postgres(ql)?:\/\//.test(name)) {
    const db = openDatabase<Database>(name, { maxConnections: 1 });
    const shown = new URL(name);
    shown.password = '';
    return { source: await replicaSource(shown.toString(), db), close: () => db.destroy() };
  }
  const found = await stat(name).catch(() => null);
  if (found === null) throw notASource(name);
  if (found.isDirectory() && existsSync(join(name, 'outbox.key'))) {
    return { source: await outboxSource(name, output), close: nothingToClose };
  }
  if (found.isDirectory() && existsSync(join(name, manifestName))) {
    return { source: await backupSource(name), close: nothingToClose };
  }
  if (found.isDirectory() && !existsSync(join(name, 'data/events.ndjson'))) throw notASource(name);
  try {
    const source = await bagSource(name);
    return { source, close: () => source.close() };
  } catch (error) {
    if (error instanceof FormatError) throw notASource(name, error);
    throw error;
  }
}

function notASource(name: string, cause?: unknown): UsageError {
  return new UsageError(
    {
      en: `${name} is no export (folder or ZIP), no officer's device with an outbox, no backup, and no postgres:// address`,
      fr: `${name} n'est ni un export (dossier ou ZIP), ni l'appareil d'un officier avec ses envois, ni une sauvegarde, ni une adresse postgres://`,
    },
    { cause },
  );
}
