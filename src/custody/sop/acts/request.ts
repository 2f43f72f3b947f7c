import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

/** Requests of authorities (domain.md C.3, E37 before: what comes in is registered before a release is asked for). */
export const requestActs: Sop['acts'] = {
  'request.registered': signedBy(['LEG', 'JUS', 'CASE'], [], 'E37, RQ-65', 'I'),
  'request.answered': signedBy(['LEG', 'JUS', 'CASE'], [], 'E37, RQ-65', 'I'),
  'request.closed': signedBy(['LEG', 'JUS', 'CASE'], [], 'E37', 'I'),
  'request.corrected': signedBy(['LEG', 'JUS', 'CASE'], [], 'E55', 'I'),
  'request.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM']]],
    'log-format section 2',
    'I',
  ),
};
