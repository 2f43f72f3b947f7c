import type { RoleCode } from '../../roles.js';
import type { Sop } from '../document.js';
import { signedBy, witnesses } from './signatures.js';

const writers: readonly RoleCode[] = ['JMAC', 'CASE', 'WIT', 'CSO', 'EOD', 'LABR', 'LABX', 'LABV', 'LEG'];

/** Information beside evidence, and personal statements (E58): whoever observed signs his own. */
export const informationActs: Sop['acts'] = {
  'information.registered': signedBy(writers, [], 'domain.md (b), L4, X Information', 'I'),
  'information.statement-given': signedBy(witnesses, [], 'E58, RQ-07 [M1 art. 413]', 'R'),
  'information.statement-taken': signedBy(
    ['CASE', 'WIT', 'CSO', 'EOD', 'JMAC', 'HR', 'LEG'],
    [],
    'E58, RQ-07 [M1 art. 413]',
    'I',
  ),
  'information.classified': signedBy([...witnesses], [], 'E56 [U4]: the author, ARC, LEG', 'R°'),
  'information.part-classified': signedBy([...witnesses], [], 'E56, V6 [U4]: the author, ARC, LEG', 'R°'),
  'information.corrected': signedBy([...witnesses], [], 'E55', 'I'),
  'information.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM']]],
    'log-format section 2, GATE-8',
    'I',
  ),
};
