import { parseTime } from '../../../log/index.js';
import { uncorrected } from '../../common/state.js';
import { holdsRole } from '../../officer/state.js';
import { isRoleCode, roleCodes, roles } from '../../roles.js';
import { beginning, type Circumstances } from '../../rule.js';
import { Code, Count, Exactly, Line, Nullable, Prose, type Static, words } from '../../schema/described.js';
import { beforeItemsDigest, groupMembers } from '../../schema/group.js';
import { IdOf, LocalId } from '../../schema/identifiers.js';
import { actMembers, Instant } from '../../schema/occurrence.js';
import { checkDueDiligence } from '../../unit/due-diligence.js';
import { refuseIf, type Violation } from '../../violation.js';
import { offeredKinds, transferMeans } from '../../vocabulary/transfers.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkPackagesWhole } from '../checks/packages-whole.js';
import { checkNationalRecipient } from '../checks/recipient.js';
import { checkItemsStillCovered, subjectsOf } from '../checks/sources-covered.js';
import { checkStoreOfSite } from '../checks/stores.js';
import { Container, claimOfContainer } from '../container.js';
import { itemOf, type LineStatus, type TransferState } from '../state.js';

const custodyRoles = roleCodes.filter(role => roles[role].custody);

export const offeredBody = Exactly({
  ...actMembers,
  ...groupMembers,
  manifest: Line('Number of the manifest', 'Numéro du bordereau', 60),
  leg: Exactly(
    {
      number: Count('Leg number', "Numéro de l'étape", { min: 1, max: 50 }),
      of: Count('Number of legs', "Nombre d'étapes", { min: 1, max: 50 }),
    },
    words('Leg n of m', 'Étape n sur m'),
  ),
  kind: Code(offeredKinds, 'Kind of transfer', 'Nature du transfert'),
  purpose: Prose('Purpose in words', 'Objet, en clair', 1000),
  from: Exactly(
    {
      capacity: Line('Capacity of the giver', 'Qualité du remettant'),
      site: Nullable(IdOf('site', 'Site the items leave', 'Site de départ')),
      store: Nullable(LocalId('Store the items leave', 'Dépôt de départ')),
    },
    words('Giver', 'Remettant'),
  ),
  receiver: Exactly(
    {
      officer: Nullable(
        IdOf(
          'officer',
          'Receiver; null only for a national receiver without key',
          'Destinataire ; null seulement pour un destinataire national sans clé',
        ),
      ),
      role: Code(custodyRoles, 'Role in which he receives', 'Rôle du destinataire'),
      capacity: Line('Capacity of the receiver', 'Qualité du destinataire'),
      unit: Nullable(IdOf('unit', 'Unit of the receiver', 'Unité du destinataire')),
      site: Nullable(IdOf('site', 'Receiving site', 'Site de réception')),
      store: Nullable(LocalId('Receiving store', 'Dépôt de réception')),
    },
    words('Receiver', 'Destinataire'),
  ),
  release: Nullable(
    IdOf('release', 'Release a handover relies on', "Autorisation de remise sur laquelle s'appuie la remise"),
  ),
  means: Code(codesOf(transferMeans), 'Means of transport', 'Moyen de transport'),
  movementReference: Nullable(Line('Movement reference', 'Référence du mouvement')),
  dangerousGoodsReference: Nullable(
    Line('Dangerous-goods declaration', 'Déclaration de marchandises dangereuses'),
  ),
  routeClass: Nullable(Line('Route class', "Classe d'itinéraire", 60)),
  container: Nullable(Container),
  plannedDeparture: Instant('Planned departure', 'Départ prévu'),
  plannedArrival: Instant('Planned arrival', 'Arrivée prévue'),
});

type Offer = Static<typeof offeredBody>;

/**
 * `transfer.offered` (E17, D4): the manifest. Whose the items are, whether they may move and whether they are
 * released is judged for each item, so that the history of one item shows it by itself.
 */
export const transferOffered = beginning<TransferState, typeof offeredBody>({
  type: 'transfer.offered',
  form: 2,
  source: 'E17, D4, RQ-20',
  title: { en: 'Transfer offered', fr: 'Transfert proposé' },
  body: offeredBody,
  former: [beforeItemsDigest(offeredBody)],
  itemTypes: ['evidence.offered'],
  decide(act, circumstances) {
    const { leg, plannedDeparture, plannedArrival } = act.body;
    return [
      ...refuseIf(leg.number > leg.of, 'transfer.leg', '/body/leg', {
        number: String(leg.number),
        of: String(leg.of),
      }),
      ...refuseIf(
        parseTime(plannedArrival) < parseTime(plannedDeparture),
        'transfer.planned-times',
        '/body/plannedArrival',
      ),
      ...checkReceiverNamed(act.body, circumstances),
      ...checkNationalKind(act.body, circumstances),
    ];
  },
  claims: ({ body }) => claimOfContainer(body.container),
  looksUp: ({ body }) => (body.kind === 'HANDOVER' ? { linkedTo: subjectsOf(body) } : {}),
  decideLogWide: (_state, { body }, facts) => [
    ...checkPackagesWhole(facts),
    ...checkStoreOfSite(body.from, '/body/from/store', facts),
    ...checkStoreOfSite(body.receiver, '/body/receiver/store', facts),
    ...(body.kind === 'HANDOVER'
      ? [
          ...checkNationalRecipient(body.receiver.unit, '/body/receiver/unit', facts),
          ...(body.receiver.unit === null
            ? []
            : checkDueDiligence(body.receiver.unit, '/body/receiver/unit', facts)),
          ...checkItemsStillCovered(body, body.release, body.receiver.unit, facts),
        ]
      : []),
  ],
  evolve(act, circumstances) {
    const { body, actor } = act;
    const unit = circumstances.officer(actor.officer)?.unit ?? null;
    const { kind, manifest, from, receiver, release, container, plannedDeparture, plannedArrival } = body;
    const lines = body.items.map(({ subject }) => [itemOf(subject), 'OFFERED' as LineStatus] as const);
    return {
      ...uncorrected,
      kind,
      stage: 'OFFERED',
      manifest,
      giver: { ...from, ...actor, unit },
      receiver,
      release,
      container,
      plannedDeparture,
      plannedArrival,
      begunAt: body.occurred.at,
      legs: [],
      lines: Object.fromEntries(lines),
    };
  },
});

/** RQ-20, SD-8: there is a receiver, and his role is in force. */
function checkReceiverNamed(offer: Offer, circumstances: Circumstances): readonly Violation[] {
  const { officer, role } = offer.receiver;
  if (officer === null) {
    return refuseIf(offer.kind !== 'HANDOVER', 'transfer.receiver-missing', '/body/receiver/officer');
  }
  const state = circumstances.officer(officer);
  const held = state !== undefined && holdsRole(state, role, circumstances.receivedAt);
  return refuseIf(!held, 'transfer.receiver-role-not-held', '/body/receiver', { officer, role });
}

/** GATE-6, GATE-10: only a handover goes to a national authority, to a named unit, on a named release. */
function checkNationalKind(offer: Offer, circumstances: Circumstances): readonly Violation[] {
  const { kind, receiver, release } = offer;
  const { officer, role, unit } = receiver;
  const handover = kind === 'HANDOVER';
  const unitOfOfficer = officer === null ? undefined : circumstances.officer(officer)?.unit;
  return [
    ...refuseIf(
      isRoleCode(role) && roles[role].national !== handover,
      'transfer.kind-not-of-role',
      '/body/receiver/role',
      {
        kind,
        role,
      },
    ),
    ...refuseIf(handover && unit === null, 'transfer.recipient-unit-missing', '/body/receiver/unit'),
    ...refuseIf(
      handover && unit !== null && unitOfOfficer !== undefined && unitOfOfficer !== unit,
      'transfer.recipient-not-of-unit',
      '/body/receiver/unit',
      { officer: officer ?? '', unit: unit ?? '' },
    ),
    ...refuseIf(handover && release === null, 'transfer.release-missing', '/body/release'),
    ...refuseIf(!handover && release !== null, 'transfer.release-without-handover', '/body/release', {
      kind,
    }),
  ];
}
