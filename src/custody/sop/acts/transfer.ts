import { type RoleCode, roleCodes, roles } from '../../roles.js';
import type { Sop } from '../document.js';
import { signedBy, witnesses } from './signatures.js';

const custodians: readonly RoleCode[] = roleCodes.filter(role => roles[role].custody);
const ours = custodians.filter(role => !roles[role].national);
const couriers: readonly RoleCode[] = ['COU', 'EOD'];

/**
 * Transfers (design section 4). Capacities with count 0 are owed under a condition that the rules of the act
 * state: who hands over, save where he signs a handover on paper himself; the witness of a handover; the
 * outgoing custodian, or the order of the Head of Mission in his place.
 */
export const transferActs: Sop['acts'] = {
  'transfer.offered': {
    ...signedBy(ours, [], 'E17 [C17]; a handover: L4, E42', 'R'),
    signersByKind: { HANDOVER: ['HQC'] },
  },
  'transfer.recalled': signedBy(ours, [], 'E17', 'I'),
  'transfer.departed': signedBy(couriers, [['giver', 1, ours]], 'E18 [C17]', 'R'),
  'transfer.passed-on': signedBy(couriers, [['previous-courier', 1, couriers]], 'E19 [C17]', 'R'),
  'transfer.received': signedBy(
    custodians,
    [
      ['hands-over', 0, ours],
      ['witness', 0, witnesses],
    ],
    'E20, E42 [C1][C14][M1]',
    'R',
  ),
  'transfer.refused': signedBy(custodians, [['hands-over', 0, ours]], 'E21, E43 [C15]', 'R'),
  'transfer.taken-over': signedBy(
    ours,
    [
      ['witness', 1, witnesses],
      ['outgoing', 0, ours],
      ['ordering-officer', 0, ['HOM']],
    ],
    'E50 [C11]',
    'R',
  ),
  'transfer.corrected': signedBy(ours, [], 'E55', 'I'),
  'transfer.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM']]],
    'log-format section 2',
    'I',
  ),
};
