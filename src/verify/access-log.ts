import { accessEntryHash, accessHeadText, readAccessEntry, utf8Bytes } from '../log/index.js';
import { readLines } from './bag/read-lines.js';
import { CheckFailure, later } from './check-failure.js';
import type { NotProven } from './not-proven.js';

/** Where the log says that the access log stood (docs/access-log.md, The anchor). */
export interface AccessAnchor {
  readonly leaf: number;
  /** Entries. */
  readonly count: number;
  /** Hash of the last of them, b64u. */
  readonly head: string;
}

const MAX_LINE_BYTES = 4_194_304;

/**
 * Verifies an exported access log, one line an entry, against the anchors in a log that was verified. At most one entry
 * is held in memory.
 * @param bytes the file, from entry 1 on
 * @throws {CheckFailure} `access-log`; `where` is `access-log/<entry>`
 */
export async function checkAccessLog(
  bytes: AsyncIterable<Uint8Array>,
  anchors: readonly AccessAnchor[],
  notProven: NotProven,
): Promise<void> {
  const waiting = [...anchors].sort((one, other) => one.count - other.count);
  let reached = 0;
  let entry = 0;
  let head: string | null = null;
  for await (const line of readLines(bytes, 'access-log', MAX_LINE_BYTES, 'access-log')) {
    entry += 1;
    head = await checkEntry(utf8Bytes(line), entry, head);
    for (; waiting[reached]?.count === entry; reached += 1) requireAnchored(waiting[reached], head);
  }
  const missing = waiting[reached];
  if (missing !== undefined) {
    const { leaf, count } = missing;
    throw failure(entry, `ends here, and the log anchored ${count} entries at leaf ${leaf}`);
  }
  tellRest(entry, anchors, notProven);
}

/** @returns its hash */
async function checkEntry(line: Uint8Array, entry: number, prev: string | null): Promise<string> {
  const read = await later(placeOf(entry), async () => readAccessEntry(line), 'access-log');
  if (read.entry !== entry) throw failure(entry, `number ${read.entry} stands where ${entry} is due`);
  if (read.prev !== prev) throw failure(entry, 'does not follow the entry before');
  return accessHeadText(accessEntryHash(new TextDecoder().decode(line)));
}

function requireAnchored(anchor: AccessAnchor | undefined, head: string): void {
  if (anchor === undefined || anchor.head === head) return;
  throw failure(anchor.count, `is not what the log anchored at leaf ${anchor.leaf}`);
}

function tellRest(entries: number, anchors: readonly AccessAnchor[], notProven: NotProven): void {
  const anchored = anchors.reduce((most, { count }) => Math.max(most, count), 0);
  if (entries === anchored) return;
  const rest = entries - anchored;
  notProven.add({
    en: `access log: ${rest} of ${entries} entries are not anchored in the log yet`,
    fr: `journal des accès : ${rest} entrées sur ${entries} ne sont pas encore ancrées dans le journal`,
  });
}

function placeOf(entry: number): string {
  return `access-log/${entry}`;
}

function failure(entry: number, detail: string): CheckFailure {
  return new CheckFailure('access-log', placeOf(entry), detail);
}
