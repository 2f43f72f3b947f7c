import { following } from '../../rule.js';
import { Code, Exactly, Line, List, Nullable, Prose } from '../../schema/described.js';
import { beforeItemsDigest, optionalGroupMembers } from '../../schema/group.js';
import { File } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import { discrepancyOutcomes } from '../../vocabulary/discrepancies.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkNotCustodian, checkOpen } from '../checks.js';
import type { DiscrepancyState } from '../state.js';

export const closedBody = Exactly({
  ...actMembers,
  ...optionalGroupMembers,
  outcome: Code(codesOf(discrepancyOutcomes), 'Outcome', 'Issue'),
  finding: Prose('Finding of those who sign', 'Constat des signataires'),
  files: List(File('File', 'Fichier'), 'What shows it', "Pièces à l'appui", { max: 50 }),
  referredTo: Nullable(
    Line('Authority it is referred to, where theft is suspected', 'Autorité saisie, si un vol est présumé'),
  ),
});

/** `discrepancy.closed` (E49, RQ-73): a finding signed by two, neither a custodian concerned. */
export const discrepancyClosed = following<DiscrepancyState, typeof closedBody>({
  type: 'discrepancy.closed',
  form: 2,
  source: 'E49, V9, RQ-73',
  title: { en: 'Discrepancy closed', fr: "Clôture de l'anomalie" },
  body: closedBody,
  former: [beforeItemsDigest(closedBody)],
  itemTypes: ['evidence.discrepancy-closed'],
  itemsOptional: true,
  decide(state, act, circumstances) {
    const { items, outcome, referredTo } = act.body;
    const listed = items.map(({ subject }) => subject);
    const same = listed.length === state.items.length && state.items.every(item => listed.includes(item));
    return [
      ...checkOpen(state),
      ...refuseIf(state.explanations.length === 0, 'discrepancy.not-explained', '/type', {
        owner: state.owner,
      }),
      ...checkNotCustodian(state.custodians, act, circumstances),
      ...refuseIf(!same, 'discrepancy.items-differ', '/body/items', { items: state.items.join(', ') || '–' }),
      ...refuseIf(
        outcome === 'THEFT_SUSPECTED' && referredTo === null,
        'discrepancy.not-referred',
        '/body/referredTo',
      ),
    ];
  },
  evolve(state, act, { countersigners }) {
    const { outcome, finding } = act.body;
    const by = [act.actor.officer, ...countersigners.map(({ officer }) => officer)];
    return { ...state, closed: { outcome, finding, by, event: act.eventId } };
  },
});
