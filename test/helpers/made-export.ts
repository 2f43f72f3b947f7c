import { selectEvents } from '../../src/audit/selection.js';
import { type WrittenExport, writeExport } from '../../src/audit/write-export.js';
import type { ExportScopeOf } from '../../src/custody/export/scope.js';
import { contentOf } from '../../src/http/exports/content-of.js';
import type { OpenLog } from '../../src/store/open-log.js';
import { withSnapshot } from '../../src/store/readers/snapshot/take-snapshot.js';
import { MemoryBag } from './memory-bag.js';

export const nothingNamed = { incident: null, item: null, custodian: null, from: null, until: null } as const;

export interface MadeExport extends WrittenExport {
  readonly bag: MemoryBag;
}

/** An export in memory, under the note given or the last one signed. */
export async function makeExport(
  log: OpenLog,
  scope: ExportScopeOf,
  {
    withheld = false,
    note,
    since = [],
  }: { readonly withheld?: boolean; readonly note?: string; readonly since?: readonly number[] } = {},
): Promise<MadeExport> {
  const { origin, subject } = log;
  const under = note ?? (await log.vault.read()).note;
  const bag = new MemoryBag();
  const written = await withSnapshot(log.db, { origin, subject, note: under }, async snapshot => {
    const selection = await selectEvents(snapshot, scope);
    const content = await contentOf(log, { snapshot, selection, withheld, since, missing: [] });
    return writeExport(content, bag);
  });
  return { ...written, bag };
}
