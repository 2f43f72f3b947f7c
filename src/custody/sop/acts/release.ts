import { roleCodes, roles } from '../../roles.js';
import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

/** Releases (domain.md C.3, E37-E40). That who asks does not decide (SD-2) stands in the rules. */
export const releaseActs: Sop['acts'] = {
  'release.requested': signedBy(['CASE'], [], 'E37', 'R'),
  'release.input-given': {
    ...signedBy(
      roleCodes.filter(role => roles[role].operational && !roles[role].national),
      [],
      'E38 [U3][U5]',
      'R',
    ),
    signersByKind: { HRDDP: ['HR'], SOURCE_PROTECTION: ['HR'], SECURITY: ['JMAC', 'HOM'] },
  },
  'release.decided': signedBy(['LEG', 'HOM'], [], 'E39 [U5]', 'R'),
  'release.suspended': signedBy(['LEG', 'HOM'], [], 'E40 [U3]', 'R'),
  'release.withdrawn': signedBy(['LEG', 'HOM'], [], 'E40 [U3]', 'R'),
  'release.copy-disclosed': signedBy(['CASE'], [], 'E45 [U5]', 'R'),
  'release.outcome-reported': signedBy(['FOC'], [], 'E44 [U9]', 'R'),
  'release.corrected': signedBy(['CASE', 'LEG', 'HOM'], [], 'E55', 'I'),
  'release.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM']]],
    'log-format section 2',
    'I',
  ),
};
