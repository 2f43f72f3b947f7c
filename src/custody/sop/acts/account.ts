import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

/** What sources say of incidents: kept by the analysts, and by a case officer. */
export const accountActs: Sop['acts'] = {
  'account.given': signedBy(['JMAC', 'CASE'], [], 'E01; domain.md (b), X Information', 'I'),
  'account.restated': signedBy(['JMAC', 'CASE'], [], 'E01, E55', 'I'),
  'account.withdrawn': signedBy(['JMAC', 'CASE'], [], 'E01, E55', 'I'),
  'account.classified': signedBy(['JMAC', 'CASE', 'ARC', 'LEG'], [], 'E56 [U4]: the author, ARC, LEG', 'R°'),
  'account.corrected': signedBy(['JMAC', 'CASE'], [], 'E55', 'I'),
  'account.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM']]],
    'log-format section 2, GATE-8',
    'I',
  ),
};
