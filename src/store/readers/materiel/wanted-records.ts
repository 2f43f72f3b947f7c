import { type RawBuilder, sql } from 'kysely';
import { compactKey, producerKey, serialKey } from '../../../custody/identification/keys.js';
import { calibreCode, normaliseCalibre } from '../../../custody/vocabulary/calibre.js';

/** What records are asked for, as people write it; several together are all to hold. */
export interface RecordsWanted {
  readonly sample?: string | undefined;
  readonly calibre?: string | undefined;
  readonly producer?: string | undefined;
  readonly model?: string | undefined;
  readonly lot?: string | undefined;
  readonly serial?: string | undefined;
  readonly country?: string | undefined;
  readonly year?: number | undefined;
  readonly incident?: string | undefined;
  readonly item?: string | undefined;
  readonly category?: string | undefined;
}

/** Over `version`: compared as the register compares, whatever the spelling. What cannot be compared is nowhere. */
export function whereWanted(wanted: RecordsWanted): RawBuilder<boolean> {
  const { sample, calibre, producer, model, lot, serial, country, year, incident, item, category } = wanted;
  const conditions: readonly (RawBuilder<boolean> | null)[] = [
    sample === undefined ? null : sql<boolean>`version.sample_key = ${sample}`,
    calibre === undefined ? null : sql<boolean>`version.calibre = ${calibreAsFiled(calibre)}`,
    producer === undefined ? null : sql<boolean>`version.producer_key = ${producerKey(producer)}`,
    model === undefined ? null : sql<boolean>`version.model_key = ${compactKey(model)}`,
    lot === undefined ? null : sql<boolean>`version.lot_key = ${compactKey(lot)}`,
    serial === undefined ? null : sql<boolean>`version.serial_key = ${serialKey(serial)}`,
    country === undefined ? null : sql<boolean>`version.country_key = ${producerKey(country)}`,
    year === undefined ? null : sql<boolean>`version.year = ${year}`,
    incident === undefined ? null : sql<boolean>`version.incident = ${incident}::uuid`,
    item === undefined ? null : sql<boolean>`version.item = ${item}::uuid`,
    category === undefined ? null : sql<boolean>`version.category = ${category}`,
  ];
  const given = conditions.filter(condition => condition !== null);
  return given.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(given, sql` and `)})`;
}

function calibreAsFiled(calibre: string): string {
  const code = calibreCode(calibre);
  return code === 'OTHER' ? normaliseCalibre(calibre) : code;
}

/** Over `version`: what bears a number that was read whole. */
export const whereNumbered: RawBuilder<boolean> = sql<boolean>`version.serial_key is not null`;
