import type { RoleCode } from '../../roles.js';
import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

/** Field exploitation is done by collectors; the rules keep them at level 1. */
const field: readonly RoleCode[] = ['WIT', 'CSO'];

/** The laboratory (domain.md C.3, E30 to E34). That the examiner is not the reviewer (SD-3) stands in the rules. */
export const examinationActs: Sop['acts'] = {
  'examination.requested': signedBy(['CASE', ...field], [], 'E30 [C15]', 'R'),
  'examination.withdrawn': signedBy(['CASE', ...field], [], 'E30', 'I'),
  'examination.accepted': signedBy(['LABR', ...field], [], 'E31 [C14][C15][C21]', 'R'),
  'examination.rejected': signedBy(['LABR', 'LABV', ...field], [], 'E31 [C15]', 'R'),
  'examination.assigned': signedBy(['LABR', 'LABV', ...field], [], 'E33, SD-3 [C8]', 'I'),
  'examination.destruction-approved': signedBy(['LEG', 'CASE'], [['reviewer', 1, ['LABV']]], 'E32 [C5]', 'R'),
  'examination.result-issued': signedBy(
    ['LABX', ...field],
    [['reviewer', 1, ['LABV', ...field]]],
    'E33, SD-3 [C8]; ISO/IEC 17025',
    'G',
  ),
  'examination.result-amended': signedBy(
    ['LABX', ...field],
    [['reviewer', 1, ['LABV', ...field]]],
    'E34, SD-3; ISO/IEC 17025',
    'G',
  ),
  'examination.lead-recorded': signedBy(['LABX', 'JMAC'], [['reviewer', 1, ['LABV']]], 'V7', 'I'),
  'examination.traces-matched': signedBy(
    ['LABX', ...field],
    [['reviewer', 1, ['LABV', ...field]]],
    'V7, SD-3',
    'I',
  ),
  'examination.classified': signedBy(['LABX', 'ARC', 'LEG', ...field], [], 'E56, V6 [U4]', 'R°'),
  'examination.corrected': signedBy(['CASE', 'LABR', 'LABX', 'LABV', ...field], [], 'E55', 'I'),
  'examination.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM']]],
    'log-format section 2',
    'I',
  ),
};
