import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

/** Sites and their stores (RQ-27, RQ-44): what may lie where is set by two registrars together. */
export const siteActs: Sop['acts'] = {
  'site.registered': signedBy(['REG'], [['registrar', 1, ['REG']]], 'domain.md (b), REG; RQ-44', 'I'),
  'site.stores-changed': signedBy(['REG'], [['registrar', 1, ['REG']]], 'domain.md (b), REG; RQ-44', 'I'),
  'site.corrected': signedBy(['REG'], [['registrar', 1, ['REG']]], 'E55', 'I'),
  'site.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM', 'REG']]],
    'log-format section 2',
    'I',
  ),
};
