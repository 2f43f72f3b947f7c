import type { RoleCode } from '../../roles.js';
import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

/** Receivers, custodians, counters, and whoever works with items: a discrepancy is not to be kept quiet. */
const observers: readonly RoleCode[] = [
  'FR',
  'EOD',
  'WIT',
  'CSO',
  'SEC',
  'COU',
  'HQC',
  'LABR',
  'LABX',
  'LABV',
  'CASE',
  'JMAC',
  'LEG',
  'HOM',
  'AUD',
  'ARC',
  'NAT-OPJ',
  'NAT-GRF',
  'NAT-PRO',
];

const closers: readonly RoleCode[] = ['SEC', 'HQC', 'CASE', 'LEG', 'HOM', 'AUD'];

/** Discrepancies (E49, RQ-73). That no custodian concerned closes one is a rule of the act. */
export const discrepancyActs: Sop['acts'] = {
  'discrepancy.opened': signedBy(observers, [], 'E49, RQ-31 [C11]', 'R'),
  'discrepancy.explained': signedBy(observers, [], 'E49, RQ-73 [C13]', 'R'),
  'discrepancy.reassigned': signedBy(['HQC', 'CASE', 'LEG', 'HOM', 'AUD'], [], 'RQ-73 [C13]', 'I'),
  'discrepancy.closed': signedBy(closers, [['second-officer', 1, closers]], 'E49, RQ-73 [C11][C13]', 'R'),
  'discrepancy.corrected': signedBy(observers, [], 'E55', 'I'),
  'discrepancy.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM', 'REG']]],
    'log-format section 2',
    'I',
  ),
};
