import type { RoleCode } from '../../roles.js';
import type { Sop } from '../document.js';
import { signedBy, witnesses } from './signatures.js';

const field: readonly RoleCode[] = ['EOD', 'WIT', 'CSO'];
const stores: readonly RoleCode[] = ['SEC', 'HQC'];
const holders: readonly RoleCode[] = [...field, ...stores, 'LABR', 'LABX'];

/** Acts over one item (E07 to E15, E22, E27, E28, E55, E56). Item events of a group count by their group. */
export const evidenceActs: Sop['acts'] = {
  'evidence.registered': signedBy(['FR', ...holders, 'CASE'], [], 'E07', 'S'),
  'evidence.documented': signedBy(['JMAC', 'CASE', 'WIT', 'HQC'], [], 'D2, domain.md G3', 'S'),
  'evidence.collected': signedBy(
    ['FR', ...field],
    [['witness', 1, witnesses]],
    'E08 [C17][M1 art. 413]',
    'R',
  ),
  'evidence.received-from-outside': signedBy(
    [...field, ...stores],
    [['witness', 1, witnesses]],
    'D2, recovering party',
    'S',
  ),
  'evidence.left-in-situ': signedBy(['FR', ...field], [], 'E09', 'S'),
  'evidence.destroyed-in-situ': signedBy(['EOD'], [['witness', 1, witnesses]], 'E10 [A14]', 'R'),
  'evidence.safety-assessed': signedBy(['EOD', 'WIT', ...stores], [], 'E11 [A19][A20]', 'R'),
  'evidence.render-safe-certified': signedBy(['EOD'], [], 'E12', 'G'),
  'evidence.certified': signedBy(['EOD'], [], 'GATE-2, RQ-40 [A14]', 'R'),
  'evidence.weapon-cleared': signedBy(
    ['EOD', 'WIT', ...stores],
    [['second-person', 1, ['EOD', 'WIT', 'CSO', ...stores, 'LABR', 'LABX']]],
    'E13 [A19][A20]',
    'R',
  ),
  'evidence.split': signedBy(holders, [], 'E15 [C20]', 'R'),
  'evidence.sampled': signedBy(['LABX', 'WIT', 'CSO'], [['witness', 0, witnesses]], 'RQ-02 [C20]', 'R'),
  'evidence.consumed': signedBy(['LABX', 'WIT', 'CSO'], [['witness', 1, witnesses]], 'E53 [P2]', 'R'),
  'evidence.placed': signedBy(holders, [['second-officer', 0, witnesses]], 'E22 [C11][F2]', 'R'),
  'evidence.checked-out': signedBy(holders, [['custodian', 1, null]], 'E27 [C11]', 'R'),
  'evidence.returned': signedBy([...field, ...stores, 'LABR'], [['taker', 1, null]], 'E28 [C9][C11]', 'R'),
  'evidence.classified': signedBy(['FR', ...holders, 'CASE', 'ARC', 'LEG'], [], 'E56 [U4]', 'R°'),
  'evidence.part-classified': signedBy(['FR', ...holders, 'CASE', 'ARC', 'LEG'], [], 'E56, V6 [U4]', 'R°'),
  'evidence.corrected': signedBy(['FR', ...holders, 'CASE', 'ARC', 'LEG', 'COU'], [], 'E55 [C15]', 'I'),
  'evidence.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM']]],
    'log-format section 2, GATE-8',
    'I',
  ),
};
