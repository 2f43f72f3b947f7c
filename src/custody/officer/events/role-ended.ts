import { following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { LocalId } from '../../schema/identifiers.js';
import { refuseIf } from '../../violation.js';
import { secondRegistrar } from '../authority.js';
import type { OfficerState } from '../state.js';

const body = Exactly({
  grant: LocalId('Number of the grant that ends (UUID)', "Numéro de l'octroi qui prend fin (UUID)"),
  reason: Prose('Reason', 'Raison'),
});

/** `officer.role-ended` (log-format section 8; SD-8). What the officer holds then is listed, not hidden. */
export const officerRoleEnded = following<OfficerState, typeof body>({
  type: 'officer.role-ended',
  form: 1,
  source: 'log-format section 8, SD-8',
  title: { en: 'Role ended', fr: 'Rôle terminé' },
  body,
  decide(state, act, circumstances) {
    const grant = Object.hasOwn(state.grants, act.body.grant) ? state.grants[act.body.grant] : undefined;
    return [
      ...secondRegistrar(act, circumstances),
      ...refuseIf(grant === undefined || grant.ended !== null, 'officer.grant-unknown', '/body/grant', {
        grant: act.body.grant,
      }),
    ];
  },
  evolve(state, act) {
    const grant = state.grants[act.body.grant];
    if (grant === undefined) return state;
    return { ...state, grants: { ...state.grants, [act.body.grant]: { ...grant, ended: act.index } } };
  },
});
