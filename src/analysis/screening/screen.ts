import { counts, type MaterielVersion } from '../materiel/version.js';
import { areaFlags } from './areas.js';
import { type Flag, flagsOf, type Screening, yearsToRecovery } from './flags.js';

/** A record that is of interest, and why. */
export interface ScreenedRecord {
  readonly record: MaterielVersion;
  /** Null: year of production or of recovery is not known. */
  readonly yearsToRecovery: number | null;
  readonly flags: readonly Flag[];
}

/** V13 over the whole register, in its order; records without a flag are left out. */
export function screenRegister(
  versions: readonly MaterielVersion[],
  screening: Screening & { readonly specificIncidents: number | null },
): readonly ScreenedRecord[] {
  const records = versions.filter(counts);
  const areas = areaFlags(records, screening.specificIncidents);
  return records
    .map(record => ({
      record,
      yearsToRecovery: yearsToRecovery(record),
      flags: [...flagsOf(record, screening), ...(areas.get(record) ?? [])],
    }))
    .filter(({ flags }) => flags.length > 0);
}
