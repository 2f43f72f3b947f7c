import { parseTime } from '../../../log/index.js';
import { type RoleCode, roleCodes, roles } from '../../roles.js';
import { following } from '../../rule.js';
import { Code, Exactly, Nullable } from '../../schema/described.js';
import { LocalId } from '../../schema/identifiers.js';
import { Instant } from '../../schema/occurrence.js';
import { refuseIf, type Violation } from '../../violation.js';
import { secondRegistrar } from '../authority.js';
import type { OfficerState, RoleGrant } from '../state.js';

const body = Exactly({
  grant: LocalId('Number of the grant (UUID)', "Numéro de l'octroi (UUID)"),
  role: Code(roleCodes, 'Role', 'Rôle'),
  from: Instant('First instant of the role', 'Début du rôle'),
  until: Nullable(Instant('End of the role', 'Fin du rôle')),
});

/** `officer.role-granted` (log-format section 8; SD-7, SD-8). */
export const officerRoleGranted = following<OfficerState, typeof body>({
  type: 'officer.role-granted',
  form: 1,
  source: 'log-format section 8, SD-7, SD-8',
  title: { en: 'Role granted', fr: 'Rôle accordé' },
  body,
  decide(state, act, circumstances) {
    const { role, from, until } = act.body;
    return [
      ...secondRegistrar(act, circumstances),
      ...refuseIf(until !== null && parseTime(until) <= parseTime(from), 'officer.role-dates', '/body/until'),
      ...refuseIf(until === null && roles[role].operational, 'officer.role-without-end', '/body/until', {
        role,
      }),
      ...refuseIf(
        roles[role].national !== state.national && roles[role].operational,
        'officer.role-national',
        '/body/role',
        {
          role,
        },
      ),
      ...separated(state, act.body),
    ];
  },
  claims: act => [{ set: 'grant', key: act.body.grant }],
  evolve(state, act) {
    const { grant, role, from, until } = act.body;
    const granted: RoleGrant = {
      role,
      from: parseTime(from),
      until: until === null ? null : parseTime(until),
      granted: act.index,
      ended: null,
    };
    return { ...state, grants: { ...state.grants, [grant]: granted } };
  },
});

/** SD-7: OPS and REG hold no operational role, and neither holds the other's. */
function separated(
  state: OfficerState,
  { role, from, until }: { role: RoleCode; from: string; until: string | null },
): readonly Violation[] {
  const clash = Object.values(state.grants).find(
    grant =>
      grant.role !== role &&
      grant.ended === null &&
      overlaps(grant, parseTime(from), until === null ? null : parseTime(until)) &&
      (!roles[grant.role].operational || !roles[role].operational),
  );
  return refuseIf(clash !== undefined, 'officer.operator-holds-operational-role', '/body/role', {
    role,
    held: clash?.role ?? '',
  });
}

function overlaps(grant: RoleGrant, from: number, until: number | null): boolean {
  return (grant.until === null || from < grant.until) && (until === null || grant.from < until);
}
