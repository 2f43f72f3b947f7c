import { parseTime } from '../../../log/index.js';
import { uncorrected } from '../../common/state.js';
import { type Act, beginning, type Circumstances } from '../../rule.js';
import { Exactly, Line, List, Nullable, Prose, type Static, words } from '../../schema/described.js';
import { beforeItemsDigest, groupMembers } from '../../schema/group.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers, Instant } from '../../schema/occurrence.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import { checkPackagesWhole } from '../checks/packages-whole.js';
import { itemOf, type LineStatus, type Side, type TransferState } from '../state.js';

export const takenOverBody = Exactly({
  ...actMembers,
  ...groupMembers,
  outgoing: IdOf('officer', 'Outgoing custodian', 'Gardien sortant'),
  outgoingCapacity: Line('Capacity of the outgoing custodian', 'Qualité du gardien sortant'),
  incomingCapacity: Line('Capacity of the incoming custodian', 'Qualité du gardien entrant'),
  inventoryReference: Line('Inventory', 'Inventaire'),
  keys: List(
    Line('Key or code', 'Clé ou code'),
    'Keys handed over; empty: none',
    'Clés remises ; vide : aucune',
    { max: 100 },
  ),
  openItems: List(
    Prose('Open item', 'Point en suspens', 500),
    'What is open: transfers, discrepancies, check-outs; empty: nothing',
    'Points en suspens : transferts, anomalies, sorties ; vide : aucun',
    { max: 100 },
  ),
  outgoingCannotSign: Nullable(
    Exactly({
      orderReference: Line('Order of the Head of Mission', 'Ordre du Chef de la Mission'),
      reason: Prose('Why he cannot sign', 'Pourquoi il ne peut pas signer', 1000),
      unattendedSince: Instant(
        'Since when nobody answers for the items',
        'Depuis quand personne ne répond des pièces',
      ),
    }),
    words('Outgoing custodian cannot sign', 'Le gardien sortant ne peut pas signer'),
  ),
});

type Body = Static<typeof takenOverBody>;

/** `transfer.taken-over` (E50): a change of custodian over all items concerned; nothing moves. */
export const transferTakenOver = beginning<TransferState, typeof takenOverBody>({
  type: 'transfer.taken-over',
  form: 2,
  source: 'E50, RQ-70',
  title: { en: 'Change of custodian', fr: 'Changement de gardien' },
  body: takenOverBody,
  former: [beforeItemsDigest(takenOverBody)],
  itemTypes: ['evidence.taken-over'],
  decide(act, circumstances) {
    return act.body.outgoingCannotSign === null
      ? checkSignedByOutgoing(act, circumstances)
      : checkOrdered(act, circumstances);
  },
  decideLogWide: (_state, _act, facts) => checkPackagesWhole(facts),
  evolve(act, circumstances) {
    const { body, actor } = act;
    const { outgoing, outgoingCapacity, incomingCapacity, inventoryReference, occurred, place, items } = body;
    const side = (officer: string, role: string | null, capacity: string): Side => ({
      officer,
      role,
      capacity,
      unit: circumstances.officer(officer)?.unit ?? null,
      site: place.site,
      store: null,
    });
    const signed = circumstances.countersigners.find(({ as }) => as === 'outgoing');
    const lines = items.map(({ subject }) => [itemOf(subject), 'RECEIVED' as LineStatus] as const);
    return {
      ...uncorrected,
      kind: 'CHANGE_OF_CUSTODIAN',
      stage: 'RECEIVED',
      manifest: inventoryReference,
      giver: side(outgoing, signed?.role ?? null, outgoingCapacity),
      receiver: side(actor.officer, actor.role, incomingCapacity),
      release: null,
      container: null,
      plannedDeparture: null,
      plannedArrival: null,
      begunAt: occurred.at,
      legs: [],
      lines: Object.fromEntries(lines),
    };
  },
});

function checkSignedByOutgoing(act: Act<Body>, { countersigners }: Circumstances): readonly Violation[] {
  const signed = countersigners.some(({ as, officer }) => as === 'outgoing' && officer === act.body.outgoing);
  return refuseIf(!signed, 'transfer.outgoing-not-signed', '/body/outgoing', { outgoing: act.body.outgoing });
}

/** E50 where the outgoing custodian cannot sign: by order of the Head of Mission, before two witnesses. */
function checkOrdered(act: Act<Body>, { countersigners }: Circumstances): readonly Violation[] {
  const { outgoingCannotSign, occurred } = act.body;
  if (outgoingCannotSign === null) return [];
  const ordered = countersigners.some(({ as }) => as === 'ordering-officer');
  const witnesses = countersigners.filter(({ as }) => as === 'witness').length;
  const backwards = parseTime(outgoingCannotSign.unattendedSince) > parseTime(occurred.at);
  return [
    ...(ordered ? [] : [refuse('transfer.change-not-ordered', '/body/outgoingCannotSign')]),
    ...refuseIf(witnesses < 2, 'transfer.change-second-witness', '/body/outgoingCannotSign', {
      present: String(witnesses),
    }),
    ...refuseIf(backwards, 'transfer.unattended-after-change', '/body/outgoingCannotSign/unattendedSince', {
      at: occurred.at,
    }),
  ];
}
