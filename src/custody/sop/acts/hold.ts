import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

/** Holds (E57). That the same function lifts what it placed stands in the rules. */
export const holdActs: Sop['acts'] = {
  'hold.placed': signedBy(['LEG', 'HR', 'AUD'], [], 'E57', 'I'),
  'hold.lifted': signedBy(['LEG', 'HR', 'AUD'], [], 'E57', 'I'),
  'hold.corrected': signedBy(['LEG', 'HR', 'AUD'], [], 'E55', 'I'),
  'hold.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM']]],
    'log-format section 2',
    'I',
  ),
};
