import type { Sop } from '../document.js';
import { signedBy, witnesses } from './signatures.js';

/** Dossiers for prosecutors (E41): whoever builds one answers for it. */
export const dossierActs: Sop['acts'] = {
  'dossier.built': signedBy(['CASE'], [], 'E41', 'I'),
  // By the receiver's own key, or by ours over the paper that he signed, before a witness.
  'dossier.delivered': signedBy(
    ['CASE', 'LEG', 'HQC', 'NAT-OPJ', 'NAT-GRF', 'NAT-PRO'],
    [['witness', 0, witnesses]],
    'D7, E42',
    'I',
  ),
  'dossier.notice-sent': signedBy(['CASE', 'LEG'], [], 'E40, D7', 'I'),
  'dossier.corrected': signedBy(['CASE', 'LEG'], [], 'E55', 'I'),
  'dossier.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM']]],
    'log-format section 2',
    'I',
  ),
};
