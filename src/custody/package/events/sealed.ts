import { uncorrected } from '../../common/state.js';
import { beginning } from '../../rule.js';
import { Exactly, Line } from '../../schema/described.js';
import { beforeItemsDigest, groupMembers } from '../../schema/group.js';
import { actMembers } from '../../schema/occurrence.js';
import { Coded } from '../../vocabulary/coded.js';
import { packageTypes } from '../../vocabulary/seals.js';
import { itemsListed } from '../contents.js';
import { HeldClass, Label, SealApplied } from '../fields.js';
import { checkSealFromStock } from '../seal-check.js';
import { appliedSeal, type PackageState } from '../state.js';

export const sealedBody = Exactly({
  ...actMembers,
  ...groupMembers,
  packageNumber: Line('Number of the package', 'Numéro du colis', 40),
  packageType: Coded(packageTypes, 'Type of package', 'Type de conditionnement'),
  holds: HeldClass,
  seal: SealApplied,
  label: Label,
});

/** `package.sealed` (E14, D3): items are packed, sealed and labelled; a witness signs. Begins the package. */
export const packageSealed = beginning<PackageState, typeof sealedBody>({
  type: 'package.sealed',
  form: 2,
  source: 'E14, D3',
  title: { en: 'Placed under seal', fr: 'Placement sous scellés' },
  body: sealedBody,
  former: [beforeItemsDigest(sealedBody)],
  itemTypes: ['evidence.sealed'],
  decide: () => [],
  decideLogWide: (_state, act, facts) => checkSealFromStock(act.body.seal, act.actor.officer, facts),
  claims: ({ body: { seal, packageNumber } }) => [
    { set: 'seal-number', key: seal.number },
    { set: 'package-number', key: packageNumber },
  ],
  evolve(act) {
    const { packageNumber, packageType, holds, occurred } = act.body;
    return {
      ...uncorrected,
      number: packageNumber,
      packageType,
      seal: appliedSeal(act),
      formerSeals: [],
      holds,
      contents: itemsListed(act.body),
      lastOccurred: { at: occurred.at, precision: occurred.precision },
    };
  },
});
