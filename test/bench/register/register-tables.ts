import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { JsonObject } from '../../../src/log/index.js';
import { Choice } from '../../helpers/random-choice.js';
import { syntheticIncidents } from './synthetic-incidents.js';
import { syntheticItems } from './synthetic-items.js';

const code = (constant: string) => ({ constant: { code: constant, text: null } });
const confidential = {
  'classification.level': { constant: 'CONFIDENTIAL' },
  'classification.originator': { constant: 'DEMO mission' },
  'classification.reason': { constant: 'DEMO: synthetic register' },
};

/** @param unit UUID of the reporting unit */
function incidentsMapping(unit: string): JsonObject {
  return {
    contents: 'INCIDENTS',
    zone: 'Africa/Bamako',
    fields: {
      caseFile: { column: 'file' },
      'classifications.0.type': { column: 'type', as: 'CODE' },
      happened: { column: 'date', as: 'TIME' },
      'location.name': { column: 'place' },
      'location.administrativeUnits.0': { constant: 'DEMO-COUNTRY' },
      'location.administrativeUnits.1': { column: 'region' },
      'location.gazetteer': { constant: 'DEMO gazetteer' },
      'location.gazetteerDate': { constant: '2020-01-01' },
      reportingUnit: { constant: unit },
      'targets.0': { column: 'target', as: 'CODE' },
      'exploitation.level': { column: 'exploited' },
      'exploitation.reasons.0': { column: 'reason', as: 'CODE' },
      'devices.0.initiation': { column: 'initiation', as: 'CODE' },
      'devices.0.charge.lowest': { column: 'charge' },
      'devices.0.charge.highest': { column: 'charge' },
    },
    account: {
      'source.kind': code('IMPORTED_TABLE'),
      'source.description': { constant: 'DEMO: table of a cell' },
      asOf: { column: 'date', as: 'DAY' },
      'casualties.0.category': code('MISSION_MILITARY'),
      'casualties.0.dead.lowest': { column: 'military', as: 'NUMBER' },
      'casualties.0.dead.highest': { column: 'military', as: 'NUMBER' },
      'casualties.0.injured.lowest': { column: 'injured', as: 'NUMBER' },
      'casualties.0.injured.highest': { column: 'injured', as: 'NUMBER' },
      'casualties.1.category': code('CIVILIANS'),
      'casualties.1.dead.lowest': { column: 'civilians', as: 'NUMBER' },
      'casualties.1.dead.highest': { column: 'civilians', as: 'NUMBER' },
      ...confidential,
    },
  };
}

const categories = {
  CARTRIDGE_CASE: { code: 'AMMUNITION', text: null },
  ASSAULT_RIFLE: { code: 'SMALL_ARM', text: null },
  GENERAL_PURPOSE_MACHINE_GUN: { code: 'LIGHT_WEAPON', text: null },
  HEAVY_MACHINE_GUN: { code: 'LIGHT_WEAPON', text: null },
};

const itemsMapping: JsonObject = {
  contents: 'ITEMS',
  zone: 'Africa/Bamako',
  fields: {
    incident: { column: 'file', as: 'INCIDENT' },
    category: { column: 'category', values: categories },
    subCategory: { column: 'category', as: 'CODE' },
    'description.en': { column: 'what' },
    'description.fr': { column: 'what' },
    'quantity.amount': { column: 'count' },
    'quantity.unit': code('PIECE'),
    foundAs: { column: 'found', as: 'CODE' },
    recoveringParty: { column: 'party', as: 'CODE' },
    basis: { constant: 'DEMO: table of a cell' },
    'interpretation.calibre': { column: 'calibre', as: 'CALIBRE' },
    'interpretation.make': { column: 'producer' },
    'interpretation.model': { column: 'model' },
    'interpretation.country': { column: 'country' },
    'interpretation.year': { column: 'year', as: 'NUMBER' },
    'interpretation.serial': { column: 'serial' },
    'interpretation.confidence': { constant: 'MODERATE' },
    ...confidential,
  },
};

export interface RegisterTable {
  readonly table: string;
  readonly mapping: string;
  readonly rows: number;
}

/** Writes the tables of a synthetic register into a folder: incidents first, then the items that name them. */
export async function writeRegisterTables(
  folder: string,
  unit: string,
  seed = 6,
): Promise<readonly RegisterTable[]> {
  const choice = new Choice(seed);
  const incidents = syntheticIncidents(choice);
  const items = syntheticItems(
    choice,
    incidents.map(({ file }) => file),
  );
  return [
    await write(folder, 'incidents', incidents, incidentsMapping(unit)),
    await write(folder, 'items', items, itemsMapping),
  ];
}

async function write(
  folder: string,
  name: string,
  rows: readonly object[],
  mapping: JsonObject,
): Promise<RegisterTable> {
  const paths = { table: join(folder, `${name}.csv`), mapping: join(folder, `${name}.json`) };
  await writeFile(paths.table, stringify([...rows], { header: true }));
  await writeFile(paths.mapping, JSON.stringify(mapping));
  return { ...paths, rows: rows.length };
}
