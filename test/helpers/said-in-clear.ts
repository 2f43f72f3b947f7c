import { isJsonObject, type JsonObject, type JsonValue, peekEvent } from '../../src/log/index.js';
import type { OpenLog } from '../../src/store/open-log.js';
import type { MemoryBag } from './memory-bag.js';

/** What a preview tells of a subject (GET /v1/releases/{id}/preview). */
export interface PreviewedHistory {
  readonly acts: readonly { readonly leaf: number; readonly at: string }[];
  readonly open: readonly {
    readonly label: { readonly en: string };
    readonly told: { readonly en: string };
    readonly value: JsonValue;
    readonly said: readonly { readonly leaf: number; readonly pointer: string }[];
  }[];
}

/** One line for each act and place, to be compared. */
export function saidIn({ open }: PreviewedHistory): readonly string[] {
  return open
    .flatMap(({ value, said }) => said.map(({ leaf, pointer }) => lineOf(leaf, pointer, value)))
    .sort();
}

/**
 * The same by subject from the events of a bag, with no look at any form: all that stands there and is neither withheld nor
 * for machines alone.
 * @param items UUIDs of items, by which acts name them
 */
export function readableIn(
  bag: MemoryBag,
  items: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of bag.text('data/events.ndjson').trimEnd().split('\n')) {
    const { index, jws } = JSON.parse(line) as { readonly index: number; readonly jws: string };
    const { subject, body } = peekEvent(jws);
    const lines = leavesOf(body, '', items).map(([pointer, value]) => lineOf(index, pointer, value));
    found.set(subject, [...(found.get(subject) ?? []), ...lines].sort());
  }
  return found;
}

function lineOf(leaf: number, pointer: string, value: JsonValue): string {
  const { code = null, text = null } = isJsonObject(value) ? value : {};
  return `${leaf} ${pointer} ${isJsonObject(value) ? `${code} ${text}` : JSON.stringify(value)}`;
}

type Leaf = readonly [pointer: string, value: JsonValue];

function leavesOf(value: JsonValue, pointer: string, items: ReadonlySet<string>): readonly Leaf[] {
  if (value === null || value === '' || ofProof.test(pointer)) return [];
  if (Array.isArray(value)) return value.flatMap((one, place) => leavesOf(one, `${pointer}/${place}`, items));
  if (typeof value === 'string' && isName.test(value) && !items.has(value)) return [];
  if (!isJsonObject(value)) return [[pointer, value]];
  if (isFile(value) || '_sd' in value) return [];
  if (Object.keys(value).sort().join() === 'code,text') return [[pointer, value]];
  return Object.entries(value).flatMap(([name, member]) => leavesOf(member, `${pointer}/${name}`, items));
}

function isFile(value: JsonObject): boolean {
  return Object.keys(value).sort().join() === 'mediaType,sha256,size';
}

/** UUIDs of items. */
export async function itemsOf({ db }: Pick<OpenLog, 'db'>): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('evidence').select('id').execute();
  return new Set(rows.map(({ id }) => id));
}

/** UUIDs, subjects, hashes. */
const isName = /^(([a-z]+\/)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Za-z0-9_-]{43}|[0-9a-f]{64})$/;
/** Keys, proofs of possession; the head of each item of a list; when, which stands beside the act. */
const ofProof = /\/(jwk|pop|logKey)$|^\/items\/\d+\/seq$|^\/occurred\/at$/;
