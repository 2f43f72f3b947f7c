import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

/** Stocks of seals (D3). Whoever holds a stock reports what became of a seal. */
export const sealstockActs: Sop['acts'] = {
  'sealstock.issued': signedBy(['SEC', 'HQC', 'REG'], [], 'D3', 'I'),
  'sealstock.spoiled': signedBy(
    ['FR', 'EOD', 'WIT', 'CSO', 'SEC', 'COU', 'HQC', 'LABR', 'LABX', 'REG'],
    [],
    'D3, V8',
    'I',
  ),
  'sealstock.lost': signedBy(
    ['FR', 'EOD', 'WIT', 'CSO', 'SEC', 'COU', 'HQC', 'LABR', 'LABX', 'REG'],
    [],
    'D3, V8',
    'I',
  ),
  'sealstock.corrected': signedBy(
    ['FR', 'EOD', 'WIT', 'CSO', 'SEC', 'COU', 'HQC', 'LABR', 'LABX', 'REG'],
    [],
    'E55',
    'I',
  ),
  'sealstock.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM', 'REG']]],
    'log-format section 2',
    'I',
  ),
};
