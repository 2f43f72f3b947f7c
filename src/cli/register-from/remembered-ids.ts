import { writeFileDurably } from '../../disk/write-durably.js';
import { isJsonObject, isUuid, newId } from '../../log/index.js';
import { isMissing, readJsonFile } from '../home.js';
import { systemRandom } from '../system-random.js';
import { UsageError } from '../usage-error.js';

/** UUID of the item of each label, made once and kept beside the table: a second run registers nothing twice. */
export type RememberedIds = ReadonlyMap<string, string>;

function idsPath(table: string): string {
  return `${table}.ids.json`;
}

export async function readIds(table: string): Promise<RememberedIds> {
  const path = idsPath(table);
  const stored = await readJsonFile(path).catch((error: unknown) => {
    if (isMissing(error)) return {};
    throw error;
  });
  const ids = Object.entries(isJsonObject(stored) ? stored : { '': null });
  if (ids.some(([, id]) => typeof id !== 'string' || !isUuid(id))) {
    throw new UsageError({
      en: `${path} does not hold the numbers of a table`,
      fr: `${path} ne contient pas les numéros d'un tableau`,
    });
  }
  return new Map(ids.map(([label, id]) => [label, String(id)]));
}

/** Gives every label its UUID, in memory; `rememberIds` makes them last. */
export function withNewIds(ids: RememberedIds, labels: readonly string[], now: number): RememberedIds {
  const fresh = labels
    .filter(label => !ids.has(label))
    .map(label => [label, newId(now, systemRandom(16))] as const);
  return new Map([...ids, ...fresh]);
}

/** Durable before anything is signed. */
export function rememberIds(table: string, ids: RememberedIds): Promise<void> {
  return writeFileDurably(idsPath(table), `${JSON.stringify(Object.fromEntries(ids), null, 2)}\n`);
}
