import { roleCodes, roles } from '../../roles.js';
import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

/** Anybody may have to enter a scene; the registrars and the operator, who hold no operational role, do not. */
const visitors = roleCodes.filter(role => roles[role].operational);

/** The scene log (E04): whoever enters signs himself. */
export const visitActs: Sop['acts'] = {
  'visit.entered': signedBy(visitors, [['escort', 0, null]], 'E04', 'G'),
  'visit.left': signedBy(visitors, [], 'E04', 'G'),
  'visit.corrected': signedBy(visitors, [], 'E55', 'I'),
  'visit.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM', 'REG']]],
    'log-format section 2',
    'I',
  ),
};
