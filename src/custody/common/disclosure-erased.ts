import { collectDigests } from '../../log/index.js';
import { type EventRule, following } from '../rule.js';
import { Exactly, Line, Prose } from '../schema/described.js';
import { EventId, type Kind } from '../schema/identifiers.js';
import { refuseIf } from '../violation.js';
import type { CommonState } from './state.js';

const body = Exactly({
  eventId: EventId('Event the claim stands in', "Acte où figure l'élément"),
  digest: Line('Digest of the claim', "Empreinte de l'élément", 43),
  reason: Prose('Source protection, end of retention …', 'Protection de la source, fin de conservation …'),
});

/**
 * `<kind>.disclosure-erased` (log-format section 2): the withheld value is erased from the store; its digest
 * and every proof stay. Erasing cannot be undone; who may order it is the SOP's.
 */
export function disclosureErased<State extends CommonState>(kind: Kind): EventRule<State> {
  return following<State, typeof body>({
    type: `${kind}.disclosure-erased`,
    form: 1,
    source: 'log-format section 2, GATE-8',
    title: { en: 'Withheld claim erased', fr: 'Élément réservé effacé' },
    body,
    decide(_state, act, circumstances) {
      const original = circumstances.referenced(act.body.eventId);
      const stands =
        original !== undefined &&
        original.subject === act.subject &&
        collectDigests(original.body).some(({ digest }) => digest === act.body.digest);
      return refuseIf(!stands, 'erased.not-of-subject', '/body/digest', { subject: act.subject });
    },
    evolve: state => state,
  });
}
