import { uncorrected } from '../../common/state.js';
import { ClassificationOfItem, classificationFrom } from '../../evidence/record/classification.js';
import { beginning } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import type { IdentificationState } from '../state.js';
import { statedBy } from '../stated-by.js';
import { checkAgainstLog, checkStatement, statementMembers } from '../statement.js';

const body = Exactly({
  ...actMembers,
  item: IdOf('evidence', 'Item that is identified', 'Pièce identifiée'),
  ...statementMembers,
  classification: ClassificationOfItem,
});

/**
 * `identification.made` (E35): what an item is, as read again and as understood, beside its record. One subject an item:
 * whoever identifies it after others restates what stands.
 */
export const identificationMade = beginning<IdentificationState, typeof body>({
  type: 'identification.made',
  form: 1,
  source: 'E35, V5, RQ-11, GATE-11 [A12]',
  title: { en: 'Item identified', fr: 'Pièce identifiée' },
  body,
  decide: ({ body: stated }) => checkStatement(stated),
  decideLogWide: (_state, { body: stated }, facts) => checkAgainstLog(stated.item, stated, facts),
  claims: ({ body: { item } }) => [{ set: 'identification-item', key: item }],
  evolve(act) {
    const { item, classification } = act.body;
    return {
      ...uncorrected,
      item,
      madeBy: act.actor.officer,
      authors: [act.actor.officer],
      classification: classificationFrom(classification),
      statement: statedBy(act, act.body, null),
      statements: [act.eventId],
      withdrawn: null,
    };
  },
});
