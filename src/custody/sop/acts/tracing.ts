import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

/** Trace requests: drafted and followed by the analysts; through which channel they are sent is GATE-13. */
export const tracingActs: Sop['acts'] = {
  'tracing.drafted': signedBy(['JMAC'], [], 'E46, D8; domain.md (b), X Information', 'S'),
  'tracing.restated': signedBy(['JMAC'], [], 'E46, E55', 'I'),
  'tracing.requested': signedBy(['JMAC', 'HOM'], [], 'E46 [A1][A7]: per channel', 'S'),
  'tracing.acknowledged': signedBy(['JMAC'], [], 'E47 [A7]', 'R'),
  'tracing.reminded': signedBy(['JMAC'], [], 'E47, D8 [A7]', 'R'),
  'tracing.answered': signedBy(['JMAC'], [], 'E47 [A7]', 'R'),
  'tracing.reply-offered': signedBy(['JMAC'], [], 'E47, D8 [A7]', 'R'),
  'tracing.reply-recorded': signedBy(['JMAC'], [], 'E47, D8 [A7]', 'R'),
  'tracing.finding-recorded': signedBy(['JMAC'], [], 'GATE-13', 'S'),
  'tracing.link-recorded': signedBy(['JMAC'], [], 'E47, F-07', 'I'),
  'tracing.strand-restated': signedBy(['JMAC'], [], 'E47, E55', 'I'),
  'tracing.closed': signedBy(['JMAC'], [], 'E47 [A7]', 'R'),
  'tracing.classified': signedBy(['JMAC', 'ARC', 'LEG'], [], 'E56 [U4]: the author, ARC, LEG', 'R°'),
  'tracing.corrected': signedBy(['JMAC'], [], 'E55', 'I'),
  'tracing.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM']]],
    'log-format section 2, GATE-8',
    'I',
  ),
};
