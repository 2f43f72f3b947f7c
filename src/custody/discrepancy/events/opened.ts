import { uncorrected } from '../../common/state.js';
import { beginning } from '../../rule.js';
import { Code, Exactly, List, Nullable, Prose, words } from '../../schema/described.js';
import { beforeItemsDigest, optionalGroupMembers } from '../../schema/group.js';
import { EventId, IdOf } from '../../schema/identifiers.js';
import { actMembers, Instant } from '../../schema/occurrence.js';
import { SealNumber } from '../../sealstock/seal-number.js';
import { refuseIf } from '../../violation.js';
import { discrepancyKinds, discrepancySources } from '../../vocabulary/discrepancies.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkDeadline, checkOwner, checkOwnerNotConcerned } from '../checks.js';
import { checkSealHolderNamed, checkShownOnAll, claimOfSeal } from '../shown-on-all.js';
import type { DiscrepancyState } from '../state.js';

export const openedBody = Exactly({
  ...actMembers,
  ...optionalGroupMembers,
  kind: Code(codesOf(discrepancyKinds), 'Kind of discrepancy', "Nature de l'anomalie"),
  what: Prose('What does not fit', "En quoi consiste l'anomalie"),
  source: Exactly(
    {
      kind: Code(codesOf(discrepancySources), 'What brought it to light', "Ce qui l'a révélée"),
      event: Nullable(EventId('The act that brought it to light', "L'acte qui l'a révélée")),
    },
    words('What brought it to light', "Ce qui l'a révélée"),
  ),
  concerns: Exactly(
    {
      package: Nullable(IdOf('package', 'Package concerned', 'Colis concerné')),
      sealNumber: Nullable(SealNumber('Seal concerned', 'Scellé concerné')),
      transfer: Nullable(IdOf('transfer', 'Transfer concerned', 'Transfert concerné')),
    },
    words('What it concerns beside items', 'Ce qui est concerné, outre les pièces'),
  ),
  custodians: List(
    IdOf('officer', 'Custodian', 'Dépositaire'),
    'Custodians concerned: they do not sign the closure',
    'Dépositaires concernés : ils ne signent pas la clôture',
    { max: 50 },
  ),
  owner: IdOf('officer', 'Officer who answers for the inquiry', "Officier responsable de l'enquête"),
  deadline: Instant('To be explained by', 'À élucider avant le'),
});

/**
 * `discrepancy.opened` (E49, V9, RQ-31, RQ-73): by a receiver, a counter, or whoever sees that something does
 * not fit. Over items, or about a package, a seal or a transfer, and then over what that holds.
 */
export const discrepancyOpened = beginning<DiscrepancyState, typeof openedBody>({
  type: 'discrepancy.opened',
  form: 2,
  source: 'E49, V9, RQ-31, RQ-73',
  title: { en: 'Discrepancy opened', fr: "Ouverture d'une anomalie" },
  body: openedBody,
  former: [beforeItemsDigest(openedBody)],
  itemTypes: ['evidence.discrepancy-opened'],
  itemsOptional: true,
  decide(act, circumstances) {
    const { concerns, custodians, items, owner, source } = act.body;
    const nothing = items.length === 0 && Object.values(concerns).every(concerned => concerned === null);
    const unread = source.event !== null && circumstances.referenced(source.event) === undefined;
    return [
      ...refuseIf(nothing, 'discrepancy.concerns-nothing', '/body/concerns'),
      ...refuseIf(
        items.length === 0 && custodians.length === 0,
        'discrepancy.custodians-missing',
        '/body/custodians',
      ),
      ...refuseIf(unread, 'reference.event-missing', '/body/source/event', { what: source.event ?? '' }),
      ...checkOwnerNotConcerned(owner, custodians),
      ...checkDeadline(act.body, circumstances),
    ];
  },
  looksUp: ({ body: { concerns } }) =>
    concerns.sealNumber === null ? {} : { claims: [claimOfSeal(concerns.sealNumber)] },
  decideLogWide: (_state, { body }, facts) => [
    ...checkOwner(body.owner, facts),
    ...checkSealHolderNamed(body, facts),
    ...checkShownOnAll(body, facts),
  ],
  evolve(act) {
    const { kind, what, owner, deadline, occurred, items, concerns, custodians } = act.body;
    return {
      ...uncorrected,
      kind,
      what,
      owner,
      deadline,
      openedBy: act.actor.officer,
      openedAt: occurred.at,
      lastOccurred: { at: occurred.at, precision: occurred.precision },
      items: items.map(({ subject }) => subject),
      ...concerns,
      custodians,
      explanations: [],
      closed: null,
    };
  },
});
