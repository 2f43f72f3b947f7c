import { following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import type { IdentificationState } from '../state.js';
import { statedBy } from '../stated-by.js';
import { checkAgainstLog, checkStatement, statementMembers } from '../statement.js';

const body = Exactly({
  ...actMembers,
  ...statementMembers,
  reason: Prose('Why it is stated anew', 'Raison de la nouvelle identification'),
});

/**
 * `identification.restated` (E35): the whole statement again, by whoever may identify; it is the one in force from here on,
 * also where what stood was withdrawn.
 */
export const identificationRestated = following<IdentificationState, typeof body>({
  type: 'identification.restated',
  form: 1,
  source: 'E35, RQ-05, GATE-11',
  title: { en: 'Identification stated anew', fr: 'Identification reformulée' },
  body,
  decide: (_state, { body: stated }) => checkStatement(stated),
  decideLogWide: ({ item }, { body: stated }, facts) => checkAgainstLog(item, stated, facts),
  looksUp: (_act, before) =>
    before === undefined ? {} : { subjects: [`evidence/${(before as IdentificationState).item}`] },
  evolve: (state, act) => ({
    ...state,
    authors: [...new Set([...state.authors, act.actor.officer])],
    statement: statedBy(act, act.body, act.body.reason),
    statements: [...state.statements, act.eventId],
    withdrawn: null,
  }),
});
