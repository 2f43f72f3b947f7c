import { readFile } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import { type Setting, settings } from '../../custody/log/administration.js';
import { writeFileDurably } from '../../disk/write-durably.js';
import {
  canonicalText,
  hexText,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  sha256,
  utf8Bytes,
} from '../../log/index.js';
import type { Database } from '../schema/index.js';
import { noteAdministrativeAct } from './owed-acts.js';

/** The effective configuration by what it governs; nothing secret in it. */
export type ConfigurationParts = Partial<Readonly<Record<Setting, JsonValue>>>;

export interface Configured {
  readonly parts: ConfigurationParts;
  /** File in which the hashes of what was noted last are kept. */
  readonly keptIn: string;
  /** ms since 1970. */
  readonly at: number;
}

/**
 * Notes a configuration that is another one than the last noted: which parts, and the hash of all. A crash between the
 * note and the file leaves a note that is made once more at the next start.
 */
export async function noteConfiguration(
  db: Kysely<Database>,
  { parts, keptIn, at }: Configured,
  random: (length: number) => Uint8Array,
): Promise<void> {
  const hashes = Object.fromEntries(
    settings.map(setting => [setting, hashOf(parts[setting] ?? null)] as const),
  );
  const before = await readKept(keptIn);
  const changed = settings.filter(setting => before[setting] !== hashes[setting]);
  if (changed.length === 0) return;
  const details = { settings: [...changed], sha256: hashOf(hashes) };
  await noteAdministrativeAct(db, { act: 'CONFIGURED', at, details }, random);
  await writeFileDurably(keptIn, `${JSON.stringify(hashes, null, 2)}\n`);
}

function hashOf(value: JsonValue): string {
  return hexText(sha256(utf8Bytes(canonicalText(value))));
}

/** What cannot be read counts as nothing noted: all parts are then told. */
async function readKept(path: string): Promise<JsonObject> {
  try {
    const kept: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isJsonObject(kept) ? kept : {};
  } catch {
    return {};
  }
}
