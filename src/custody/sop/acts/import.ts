import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

/** Tables that the analysis cell kept before, taken over row by row. */
export const importActs: Sop['acts'] = {
  'import.opened': signedBy(['JMAC', 'CASE'], [], 'domain.md G3', 'I'),
  'import.rows-entered': signedBy(['JMAC', 'CASE'], [], 'domain.md G3', 'I'),
  'import.closed': signedBy(['JMAC', 'CASE'], [], 'domain.md G3', 'I'),
  'import.abandoned': signedBy(['JMAC', 'CASE'], [], 'domain.md G3', 'I'),
  'import.corrected': signedBy(['JMAC', 'CASE'], [], 'E55', 'I'),
  'import.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM']]],
    'log-format section 2',
    'I',
  ),
};
