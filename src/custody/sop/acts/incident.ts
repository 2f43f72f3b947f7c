import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

/** Incidents (E01): opened by the analysts or a case officer. */
export const incidentActs: Sop['acts'] = {
  'incident.opened': signedBy(['JMAC', 'CASE'], [], 'E01', 'S'),
  'incident.restated': signedBy(['JMAC', 'CASE'], [], 'E01, E55', 'I'),
  'incident.withdrawn': signedBy(['JMAC', 'CASE'], [], 'E01, E55', 'I'),
  'incident.assigned': signedBy(['CASE', 'JMAC', 'FOC', 'HOM'], [], 'E01; domain.md (b)', 'I'),
  'incident.corrected': signedBy(['JMAC', 'CASE'], [], 'E55', 'I'),
  'incident.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM', 'REG']]],
    'log-format section 2',
    'I',
  ),
};
