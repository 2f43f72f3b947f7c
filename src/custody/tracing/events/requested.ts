import { mayFollow } from '../../common/time-order.js';
import type { Act, Circumstances } from '../../rule.js';
import { following } from '../../rule.js';
import { Exactly, Line, Nullable, type Static } from '../../schema/described.js';
import { File } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import { channelOn } from '../channel.js';
import { checkDraft, dayOf } from '../standing.js';
import { done, type TracingState } from '../state.js';

const body = Exactly({
  ...actMembers,
  reference: Nullable(Line('Reference under which it went out', "Référence d'envoi")),
  letter: Nullable(
    Withholdable(
      File('The request as it was sent', 'La demande telle qu’envoyée'),
      'The letter',
      'La lettre',
    ),
  ),
});

/** `tracing.requested` (E46): it is sent, through a channel that the procedure has open on that day (GATE-13). */
export const tracingRequested = following<TracingState, typeof body>({
  type: 'tracing.requested',
  form: 1,
  source: 'E46, D8, GATE-13, F-08',
  title: { en: 'Trace request sent', fr: 'Demande de traçage envoyée' },
  body,
  decide: (state, act, circumstances) => [
    ...checkDraft(state),
    ...checkDay(state, act),
    ...checkChannel(state, act, circumstances),
  ],
  evolve: (state, act) => ({
    ...state,
    status: 'REQUESTED',
    sent: done(act),
    dueOn: dayAfter(dayOf(act.body.occurred.at), state.replyWithinDays),
  }),
});

/** The day decides whether the channel is open: it is known to the day, and not one before what is sent was stated. */
function checkDay(
  { number, statedAt }: TracingState,
  { body: { occurred } }: Act<Static<typeof body>>,
): readonly Violation[] {
  const isKnown = occurred.precision !== 'MONTH' && occurred.precision !== 'YEAR';
  return refuseIf(!isKnown || !mayFollow(occurred, statedAt), 'tracing.day-of-sending', '/body/occurred/at', {
    number,
    stated: dayOf(statedAt.at),
    day: dayOf(occurred.at),
  });
}

function checkChannel(
  { channel, number }: TracingState,
  { body: { occurred } }: Act<Static<typeof body>>,
  { sop }: Circumstances,
): readonly Violation[] {
  const day = dayOf(occurred.at);
  const stated = channelOn(sop, channel, day);
  if (stated?.authorised === true) return [];
  const { en, fr } = stated?.reason ?? unsaid;
  return [
    refuse('tracing.channel-not-authorised', '/subject', { number, channel, day, reason: en, reasonFr: fr }),
  ];
}

const unsaid = {
  en: 'The procedure says nothing of this channel.',
  fr: 'La procédure ne dit rien de cette voie.',
};

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
