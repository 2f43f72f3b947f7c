import { groupBody, groupId } from '../../common/group-body.js';
import { type EvidenceState, type PhysicalState, terminalStates } from '../../evidence/state.js';
import { following } from '../../rule.js';
import { Code, Exactly, Flag, Prose } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { refuse, refuseIf } from '../../violation.js';
import { discrepancyKinds, missingKinds } from '../../vocabulary/discrepancies.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { custodiansConcerned } from '../concerned.js';
import { openedBody } from '../events/opened.js';

const body = Exactly({
  ...itemMembers,
  kind: Code(codesOf(discrepancyKinds), 'Kind of discrepancy', "Nature de l'anomalie"),
  what: Prose('What does not fit, for this item', "En quoi consiste l'anomalie, pour cette pièce"),
  unaccounted: Flag('Can nobody say where the item is?', 'Nul ne peut-il dire où se trouve la pièce ?'),
});

/** States from which an item can go missing (domain.md C.1). */
const inCustody: readonly PhysicalState[] = ['COLLECTED', 'HELD', 'IN_TRANSIT', 'CHECKED_OUT', 'UNACCOUNTED'];

/**
 * `evidence.discrepancy-opened` (E49, RQ-31, RQ-73): stands on the item for good. An item that cannot be found
 * is `UNACCOUNTED`, and its custodian still answers for it.
 */
export const evidenceDiscrepancyOpened = following<EvidenceState, typeof body>({
  type: 'evidence.discrepancy-opened',
  form: 1,
  source: 'E49, RQ-31, RQ-73, domain.md C.1',
  title: { en: 'Discrepancy concerning the item', fr: 'Anomalie concernant la pièce' },
  body,
  decide(state, act, circumstances) {
    const group = groupBody(openedBody, circumstances);
    const { kind, unaccounted } = act.body;
    const { number, physical } = state;
    const custodian = state.custody?.officer;
    return [
      ...refuseIf(kind !== group.kind, 'discrepancy.item-differs', '/body/kind', { kind: group.kind }),
      ...refuseIf(
        custodian !== undefined && !group.custodians.includes(custodian),
        'discrepancy.custodian-not-named',
        '/body',
        { number, officer: custodian ?? '' },
      ),
      ...custodiansConcerned(state)
        .filter(officer => officer !== custodian && !group.custodians.includes(officer))
        .map(officer => refuse('discrepancy.transfer-side-not-named', '/body', { number, officer })),
      ...refuseIf(state.transit?.receiver === group.owner, 'discrepancy.owner-receives', '/body', {
        number,
        owner: group.owner,
      }),
      ...refuseIf(
        unaccounted && !missingKinds.includes(kind),
        'discrepancy.kind-not-missing',
        '/body/unaccounted',
        {
          kind,
          allowed: missingKinds.join(', '),
        },
      ),
      ...refuseIf(
        unaccounted && !inCustody.includes(physical),
        'discrepancy.not-in-custody',
        '/body/unaccounted',
        {
          number,
          physical,
        },
      ),
    ];
  },
  evolve(state, act, circumstances) {
    const { kind, what, unaccounted, occurred } = act.body;
    const missing = unaccounted && !terminalStates.includes(state.physical);
    return {
      ...state,
      physical: missing ? 'UNACCOUNTED' : state.physical,
      discrepancies: {
        ...state.discrepancies,
        [groupId(circumstances)]: {
          kind,
          open: true,
          custodian: state.custody?.officer ?? null,
          missingSince: missing ? occurred.at : null,
          outcome: null,
        },
      },
      remarks: [
        ...state.remarks,
        { kind: 'DISCREPANCY', event: act.eventId, officer: act.actor.officer, text: `${kind}: ${what}` },
      ],
    };
  },
});
