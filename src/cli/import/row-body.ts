import type { TSchema } from '../../custody/schema/described.js';
import type { Text } from '../../custody/text.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { withDefaults } from '../act/body.js';
import type { ImportMapping } from './mapping.js';
import { type KnownNames, readCell } from './read-cell.js';
import type { ImportRow } from './read-import.js';

/** Why a row is not taken over: its number, the column or field, and in words. */
export interface RowFault {
  readonly row: number;
  readonly column: string;
  readonly message: Text;
}

/** The body that a row makes; with faults, what could be read of it. */
export interface RowBody {
  readonly body: JsonObject;
  readonly faults: readonly RowFault[];
}

/**
 * @param base what all rows have in common: circumstances of the act, which import and which row
 */
export function bodyOfRow(
  { row, cells }: ImportRow,
  fields: ImportMapping['fields'],
  schema: TSchema,
  base: JsonObject,
  names: KnownNames,
): RowBody {
  // One cell may be read for two fields: what is wrong with it is told once.
  const faults = new Map<string, RowFault>();
  let body = base;
  for (const [path, source] of Object.entries(fields)) {
    if ('constant' in source) {
      body = setMember(body, path.split('.'), source.constant as JsonValue);
      continue;
    }
    const typed = cells.get(source.column) ?? '';
    if (typed === '') continue;
    const read = readCell(typed, source, names);
    if ('fault' in read) faults.set(source.column, { row, column: source.column, message: read.fault });
    else body = setMember(body, path.split('.'), read.value);
  }
  // What a table does not say is not said: nobody can be asked for it now.
  return { body: withDefaults(schema, body, 'stated'), faults: [...faults.values()] };
}

/** Sets a member deep inside; a number on the way is a position in a list. */
function setMember(into: JsonObject, path: readonly string[], value: JsonValue): JsonObject {
  return setInside(into, path, value) as JsonObject;
}

function setInside(
  into: JsonValue | undefined,
  [name = '', ...rest]: readonly string[],
  value: JsonValue,
): JsonValue {
  if (/^\d+$/.test(name)) {
    const list = Array.isArray(into) ? [...into] : [];
    list[Number(name)] = rest.length === 0 ? value : setInside(list[Number(name)], rest, value);
    return Array.from(list, entry => entry ?? null);
  }
  const members = into !== undefined && isJsonObject(into) ? into : {};
  const inner = Object.hasOwn(members, name) ? members[name] : undefined;
  return { ...members, [name]: rest.length === 0 ? value : setInside(inner, rest, value) };
}
