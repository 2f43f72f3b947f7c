import { evidenceCollected } from '../../custody/evidence/events/collected.js';
import { evidenceRegistered } from '../../custody/evidence/events/registered.js';
import { unreadableCharacter } from '../../custody/evidence/record/marks.js';
import type { TSchema } from '../../custody/schema/described.js';
import { calibreCode } from '../../custody/vocabulary/calibre.js';
import type { JsonObject, JsonValue } from '../../log/index.js';
import { buildBody } from '../act/body.js';
import { readTypedTime } from '../act/typed-time.js';
import { columns, headstampClocks, marksPerRow } from './columns.js';
import { codeOf, flagOf, listOf, type TableRow } from './read-table.js';

/** What all rows have in common, and what a row needs to know of the others. */
export interface RowSetting {
  readonly incident: string;
  readonly scene: string | null;
  /** `occurred`, `place`, `lateEntry`, `overrides`. */
  readonly circumstances: JsonObject;
  /** How precisely the times of all rows are known, where that is less than they were typed. */
  readonly precision: string | undefined;
  readonly countedBy: string;
  /** Photographs of the row, as the form has them. */
  readonly photographs: readonly JsonObject[];
  /** UUID of the item that a label of the table names; undefined for no such label. */
  readonly idOf: (label: string) => string | undefined;
}

/** The form of `evidence.registered` for a row whose cells were checked. */
export async function registerBody(row: TableRow, setting: RowSetting): Promise<JsonObject> {
  const { incident, scene, countedBy, photographs } = setting;
  const fields = await bodyOf(row, 'register', evidenceRegistered.body, circumstancesOf(row, setting));
  const { quantity = {}, headstamp = null } = fields;
  return {
    ...fields,
    incident,
    scene,
    quantity: { ...(quantity as JsonObject), countedBy },
    photographs: [...photographs],
    marks: marksOf(row),
    headstamp: headstampOf(row, headstamp),
    foundIn: foundInOf(row, setting),
  };
}

/** The form of `evidence.collected`; null where the row says nothing of it. */
export async function collectBody(row: TableRow, setting: RowSetting): Promise<JsonObject | null> {
  if (flagOf(row.cells.get('collect') ?? 'no') !== true) return null;
  const body = await bodyOf(row, 'collect', evidenceCollected.body, circumstancesOf(row, setting));
  return { ...body, scene: setting.scene };
}

function circumstancesOf({ cells }: TableRow, { circumstances, precision }: RowSetting): JsonObject {
  const at = cells.get('at');
  if (at === undefined) return circumstances;
  const typed = { at, ...readTypedTime(at), ...(precision === undefined ? {} : { precision }) };
  return { ...circumstances, occurred: { ...(circumstances.occurred as JsonObject), ...typed } };
}

async function bodyOf(
  { cells }: TableRow,
  act: 'register' | 'collect',
  schema: TSchema,
  base: JsonObject,
): Promise<JsonObject> {
  const given = new Map<string, readonly string[]>();
  for (const { name, field, kind } of columns) {
    const typed = cells.get(name);
    if (typed === undefined || field?.act !== act) continue;
    const { path } = field;
    if (kind === 'code') setCode(given, path, typed);
    else if (kind === 'codes')
      given.set(path, [JSON.stringify(listOf(typed).map(part => ({ ...codeOf(part) })))]);
    else if (kind === 'texts') given.set(path, listOf(typed));
    else if (kind === 'flag') given.set(path, [flagOf(typed) === true ? 'yes' : 'no']);
    else given.set(path, [typed]);
    if (kind === 'calibre') given.set(path.replace(/written$/, 'code'), [calibreCode(typed)]);
  }
  const refused = async () => {
    throw new Error('a table names no files');
  };
  return (
    await buildBody({
      schema,
      base,
      given,
      bindFile: refused,
      resolve: async (_kind, name) => name,
      eventAt: refused,
    })
  ).body;
}

function setCode(given: Map<string, readonly string[]>, path: string, typed: string): void {
  const { code, text } = codeOf(typed);
  given.set(path, [code]);
  if (text !== null) given.set(path.replace(/\.code$/, '.text'), [text]);
}

function coded(typed: string): JsonObject {
  return { ...codeOf(typed) };
}

/** RQ-11: characters exactly as read; how many cannot be read is counted, not asked for. */
function marksOf({ cells }: TableRow): JsonValue[] {
  return Array.from({ length: marksPerRow }, (_, at) => `mark${at + 1}`).flatMap(name => {
    const text = cells.get(name);
    if (text === undefined) return [];
    return [
      {
        kind: coded(cells.get(`${name}.kind`) ?? ''),
        text,
        unreadable: Array.from(text).filter(character => character === unreadableCharacter).length,
        place: cells.get(`${name}.place`) ?? '',
        clock: null,
        symbol: null,
        obliteration: cells.get(`${name}.obliteration`) ?? '',
        photograph: null,
      },
    ];
  });
}

function headstampOf({ cells }: TableRow, rest: JsonValue): JsonValue {
  const characters = headstampClocks.flatMap(clock => {
    const text = cells.get(`headstamp.${clock}`);
    return text === undefined ? [] : [{ clock: coded(`CLOCK_${clock}`), text, symbol: null }];
  });
  if (characters.length === 0 && rest === null) return null;
  const { yearForm = null, caseMaterial = null, primerColour = null } = (rest ?? {}) as JsonObject;
  return { characters, yearForm, caseMaterial, primerColour };
}

function foundInOf({ cells }: TableRow, { idOf }: RowSetting): JsonValue {
  const label = cells.get('foundIn');
  return label === undefined ? null : { item: idOf(label) ?? label, where: cells.get('foundIn.where') ?? '' };
}
