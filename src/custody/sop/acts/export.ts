import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

/** Exports for auditors (E60): whoever makes one answers for it. */
export const exportActs: Sop['acts'] = {
  'export.generated': signedBy(['AUD', 'LEG'], [], 'E60, RQ-78', 'I'),
  'export.corrected': signedBy(['AUD', 'LEG'], [], 'E55', 'I'),
  'export.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM', 'REG']]],
    'log-format section 2',
    'I',
  ),
};
