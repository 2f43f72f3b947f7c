import type { RoleCode } from '../../roles.js';
import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

const keepers: readonly RoleCode[] = ['HR', 'LEG', 'JMAC', 'CASE'];

/** Sources (GATE-8, RQ-64): whoever registered one keeps it, beside human rights and the legal office. */
export const sourceActs: Sop['acts'] = {
  'source.registered': signedBy(keepers, [], 'GATE-8, F-28', 'I'),
  'source.consent-recorded': signedBy(keepers, [], 'RQ-64 [U5]', 'R'),
  'source.consent-revoked': signedBy(keepers, [], 'RQ-64 [U5]', 'R'),
  'source.linked': signedBy(keepers, [], 'GATE-8', 'I'),
  'source.corrected': signedBy(keepers, [], 'E55', 'I'),
  'source.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM']]],
    'log-format section 2, GATE-8',
    'I',
  ),
};
