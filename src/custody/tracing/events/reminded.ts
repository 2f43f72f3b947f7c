import { following } from '../../rule.js';
import { Exactly, Line, Nullable } from '../../schema/described.js';
import { actMembers, Day } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import { checkSent, dayOf } from '../standing.js';
import { done, type TracingState } from '../state.js';

const body = Exactly({
  ...actMembers,
  reference: Nullable(Line('Reference of the reminder', 'Référence de la relance')),
  answerBy: Nullable(Day('New day to answer by; null: as before', 'Nouvelle échéance ; null : inchangée')),
});

/** `tracing.reminded` (E47, D8): a person reminded the addressee. That a reminder is due is an alert, never an event. */
export const tracingReminded = following<TracingState, typeof body>({
  type: 'tracing.reminded',
  form: 1,
  source: 'E47, D8',
  title: { en: 'Addressee reminded', fr: 'Destinataire relancé' },
  body,
  decide: (state, { body: { occurred, answerBy } }) => [
    ...checkSent(state, occurred),
    ...refuseIf(
      answerBy !== null && answerBy < dayOf(occurred.at),
      'tracing.deadline-past',
      '/body/answerBy',
      {
        until: answerBy ?? '',
        day: dayOf(occurred.at),
      },
    ),
  ],
  evolve: (state, act) => ({
    ...state,
    dueOn: act.body.answerBy ?? state.dueOn,
    reminders: [...state.reminders, done(act)],
  }),
});
