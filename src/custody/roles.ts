import type { Text } from './text.js';

interface Role {
  readonly title: Text;
  /** May a holder of this role answer for evidence (be its custodian)? */
  readonly custody: boolean;
  /** REG and OPS hold no operational role beside it (SD-7; domain.md section (b), REG). */
  readonly operational: boolean;
  /** Held by officers of the national authorities only. */
  readonly national: boolean;
}

function role(en: string, fr: string, traits: Partial<Omit<Role, 'title'>> = {}): Role {
  return { title: { en, fr }, custody: false, operational: true, national: false, ...traits };
}

/** Role codes of domain.md section (b). A code never changes its meaning. */
export const roles = {
  FR: role('First responder', 'Primo-intervenant', { custody: true }),
  EOD: role('EOD team leader', "Chef d'équipe NEDEX", { custody: true }),
  WIT: role('Weapons Intelligence collector', "Collecteur de l'équipe Weapons Intelligence", {
    custody: true,
  }),
  CSO: role('Crime-scene officer', 'Technicien de scène de crime', { custody: true }),
  SEC: role('Sector evidence custodian', 'Gardien des scellés du secteur', { custody: true }),
  COU: role('Courier', 'Convoyeur', { custody: true }),
  HQC: role('Headquarters evidence custodian', 'Gardien des scellés du quartier général', { custody: true }),
  LABR: role('Laboratory reception', 'Réception du laboratoire', { custody: true }),
  LABX: role('Laboratory examiner', 'Examinateur du laboratoire', { custody: true }),
  LABV: role('Laboratory technical reviewer', 'Vérificateur technique du laboratoire'),
  CASE: role('Case officer', "Officier chargé de l'affaire"),
  JMAC: role('Analyst', 'Analyste'),
  LEG: role('Legal officer', 'Juriste de la Mission'),
  HR: role('Human rights officer', "Spécialiste des droits de l'homme"),
  JUS: role('Justice liaison', 'Liaison avec la justice'),
  FOC: role(
    'Focal point for crimes against peacekeepers',
    'Point focal pour les crimes contre les Casques bleus',
  ),
  HOM: role('Head of Mission or delegate', 'Chef de la Mission ou son délégué'),
  'NAT-OPJ': role('National judicial police officer', 'Officier de police judiciaire', {
    custody: true,
    national: true,
  }),
  'NAT-GRF': role('Court registrar', 'Greffier', { custody: true, national: true }),
  'NAT-PRO': role('Prosecutor or investigating judge', "Procureur ou juge d'instruction", {
    custody: true,
    national: true,
  }),
  AUD: role('Auditor', 'Auditeur'),
  ARC: role('Records officer', 'Archiviste', { custody: true }),
  REG: role('Registrar', 'Officier enregistreur', { operational: false }),
  OPS: role('Operator', 'Exploitant', { operational: false }),
} as const satisfies Record<string, Role>;

export type RoleCode = keyof typeof roles;

export const roleCodes = Object.keys(roles) as readonly RoleCode[];

export function isRoleCode(value: string): value is RoleCode {
  return Object.hasOwn(roles, value);
}
