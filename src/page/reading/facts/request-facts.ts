import {
  receivedRequestKinds,
  requestAnswers,
  requestClosures,
} from '../../../custody/vocabulary/requests.js';
import type { ActRead } from '../contents-reading.js';
import { dayOf, type Fact, fact, joined, Members } from './fact.js';
import { lastOf } from './release-facts.js';

/** A request of an authority (E37), and what was answered. */
export function requestFacts(acts: readonly ActRead[]): readonly Fact[] {
  const asked = lastOf(acts, 'request.registered');
  const answers = acts
    .filter(({ event }) => event.type === 'request.answered')
    .map(Members.of)
    .map(answer =>
      joined(
        ' – ',
        answer.text('answer', requestAnswers),
        answer.text('reason'),
        dayOf(answer.raw('sentOn')),
      ),
    );
  const closed = lastOf(acts, 'request.closed');
  return [
    ...(asked === null ? [] : registeredFacts(asked)),
    ...fact('Answers', 'Réponses', ...answers),
    ...fact('Closed', 'Close', closed?.text('closure', requestClosures) ?? null),
  ];
}

function registeredFacts(asked: Members): readonly Fact[] {
  const authority = asked.within('authority');
  return [
    ...fact('Authority', 'Autorité requérante', authority.text('capacity')),
    ...fact('Who signed it', 'Signataire', authority.text('person')),
    ...fact(
      'Request',
      'Demande',
      joined(
        ', ',
        asked.text('kind', receivedRequestKinds),
        asked.text('reference'),
        dayOf(asked.raw('date')),
      ),
    ),
    ...fact('What is asked for', 'Objet de la demande', asked.text('askedFor')),
    ...fact('Proceedings', 'Procédure', asked.text('proceedings')),
    ...fact('Offence', 'Infraction', asked.text('offence')),
    ...fact('To be answered by', 'Réponse attendue pour le', dayOf(asked.raw('deadline'))),
  ];
}
