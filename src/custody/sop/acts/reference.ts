import type { RoleCode } from '../../roles.js';
import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

const keepers: readonly RoleCode[] = ['JMAC', 'CSO', 'LABX'];

/** Reference collections (V5): kept by the analysts and by who examines. */
export const referenceActs: Sop['acts'] = {
  'reference.opened': signedBy(keepers, [], 'E35, V5 [A6]', 'I'),
  'reference.entries-added': signedBy(keepers, [], 'E35, V5 [A6]', 'I'),
  'reference.entry-restated': signedBy(keepers, [], 'E35', 'I'),
  'reference.entry-withdrawn': signedBy(keepers, [], 'E35', 'I'),
  'reference.corrected': signedBy(keepers, [], 'E55', 'I'),
  'reference.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM']]],
    'log-format section 2',
    'I',
  ),
};
