import { groupId } from '../../common/group-body.js';
import type { EvidenceState, PhysicalState } from '../../evidence/state.js';
import type { Act, Circumstances } from '../../rule.js';
import { refuseIf, type Violation } from '../../violation.js';
import type { CategoryCode } from '../../vocabulary/materiel.js';
import { unbrokenStatuses } from '../../vocabulary/seals.js';
import type { ContentClass } from '../fields.js';

interface Packed {
  readonly package: string;
  readonly sealNumber: string;
}

/** The item event repeats package and seal of its group, so that one item alone tells both. */
export function checkRepeatsGroup(
  { body }: Act<Packed>,
  circumstances: Circumstances,
  number: string,
): readonly Violation[] {
  const agrees = body.package === groupId(circumstances) && body.sealNumber === number;
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

/**
 * What goes into a package was taken out of any other, on record: a seal that was found damaged is no opening, and
 * the item would be in two packages. Into its own package it goes back under whatever broken seal.
 */
export function checkTakenOut(state: EvidenceState, into: string): readonly Violation[] {
  const { seal } = state;
  const own = seal?.package === into;
  return refuseIf(
    seal !== null && (own ? unbrokenStatuses.includes(seal.status) : seal.status !== 'OPENED_AUTHORISED'),
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
export function checkFirearms(state: EvidenceState, holds: ContentClass): readonly Violation[] {
  const { number, firearm, safety } = state;
  return [
    ...refuseIf(firearm && !safety.weaponCleared, 'package.firearm-not-cleared', '/subject', { number }),
    ...refuseIf(!mayLieWith(state, holds), 'package.firearm-and-ammunition', '/subject', {
      number,
      holds,
    }),
  ];
}

/** Spent cases and empty magazines hold no explosive: they are no ammunition here. */
function mayLieWith({ firearm, explosivePossible, category }: EvidenceState, holds: ContentClass): boolean {
  if (firearm) return holds === 'FIREARMS';
  if (!explosivePossible) return true;
  const ammunition: CategoryCode = 'AMMUNITION';
  return category === ammunition ? holds === 'AMMUNITION' : holds !== 'FIREARMS';
}
