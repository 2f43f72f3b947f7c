import type { ReleaseState } from '../../release/state.js';
import { type Act, following } from '../../rule.js';
import { Code, Exactly, List, Nullable, Prose, type Static } from '../../schema/described.js';
import { File, IdOf } from '../../schema/identifiers.js';
import { actMembers, Day } from '../../schema/occurrence.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import { requestAnswers } from '../../vocabulary/requests.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkOpen } from '../open.js';
import type { RequestState } from '../state.js';

const body = Exactly({
  ...actMembers,
  answer: Code(codesOf(requestAnswers), 'Answer', 'Réponse'),
  releases: List(
    IdOf('release', 'Release', 'Autorisation de remise'),
    'Releases it was answered with',
    'Autorisations de remise qui y répondent',
    { max: 50 },
  ),
  reason: Prose('What was answered, and why', 'Teneur et motifs de la réponse'),
  sentOn: Day('Sent on', 'Envoyée le'),
  letter: Nullable(File('Letter of answer', 'Lettre de réponse')),
});

const withReleases: readonly string[] = ['RELEASED', 'PARTLY_RELEASED'];

/** `request.answered` (E37, RQ-65): what the authority was told, with the releases that answer it. */
export const requestAnswered = following<RequestState, typeof body>({
  type: 'request.answered',
  form: 1,
  source: 'E37, RQ-65, F-01',
  title: { en: 'Request answered', fr: 'Réponse à la demande' },
  body,
  decide: (state, { body: { answer, releases, sentOn } }) => [
    ...checkOpen(state),
    ...refuseIf(
      withReleases.includes(answer) !== releases.length > 0 && answer !== 'REFUSED',
      'request.answer-without-release',
      '/body/releases',
      { answer },
    ),
    ...refuseIf(sentOn < state.date, 'request.answered-before-written', '/body/sentOn', {
      date: state.date,
      sentOn,
    }),
  ],
  decideLogWide: (state, act, facts) =>
    act.body.releases.flatMap((release, position) =>
      checkRelease(state, act, facts.state(`release/${release}`) as ReleaseState | undefined, position),
    ),
  evolve(state, { body: { answer, releases, reason, sentOn }, eventId, actor }) {
    const given = { event: eventId, answer, releases, reason, sentOn, by: actor.officer };
    return { ...state, answers: [...state.answers, given] };
  },
});

/** The release was asked for upon this request, and a person has decided it. */
function checkRelease(
  { number }: RequestState,
  { id, body: { answer } }: Act<Static<typeof body>>,
  release: ReleaseState | undefined,
  position: number,
): readonly Violation[] {
  const pointer = `/body/releases/${position}`;
  if (release === undefined) return [];
  if (release.request !== id) {
    return [refuse('request.release-of-another', pointer, { release: release.number, number })];
  }
  const granted = release.decisions.some(({ outcome }) => outcome !== 'REFUSED');
  return [
    ...refuseIf(release.decisions.length === 0, 'request.release-not-decided', pointer, {
      release: release.number,
    }),
    ...refuseIf(
      release.decisions.length > 0 && granted !== withReleases.includes(answer),
      'request.answer-not-as-decided',
      pointer,
      { release: release.number, answer },
    ),
  ];
}
