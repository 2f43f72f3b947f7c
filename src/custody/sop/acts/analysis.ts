import type { RoleCode } from '../../roles.js';
import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

/** Kinds of record that the analysis cell keeps: stated, restated, withdrawn. */
const kept: Readonly<Record<string, { readonly by: readonly RoleCode[]; readonly source: string }>> = {
  armedgroup: { by: ['JMAC'], source: 'domain.md G1; V13' },
  propaganda: { by: ['JMAC'], source: 'D1, domain.md G2-04' },
  link: { by: ['JMAC'], source: 'E36' },
  requirement: { by: ['JMAC', 'HOM', 'FOC'], source: 'domain.md (b), JMAC' },
};

function actsOf([kind, { by, source }]: [string, (typeof kept)[string]]) {
  const word = (name: string, acts: Sop['acts'][string]) => [`${kind}.${name}`, acts] as const;
  return [
    ...['recorded', 'restated', 'withdrawn'].map(name => word(name, signedBy(by, [], source, 'I'))),
    word('classified', signedBy([...by, 'ARC', 'LEG'], [], 'E56 [U4]: the author, ARC, LEG', 'R°')),
    word('corrected', signedBy(by, [], 'E55', 'I')),
    word(
      'disclosure-erased',
      signedBy(['LEG', 'HR'], [['second-officer', 1, ['LEG', 'HR', 'HOM']]], 'log-format section 2', 'I'),
    ),
  ];
}

export const analysisActs: Sop['acts'] = {
  ...Object.fromEntries(Object.entries(kept).flatMap(actsOf)),
  'requirement.tagged': signedBy(['JMAC'], [], 'domain.md (b), JMAC', 'I'),
  'requirement.untagged': signedBy(['JMAC'], [], 'domain.md (b), JMAC', 'I'),
};
