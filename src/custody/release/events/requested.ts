import { uncorrected } from '../../common/state.js';
import { beginning } from '../../rule.js';
import { Exactly, Line, Nullable, Prose, words } from '../../schema/described.js';
import { beforeItemsDigest, groupMembers } from '../../schema/group.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers, Day } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { Coded } from '../../vocabulary/coded.js';
import { requestKinds } from '../../vocabulary/releases.js';
import { pieceEventTypes } from '../piece.js';
import { checkRecipientInForce } from '../recipient.js';
import type { ReleaseState } from '../state.js';

const person = Exactly({
  name: Line('Name', 'Nom'),
  grade: Nullable(Line('Grade', 'Grade', 80)),
});

export const requestedBody = Exactly({
  ...actMembers,
  ...groupMembers,
  number: Line('Number of the release', "Numéro de la demande d'autorisation de remise", 60),
  recipient: Exactly(
    {
      unit: IdOf('unit', 'Unit of the recipient', 'Unité destinataire'),
      capacity: Line('Capacity of the recipient', 'Qualité du destinataire'),
      person: Nullable(Withholdable(person, 'Who receives, by name', 'Destinataire, nommément désigné')),
    },
    words('Recipient', 'Destinataire'),
  ),
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

/** `release.requested` (E37, D6): by the case officer, for one recipient, over exactly the items listed. */
export const releaseRequested = beginning<ReleaseState, typeof requestedBody>({
  type: 'release.requested',
  form: 2,
  source: 'E37, D6, RQ-60',
  title: { en: 'Release requested', fr: 'Autorisation de remise demandée' },
  body: requestedBody,
  former: [beforeItemsDigest(requestedBody)],
  itemTypes: pieceEventTypes('release-requested'),
  decide: () => [],
  decideLogWide: (_state, act, facts) =>
    checkRecipientInForce(act.body.recipient.unit, '/body/recipient/unit', facts),
  evolve(act) {
    const { number, recipient, purpose, proceedings, offence, occurred, items } = act.body;
    const listed = items.map(({ subject }) => subject.slice(subject.indexOf('/') + 1));
    return {
      ...uncorrected,
      number,
      requestedBy: act.actor.officer,
      recipientUnit: recipient.unit,
      recipientCapacity: recipient.capacity,
      purpose,
      proceedings,
      offence,
      requestedAt: occurred.at,
      decisions: [],
      items: Object.fromEntries(listed.map(item => [item, 'UNDER_REVIEW'])),
    };
  },
});
