import { following, type PlacedAct } from '../../rule.js';
import { Exactly, Line, Nullable, type Static } from '../../schema/described.js';
import { beforeItemsDigest, groupMembers } from '../../schema/group.js';
import { actMembers } from '../../schema/occurrence.js';
import { ContainerFound, checkContainerCompared, claimOfContainer } from '../container.js';
import { checkAllListed } from '../lines.js';
import { type Leg, type TransferState, withLines } from '../state.js';

const legMembers = {
  ...actMembers,
  ...groupMembers,
  movementReference: Line(
    'Flight, convoy or vehicle reference',
    'Référence du vol, du convoi ou du véhicule',
  ),
  odometer: Nullable(Line('Odometer', 'Compteur kilométrique', 40)),
  container: Nullable(ContainerFound),
} as const;

export const departedBody = Exactly(legMembers);

/** `transfer.departed` (E18): the courier takes the consignment, whole; the giver countersigns. */
export const transferDeparted = following<TransferState, typeof departedBody>({
  type: 'transfer.departed',
  form: 2,
  source: 'E18, D4, RQ-24',
  title: { en: 'Departed with a courier', fr: 'Départ avec un convoyeur' },
  body: departedBody,
  former: [beforeItemsDigest(departedBody)],
  itemTypes: ['evidence.departed'],
  decide(state, act) {
    return [
      ...checkAllListed(state, 'OFFERED', act.body.items),
      ...checkContainerCompared(state.container, act.body.container),
    ];
  },
  /** A container of the offer was claimed there. */
  claims: ({ body }, before) => (before?.container == null ? claimOfContainer(body.container) : []),
  evolve(state, act) {
    const { container } = act.body;
    const sealed = container && { number: container.number, seal: container.seal };
    const departed = withLines(state, act.body.items, () => 'DEPARTED');
    return { ...departed, container: state.container ?? sealed, legs: [legOf(act)] };
  },
});

/** One leg begins: who carries the consignment from here, and how he found the container. */
export function legOf(act: PlacedAct<Static<typeof departedBody>>): Leg {
  const { movementReference, container, occurred } = act.body;
  return {
    courier: act.actor.officer,
    since: occurred.at,
    reference: movementReference,
    container,
    event: act.eventId,
  };
}
