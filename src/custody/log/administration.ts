import { administrativeActWords, settingWords } from '../vocabulary/administration.js';
import { codesOf } from '../vocabulary/vocabulary.js';

export const administrativeActs = codesOf(administrativeActWords);
export type AdministrativeAct = (typeof administrativeActs)[number];

export const settings = codesOf(settingWords);
export type Setting = (typeof settings)[number];

type Detail = 'migrations' | 'settings' | 'size' | 'sha256';

/**
 * What is said of an act; the other details stay empty. `sha256` is of the new configuration, or of a backup's list of
 * files; `size` of the tree then, or in the backup.
 */
export const detailsOf: Readonly<Record<AdministrativeAct, readonly Detail[]>> = {
  MIGRATED: ['migrations'],
  CONFIGURED: ['settings', 'sha256'],
  BACKED_UP: ['size', 'sha256'],
  RESTORED: ['size', 'sha256'],
  RECOVERED: ['size'],
  REBUILT: ['size'],
};
