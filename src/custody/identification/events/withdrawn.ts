import { following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import type { IdentificationState } from '../state.js';

const body = Exactly({ ...actMembers, reason: Prose('Why it is withdrawn', 'Raison du retrait') });

/** `identification.withdrawn` (E35): nothing of it counts any more; what the record says is all there is again. */
export const identificationWithdrawn = following<IdentificationState, typeof body>({
  type: 'identification.withdrawn',
  form: 1,
  source: 'E35',
  title: { en: 'Identification withdrawn', fr: 'Identification retirée' },
  body,
  decide: ({ withdrawn }) => refuseIf(withdrawn !== null, 'identification.withdrawn-already', '/subject'),
  evolve: (state, { eventId, actor, body: { reason } }) => ({
    ...state,
    withdrawn: { event: eventId, by: actor.officer, reason },
  }),
});
