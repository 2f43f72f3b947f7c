import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

/** Units (V12): the directory every other act relies on, kept by two registrars together. */
export const unitActs: Sop['acts'] = {
  'unit.registered': signedBy(['REG'], [['registrar', 1, ['REG']]], 'domain.md (b), REG; V12', 'I'),
  'unit.validity-changed': signedBy(['REG'], [['registrar', 1, ['REG']]], 'domain.md (b), REG; V12', 'I'),
  'unit.assessed': signedBy(['HR'], [], 'RQ-63 [U3]', 'R'),
  'unit.suspended': signedBy(['HR', 'HOM'], [], 'RQ-63 [U3]', 'I'),
  'unit.suspension-lifted': signedBy(['HR', 'HOM'], [], 'RQ-63 [U3]', 'I'),
  // Human rights corrects its own assessments; the directory is the registrars'.
  'unit.corrected': signedBy(['REG', 'HR'], [['registrar', 1, ['REG']]], 'E55', 'I'),
  'unit.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM', 'REG']]],
    'log-format section 2',
    'I',
  ),
};
