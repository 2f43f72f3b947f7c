import { roleCodes } from '../../roles.js';
import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

/**
 * Officers and the log itself (log-format section 8). Which second signature an officer's event needs is part
 * of the format and checked there too. A holder revokes his own key in whatever role he has.
 */
export const officerActs: Sop['acts'] = {
  'log.opened': signedBy(['REG'], [['founder', 1, ['REG']]], 'log-format section 8', 'I'),
  'log.sop-adopted': signedBy(['REG'], [['registrar', 1, ['REG', 'HOM']]], 'domain.md (a)', 'I'),
  'log.key-rotated': signedBy(['OPS'], [['registrar', 1, ['REG']]], 'log-format section 8', 'I'),
  'log.anchored': signedBy(['OPS'], [], 'log-format section 8', 'I'),
  'log.access-anchored': signedBy(['OPS'], [], 'domain.md F-16', 'I'),
  'log.administered': signedBy(['OPS'], [], 'log-format section 8', 'I'),
  'officer.registered': signedBy(['REG'], [['registrar', 1, ['REG']]], 'log-format section 8', 'I'),
  'officer.key-registered': signedBy(['REG'], [['registrar', 1, null]], 'log-format section 8', 'I'),
  'officer.key-revoked': signedBy(roleCodes, [['registrar', 0, ['REG']]], 'log-format section 8', 'I'),
  'officer.role-granted': signedBy(['REG'], [['registrar', 1, ['REG']]], 'log-format section 8', 'I'),
  'officer.role-ended': signedBy(['REG'], [['registrar', 1, ['REG']]], 'log-format section 8', 'I'),
  'officer.corrected': signedBy(['REG'], [['registrar', 1, ['REG']]], 'E55', 'I'),
  'officer.disclosure-erased': signedBy(
    ['REG', 'LEG', 'HR'],
    [['registrar', 1, ['REG', 'LEG', 'HR']]],
    'log-format section 2',
    'I',
  ),
};
