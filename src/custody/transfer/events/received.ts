import type { SealOnItem } from '../../evidence/state.js';
import type { Act, Circumstances } from '../../rule.js';
import { following } from '../../rule.js';
import { Exactly, Flag, Nullable, type Static } from '../../schema/described.js';
import { beforeItemsDigest, groupMembers } from '../../schema/group.js';
import { actMembers } from '../../schema/occurrence.js';
import { StandIn } from '../../schema/stand-in.js';
import { refuseIf, type Violation } from '../../violation.js';
import { checkStillGoes } from '../checks/as-things-stand.js';
import { checkPackagesWhole } from '../checks/packages-whole.js';
import { checkNationalRecipient } from '../checks/recipient.js';
import { foundUnbroken, type SealCompared } from '../checks/seals-compared.js';
import { subjectsOf } from '../checks/sources-covered.js';
import { ContainerFound, checkContainerCompared, containerDiffers } from '../container.js';
import { HandoverRecord, HandoverRecordInClear } from '../handover-record.js';
import { type TransferState, withLines } from '../state.js';

const members = {
  ...actMembers,
  ...groupMembers,
  returns: Flag('Does it come back to the giver?', 'Est-ce un retour au remettant ?'),
  standIn: StandIn,
  container: Nullable(ContainerFound),
};

export const receivedBody = Exactly({ ...members, handover: Nullable(HandoverRecord) });

const bodyWithScanInClear = Exactly({ ...members, handover: Nullable(HandoverRecordInClear) });

/**
 * `transfer.received` (E20; E42 where the receiver is national): of the items listed; others of the manifest may
 * be received later, refused, or not have come at all.
 */
export const transferReceived = following<TransferState, typeof receivedBody>({
  type: 'transfer.received',
  form: 3,
  source: 'E20, E42, D4, GATE-4, RQ-20, RQ-31',
  title: { en: 'Received', fr: 'Réception' },
  body: receivedBody,
  former: [beforeItemsDigest(bodyWithScanInClear), { form: 2, body: bodyWithScanInClear, supersededIn: 3 }],
  itemTypes: ['evidence.received'],
  decide(state, act, circumstances) {
    return [
      ...checkContainerCompared(state.container, act.body.container),
      ...checkContainerReserve(state, act, circumstances),
      ...checkHandoverWitnessed(act, circumstances),
    ];
  },
  looksUp: ({ body }) => (body.handover === null ? {} : { linkedTo: subjectsOf(body) }),
  decideLogWide: ({ release }, { body }, facts) => [
    ...checkPackagesWhole(facts, foundOpen),
    ...checkNationalRecipient(body.handover?.unit ?? null, '/body/handover/unit', facts),
    ...checkStillGoes(body, release, body.handover?.unit ?? null, facts),
  ],
  evolve(state, act) {
    const status = act.body.returns ? 'RETURNED' : 'RECEIVED';
    return withLines(state, act.body.items, () => status);
  },
});

/** A package that arrived open may be received in part: what is missing from it is missing. */
function foundOpen({ body }: Act, seal: SealOnItem): boolean {
  return !foundUnbroken(seal, body.seals as unknown as readonly SealCompared[]);
}

/** GATE-4, RQ-31: where the container differs, whatever came in it is received under reserve. */
function checkContainerReserve(
  state: TransferState,
  act: Act<Static<typeof receivedBody>>,
  { items }: Circumstances,
): readonly Violation[] {
  const unreserved = items.some(item => item.body.reserve === null);
  return refuseIf(
    containerDiffers(state.container, act.body.container) && unreserved,
    'transfer.container-differs-without-reserve',
    '/body/container',
    { container: state.container?.number ?? '' },
  );
}

/** E42: the handover is witnessed, with key or on paper. */
function checkHandoverWitnessed(
  act: Act<Static<typeof receivedBody>>,
  { countersigners }: Circumstances,
): readonly Violation[] {
  const witnessed = countersigners.some(({ as }) => as === 'witness');
  return refuseIf(act.body.handover !== null && !witnessed, 'transfer.handover-not-witnessed', '');
}
