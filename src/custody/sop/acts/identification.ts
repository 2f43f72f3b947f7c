import type { RoleCode } from '../../roles.js';
import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

const identifiers: readonly RoleCode[] = ['JMAC', 'WIT', 'CSO', 'LABX'];

/** Identifications (E35): apart from the record, by who reads marks and by the analysts. */
export const identificationActs: Sop['acts'] = {
  'identification.made': signedBy(identifiers, [], 'E35 [A12]', 'R'),
  'identification.restated': signedBy(identifiers, [], 'E35', 'I'),
  'identification.withdrawn': signedBy(identifiers, [], 'E35', 'I'),
  'identification.corrected': signedBy(identifiers, [], 'E55', 'I'),
  'identification.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM']]],
    'log-format section 2',
    'I',
  ),
};
