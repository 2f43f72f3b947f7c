import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '../../src/log/index.js';

const code = (constant: string) => ({ constant: { code: constant, text: null } });

/** Mapping of a table of casings that was kept before. */
export const itemsMapping: JsonObject = {
  contents: 'ITEMS',
  zone: 'Africa/Bamako',
  fields: {
    incident: { column: 'file', as: 'INCIDENT' },
    category: code('AMMUNITION'),
    subCategory: code('CARTRIDGE_CASE'),
    'description.en': { column: 'what' },
    'description.fr': { column: 'quoi' },
    'quantity.amount': { column: 'count' },
    'quantity.unit': code('PIECE'),
    foundAs: {
      column: 'found as',
      values: { fired: { code: 'EJECTED', text: null }, shrapnel: { code: 'DEVICE_FILL', text: null } },
    },
    found: { column: 'date', as: 'TIME', format: 'DD/MM/YYYY' },
    recoveringParty: code('MISSION'),
    basis: { constant: 'DEMO: table of a cell' },
    'headstamp.characters.0.clock': code('CLOCK_12'),
    'headstamp.characters.0.text': { column: '12 o’clock' },
    'interpretation.calibre': { column: 'calibre', as: 'CALIBRE' },
    'interpretation.make': { column: 'producer' },
    'interpretation.year': { column: 'year', as: 'NUMBER' },
    'interpretation.confidence': { constant: 'MODERATE' },
    'classification.level': { constant: 'CONFIDENTIAL' },
    'classification.originator': { constant: 'DEMO mission' },
    'classification.reason': { constant: 'DEMO' },
  },
};

export interface ItemLine {
  readonly file: string;
  readonly count: string;
  readonly found?: string;
  readonly date?: string;
  readonly calibre?: string;
  readonly producer?: string;
  readonly year?: string;
}

function lineOf({ file, count, found, date, calibre, producer, year }: ItemLine, at: number): string {
  const cells = [
    file,
    `DEMO: casings ${at + 1}`,
    `DEMO : douilles ${at + 1}`,
    count,
    found ?? 'fired',
    date ?? '02/04/2021',
    '31',
    calibre ?? '7,62x39',
    producer ?? 'DEMO-31',
    year ?? '1984',
  ];
  return cells.map(cell => `"${cell}"`).join(',');
}

/** Writes table and mapping into a folder; paths of both. */
export async function writeItemsTable(
  folder: string,
  lines: readonly ItemLine[],
  mapping: JsonObject = itemsMapping,
): Promise<{ readonly table: string; readonly mapping: string }> {
  const paths = { table: join(folder, 'items.csv'), mapping: join(folder, 'items.json') };
  const heading = 'file,what,quoi,count,found as,date,12 o’clock,calibre,producer,year';
  await writeFile(paths.table, [heading, ...lines.map(lineOf), ''].join('\n'));
  await writeFile(paths.mapping, JSON.stringify(mapping));
  return paths;
}
