import { Exactly, Line, Prose, words } from '../../schema/described.js';
import { groupMembers } from '../../schema/group.js';
import { actMembers, Day } from '../../schema/occurrence.js';
import { Coded } from '../../vocabulary/coded.js';
import { requestKinds } from '../../vocabulary/releases.js';
import { Recipient } from '../fields/recipient.js';

/** Form 2 of `release.requested`: it told the request of the authority itself, which was registered nowhere. */
export const requestedWithoutRequest = Exactly({
  ...actMembers,
  ...groupMembers,
  number: Line('Number of the release', "Numéro de la demande d'autorisation de remise", 60),
  recipient: Recipient,
  request: Exactly(
    {
      kind: Coded(requestKinds, 'Kind of request', 'Nature de la demande'),
      reference: Line('Reference of the request', 'Référence de la demande'),
      date: Day('Date of the request', 'Date de la demande'),
    },
    words('Request received', 'Demande reçue'),
  ),
  purpose: Prose('What the items are for', 'Objet de la remise', 2000),
  proceedings: Line('Proceedings', 'Procédure'),
  offence: Line('Offence', 'Infraction'),
});
