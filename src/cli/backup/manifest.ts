import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { UsageError } from '../usage-error.js';
import { isHomeFile } from './home-files.js';

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Count = Type.Integer({ minimum: 0 });
/** Below the home folder, with forward slashes; nothing that leads out of it. */
const Path = Type.String({
  pattern: '^(?!\\.{1,2}(/|$))[^/\\0]+(/(?!\\.{1,2}(/|$))[^/\\0]+)*$',
  maxLength: 1000,
});

const ManifestSchema = Type.Object(
  {
    v: Type.Literal(1),
    kind: Type.Literal('scelle-backup'),
    /** Folder of what belongs to this backup alone; files are shared by all that were made here. */
    generation: Type.String({ pattern: '^generation-[0-9a-zA-Z-]{1,60}$' }),
    made: Type.String({ maxLength: 30 }),
    origin: Type.String({ maxLength: 300 }),
    size: Type.Integer({ minimum: 1 }),
    /** b64. */
    root: Type.String({ maxLength: 44 }),
    receivedAt: Count,
    /** The note in the vault when the backup began: what it holds is not older than that. */
    checkpoint: Type.String({ maxLength: 10_000 }),
    migrations: Type.Array(Type.String({ pattern: '^[0-9]{4}-[a-z0-9-]{1,60}$' })),
    tables: Type.Array(
      Type.Object(
        { name: Type.String({ pattern: '^[a-z_]{1,63}$' }), rows: Count, sha256: Sha256 },
        { additionalProperties: false },
      ),
    ),
    /** Every file of the log; its bytes lie under its hash. */
    files: Type.Array(Type.Object({ sha256: Sha256, size: Count }, { additionalProperties: false })),
    /** Everything else in the home folder: keys, policy, settings. */
    home: Type.Array(
      Type.Object({ path: Path, mode: Count, size: Count, sha256: Sha256 }, { additionalProperties: false }),
    ),
  },
  { additionalProperties: false },
);

/** What a backup holds, with the hash of every part. It is written last: a backup without it is none. */
export type Manifest = Static<typeof ManifestSchema>;

export const manifestName = 'manifest.json';

/** The manifest, and the SHA-256 of its bytes. @throws UsageError where the folder holds no backup that was finished */
export async function readManifest(
  folder: string,
): Promise<{ readonly manifest: Manifest; readonly sha256: string }> {
  const path = join(folder, manifestName);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw noBackup(folder, cause);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw noBackup(folder, cause);
  }
  if (!Value.Check(ManifestSchema, value)) throw noBackup(folder);
  const foreign = value.home.find(file => !isHomeFile(file.path));
  if (foreign !== undefined) {
    throw new UsageError({
      en: `${path} names ${foreign.path}, which no backup holds: it was changed after it was made. Nothing was put in place`,
      fr: `${path} nomme ${foreign.path}, qu'aucune sauvegarde ne contient : il a été modifié depuis. Rien n'a été mis en place`,
    });
  }
  return { manifest: value, sha256: createHash('sha256').update(text).digest('hex') };
}

function noBackup(folder: string, cause?: unknown): UsageError {
  return new UsageError(
    {
      en: `${folder} holds no backup that was finished: ${manifestName} is missing or damaged`,
      fr: `${folder} ne contient aucune sauvegarde terminée : ${manifestName} manque ou est endommagé`,
    },
    { cause },
  );
}

/** Where the bytes of a file of the log lie in a backup. */
export function filePath(folder: string, sha256: string): string {
  return join(folder, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

export function tablePath(
  folder: string,
  { generation }: Pick<Manifest, 'generation'>,
  table: string,
): string {
  return join(folder, generation, 'tables', `${table}.ndjson.gz`);
}

export function homePath(folder: string, { generation }: Pick<Manifest, 'generation'>, path: string): string {
  return join(folder, generation, 'home', path);
}
