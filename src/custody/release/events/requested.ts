import { uncorrected } from '../../common/state.js';
import type { RequestState } from '../../request/state.js';
import { type Act, beginning, type LogWideFacts } from '../../rule.js';
import { Code, Exactly, Line, Nullable, Prose, type Static } from '../../schema/described.js';
import { beforeItemsDigest, pieceGroupMembers } from '../../schema/group.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf, type Violation } from '../../violation.js';
import { dossierTypes } from '../../vocabulary/releases.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { Recipient } from '../fields/recipient.js';
import { requestedWithoutRequest } from '../former/requested.js';
import { pieceEventTypes } from '../piece.js';
import { checkRecipientInForce } from '../recipient.js';
import type { ReleaseState } from '../state.js';

export const requestedBody = Exactly({
  ...actMembers,
  ...pieceGroupMembers,
  number: Line('Number of the release', "Numéro de la demande d'autorisation de remise", 60),
  request: IdOf('request', 'Request of the authority', "Demande de l'autorité"),
  recipient: Recipient,
  purpose: Prose('What the pieces are for', 'Objet de la remise', 2000),
  proceedings: Line('Proceedings', 'Procédure'),
  offence: Line('Offence', 'Infraction'),
  article: Nullable(Line('Article of the law', 'Article de loi')),
  mandateBasis: Prose(
    'Basis in the mandate for support to that authority',
    "Fondement, dans le mandat, de l'appui à cette autorité",
    1000,
  ),
  dossierType: Code(codesOf(dossierTypes), 'What it is: originals, copies, summary', 'Nature du dossier'),
});

type Body = Static<typeof requestedBody> | Static<typeof requestedWithoutRequest>;

/** `release.requested` (E37, D6): by the case officer, for one recipient, over exactly the pieces listed. */
export const releaseRequested = beginning<ReleaseState, typeof requestedBody>({
  type: 'release.requested',
  form: 3,
  source: 'E37, D6, RQ-60, RQ-67',
  title: { en: 'Release requested', fr: 'Autorisation de remise demandée' },
  body: requestedBody,
  former: [
    beforeItemsDigest(requestedWithoutRequest),
    { form: 2, body: requestedWithoutRequest, supersededIn: 3 },
  ],
  itemTypes: pieceEventTypes('release-requested'),
  decide: () => [],
  decideLogWide: (_state, act, facts) => [
    ...checkRecipientInForce(act.body.recipient.unit, '/body/recipient/unit', facts),
    ...checkRequest(act, facts),
  ],
  evolve(act) {
    const body: Body = act.body;
    const { number, recipient, purpose, proceedings, offence, occurred, items } = body;
    const listed = items.map(({ subject }) => subject.slice(subject.indexOf('/') + 1));
    return {
      ...uncorrected,
      number,
      requestedBy: act.actor.officer,
      ...('dossierType' in body ? whatIsNew(body) : {}),
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

function whatIsNew({ request, article, mandateBasis, dossierType, items }: Static<typeof requestedBody>) {
  const pieces = items.map(({ subject }) => subject);
  return { request, article, mandateBasis, dossierType, pieces, inputs: [] };
}

/** A request that is registered, and open (E37). The bodies of earlier forms name none. */
function checkRequest(
  { form, body: { request } }: Act<Static<typeof requestedBody>>,
  facts: LogWideFacts,
): readonly Violation[] {
  if (form < 3) return [];
  const state = facts.state(`request/${request}`) as RequestState | undefined;
  if (state === undefined) return [];
  return refuseIf(state.closed !== null, 'release.request-closed', '/body/request', {
    number: state.number,
  });
}
