import type { EvidenceState, PhysicalState, SealStatus } from '../../evidence/state.js';
import type { Act, Circumstances } from '../../rule.js';
import { refuseIf, type Violation } from '../../violation.js';
import { unbrokenStatuses } from '../../vocabulary/seals.js';
import type { ContentClass } from '../fields.js';

interface Packed {
  readonly package: string;
  readonly sealNumber: string;
}

/** What an item event reads of its group's body, which has passed its schema. */
interface PackageAct {
  /** The seal that the act is about: of a package that is opened, resealed or found damaged. */
  readonly sealNumber?: string;
  /** The seal that the act applies. */
  readonly seal?: { readonly number: string };
  readonly holds?: ContentClass;
  readonly authority?: { readonly kind: string };
  /** State of the seal before it was opened. */
  readonly sealState?: SealStatus;
  /** State in which it was found damaged. */
  readonly state?: SealStatus;
}

export function packageActOf(circumstances: Circumstances): PackageAct {
  return (circumstances.group?.body ?? {}) as PackageAct;
}

/** The item event repeats package and seal of its group, so that one item alone tells both. */
export function checkRepeatsGroup(act: Act<Packed>, circumstances: Circumstances): readonly Violation[] {
  const { seal, sealNumber } = packageActOf(circumstances);
  const number = seal?.number ?? sealNumber ?? '';
  const agrees =
    circumstances.group?.subject === `package/${act.body.package}` && act.body.sealNumber === number;
  return refuseIf(!agrees, 'package.item-differs', '/body', { number });
}

/**
 * Only the custodian of the item seals, opens or reseals, or another for him, whom he countersigns as
 * `custodian`. One officer is looked at, so all items of a package have the same custodian.
 */
export function checkCustodian(
  state: EvidenceState,
  act: Act<unknown>,
  { countersigners }: Circumstances,
): readonly Violation[] {
  const authority = countersigners.find(({ as }) => as === 'custodian')?.officer ?? act.actor.officer;
  return refuseIf(state.custody?.officer !== authority, 'package.not-custodian', '/actor/officer', {
    number: state.number,
    officer: authority,
  });
}

/** The item is in somebody's hands. */
export function checkAtHand(state: EvidenceState, admitted: readonly PhysicalState[]): readonly Violation[] {
  return refuseIf(!admitted.includes(state.physical), 'package.item-not-at-hand', '/subject', {
    number: state.number,
    physical: state.physical,
  });
}

/** Offered or on the way, an item stays as its manifest says (domain.md (b), L2). */
export function checkNotInTransfer(state: EvidenceState): readonly Violation[] {
  return refuseIf(state.transit !== null, 'package.item-in-transfer', '/subject', {
    number: state.number,
    transfer: state.transit?.transfer ?? '',
  });
}

/** What goes into a package is under no unbroken seal: it would be in two packages. */
export function checkNotUnderSeal(state: EvidenceState): readonly Violation[] {
  const { seal } = state;
  return refuseIf(
    seal !== null && unbrokenStatuses.includes(seal.status),
    'package.item-under-seal',
    '/subject',
    { number: state.number, seal: seal?.number ?? '' },
  );
}

/** The item is in this package, under this seal, as far as its own history knows. */
export function checkUnderThisSeal(state: EvidenceState, act: Act<Packed>): readonly Violation[] {
  const { package: id, sealNumber } = act.body;
  return refuseIf(
    state.seal?.package !== id || state.seal.number !== sealNumber,
    'package.item-not-inside',
    '/subject',
    { number: state.number, seal: sealNumber },
  );
}

/** E11 comes before E14: nobody packs what might explode and was not looked at, nor what must not be moved. */
export function checkSafety({ number, safety, explosivePossible }: EvidenceState): readonly Violation[] {
  return [
    ...refuseIf(
      explosivePossible && safety.status === 'UNASSESSED',
      'package.safety-not-assessed',
      '/subject',
      { number },
    ),
    ...refuseIf(safety.status === 'HAZARDOUS_DO_NOT_MOVE', 'package.item-hazardous', '/subject', { number }),
  ];
}

/**
 * GATE-3: a firearm is cleared by two before it is packed, and no package holds a firearm and ammunition. The
 * package says which it holds and every item is held against that, so that one item's history shows it alone.
 */
export function checkFirearms(state: EvidenceState, circumstances: Circumstances): readonly Violation[] {
  const { number, firearm, safety, hazardClass } = state;
  const { holds } = packageActOf(circumstances);
  const ammunition = hazardClass === 'AMMUNITION';
  const apart = (!firearm || holds === 'FIREARMS') && (!ammunition || holds === 'AMMUNITION');
  return [
    ...refuseIf(firearm && !safety.weaponCleared, 'package.firearm-not-cleared', '/subject', { number }),
    ...refuseIf(!apart, 'package.firearm-and-ammunition', '/subject', { number, holds: holds ?? '' }),
  ];
}
