import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

/** Dossiers for prosecutors (E41): whoever builds one answers for it. */
export const dossierActs: Sop['acts'] = {
  'dossier.built': signedBy(['CASE'], [], 'E41', 'I'),
  'dossier.corrected': signedBy(['CASE', 'LEG'], [], 'E55', 'I'),
  'dossier.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM']]],
    'log-format section 2',
    'I',
  ),
};
