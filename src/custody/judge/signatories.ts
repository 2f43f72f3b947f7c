import { isRoleCode, type RoleCode } from '../roles.js';
import type { Act, Circumstances } from '../rule.js';
import type { Sop } from '../sop/document.js';
import { refuse, refuseIf, type Violation } from '../violation.js';

type ActSignatures = Sop['acts'][string];
type Countersignature = ActSignatures['countersignatures'][number];

/**
 * Capacities any act may be countersigned in, whatever the SOP says of the act. In which roles one supervises is its
 * `supervisors`; in which one passes a gate, the gate's (`checkOverrides`).
 */
const alwaysAdmitted = ['supervisor', 'overriding-officer'];

/** Who may sign the act, and who has to countersign it, is the SOP's (SOP `acts`; log-format section 10). */
export function checkSignatories(act: Act, circumstances: Circumstances): readonly Violation[] {
  const provided = Object.hasOwn(circumstances.sop.acts, act.type)
    ? circumstances.sop.acts[act.type]
    : undefined;
  if (provided === undefined) return [refuse('sop.act-not-provided', '/type', { type: act.type })];
  const { countersignatures } = provided;
  const signers = signersOf(provided, act);
  return [
    ...refuseIf(
      !isRoleCode(act.actor.role) || !signers.includes(act.actor.role),
      'signer.role-not-provided',
      '/actor/role',
      { role: act.actor.role, type: act.type, allowed: signers.join(', ') },
    ),
    ...countersignatures.flatMap(owed => checkOwed(act, owed, circumstances)),
    ...checkRoles(
      act,
      { as: 'supervisor', roles: circumstances.sop.supervisors?.roles ?? null },
      circumstances,
    ),
    ...circumstances.countersigners
      .filter(({ as }) => !alwaysAdmitted.includes(as) && !countersignatures.some(owed => owed.as === as))
      .map(({ as }) => refuse('countersignature.not-provided', '', { type: act.type, as })),
  ];
}

function signersOf({ signers, signersByKind = {} }: ActSignatures, { body }: Act): readonly RoleCode[] {
  const { kind } = body;
  const named =
    typeof kind === 'string' && Object.hasOwn(signersByKind, kind) ? signersByKind[kind] : undefined;
  return named === undefined ? signers : signers.filter(role => named.includes(role));
}

function checkOwed(act: Act, owed: Countersignature, circumstances: Circumstances): readonly Violation[] {
  const given = circumstances.countersigners.filter(signer => signer.as === owed.as);
  return [
    ...refuseIf(given.length < owed.count, 'countersignature.missing', '', {
      type: act.type,
      as: owed.as,
      count: String(owed.count),
      present: String(given.length),
    }),
    ...checkRoles(act, owed, circumstances),
  ];
}

function checkRoles(
  act: Act,
  { as, roles }: Pick<Countersignature, 'as' | 'roles'>,
  { countersigners }: Circumstances,
): readonly Violation[] {
  if (roles === null) return [];
  return countersigners
    .filter(signer => signer.as === as && (!isRoleCode(signer.role) || !roles.includes(signer.role)))
    .map(({ role }) =>
      refuse('countersignature.role-not-provided', '', {
        type: act.type,
        as,
        role,
        allowed: roles.join(', '),
      }),
    );
}
