import type { RoleCode } from '../../roles.js';
import type { Sop } from '../document.js';
import { signedBy, witnesses } from './signatures.js';

/** Those who have an item in hand and seals issued to them. */
const sealers: readonly RoleCode[] = ['FR', 'EOD', 'WIT', 'CSO', 'SEC', 'HQC', 'LABR', 'LABX'];

/** A courier carries sealed containers and opens nothing (domain.md (b), L2); a first responder neither. */
const openers: readonly RoleCode[] = ['EOD', 'WIT', 'CSO', 'SEC', 'HQC', 'LABR', 'LABX'];

/** Whoever comes upon a damaged seal says so (RQ-31). */
const finders: readonly RoleCode[] = [
  ...sealers,
  'COU',
  'LABV',
  'CASE',
  'AUD',
  'ARC',
  'NAT-OPJ',
  'NAT-GRF',
  'NAT-PRO',
];

/** Packages and their seals. The custodian countersigns where another acts for him. */
export const packageActs: Sop['acts'] = {
  'package.sealed': signedBy(
    sealers,
    [
      ['witness', 1, witnesses],
      ['custodian', 0, null],
    ],
    'E14 [C1][C15][P1]',
    'R',
  ),
  'package.opened': signedBy(
    openers,
    [
      ['witness', 1, witnesses],
      ['custodian', 0, null],
    ],
    'E24 [C18][P2]',
    'R',
  ),
  'package.resealed': signedBy(
    sealers,
    [
      ['witness', 1, witnesses],
      ['custodian', 0, null],
    ],
    'E25 [P2][P5]',
    'R',
  ),
  'package.found-damaged': signedBy(finders, [['witness', 1, witnesses]], 'E26 [P10], RQ-31', 'R'),
  'package.corrected': signedBy(finders, [], 'E55', 'I'),
  'package.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM', 'REG']]],
    'log-format section 2',
    'I',
  ),
};
