import type { RoleCode } from '../../custody/roles.js';
import type { Text } from '../../custody/text.js';

/** An officer of the demonstration: nobody, and marked as such everywhere. */
export interface CastListing {
  readonly label: string;
  readonly roles: readonly RoleCode[];
  readonly alg?: 'ES256' | 'ES384' | 'Ed25519';
  /** What he knows beside what his role says (domain.md section (b)). */
  readonly competence?: Text;
}

/** The two registrars, who found the log and register everybody else. */
export const founders: readonly CastListing[] = [
  { label: 'DEMO-REG-1', roles: ['REG'] },
  { label: 'DEMO-REG-2', roles: ['REG'], alg: 'ES384' },
];

/** The service itself: signs that the log was anchored and administered, and nothing else. */
export const operator: CastListing = {
  label: 'DEMO-OPS-1',
  roles: ['OPS'],
  competence: { en: 'the service itself', fr: 'le service lui-même' },
};

/** Enough officers to take a case from the scene to the national authority. All invented. */
export const castList: readonly CastListing[] = [
  { label: 'DEMO-WIT-1', roles: ['WIT'] },
  { label: 'DEMO-WIT-2', roles: ['WIT'], alg: 'Ed25519' },
  { label: 'DEMO-ARM-1', roles: ['WIT'], competence: { en: 'armourer', fr: 'armurier' } },
  { label: 'DEMO-CSO-1', roles: ['CSO'] },
  { label: 'DEMO-EOD-1', roles: ['EOD'] },
  { label: 'DEMO-FR-1', roles: ['FR'] },
  { label: 'DEMO-SEC-1', roles: ['SEC'] },
  { label: 'DEMO-SEC-2', roles: ['SEC'] },
  { label: 'DEMO-COU-1', roles: ['COU'] },
  { label: 'DEMO-COU-2', roles: ['COU'] },
  { label: 'DEMO-HQC-1', roles: ['HQC'] },
  { label: 'DEMO-HQC-2', roles: ['HQC'] },
  { label: 'DEMO-LABR-1', roles: ['LABR'] },
  // Reviews what others examined, and must not review what he examined himself (SD-3).
  { label: 'DEMO-LABX-1', roles: ['LABX', 'LABV'] },
  { label: 'DEMO-LABV-1', roles: ['LABV'] },
  { label: 'DEMO-CASE-1', roles: ['CASE'] },
  // Stands in for the legal officer, and must not decide what he asked for himself (SD-2).
  { label: 'DEMO-CASE-2', roles: ['CASE', 'LEG'] },
  { label: 'DEMO-LEG-1', roles: ['LEG'], alg: 'ES384' },
  { label: 'DEMO-JMAC-1', roles: ['JMAC'] },
  { label: 'DEMO-HR-1', roles: ['HR'] },
  { label: 'DEMO-HOM-1', roles: ['HOM'] },
  { label: 'DEMO-FOC-1', roles: ['FOC'] },
  { label: 'DEMO-AUD-1', roles: ['AUD'] },
  { label: 'DEMO-OPJ-1', roles: ['NAT-OPJ'] },
  operator,
];

/** Of the laboratory, which is a unit of its own. */
export function isOfLaboratory({ roles }: CastListing): boolean {
  return roles.some(role => role.startsWith('LAB'));
}

export function isNational({ roles }: CastListing): boolean {
  return roles.some(role => role.startsWith('NAT-'));
}
