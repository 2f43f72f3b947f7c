import { groupBody } from '../../common/group-body.js';
import { originatorsOwn } from '../../evidence/record/classification.js';
import {
  classificationsLeaving,
  type LeavingClassification,
} from '../../evidence/record/classified-parts.js';
import { checkNotHeldBack } from '../../hold/on-piece.js';
import { type Act, type Circumstances, type EventRule, following } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { refuseIf, type Violation } from '../../violation.js';
import { classificationLevels } from '../../vocabulary/sensitivity.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkOriginalsOfPiece } from '../checks/original-photographs.js';
import { checkRedactedReport } from '../checks/redacted-report.js';
import { decidedBody } from '../events/decided.js';
import { wordsOf } from '../fields/conditions.js';
import type { OriginalOfPiece, RedactionOfPiece } from '../on-piece.js';
import { checkOriginatorConsents } from '../originator.js';
import { grantedStatuses, statusOfOutcome } from '../outcome.js';
import type { ReleasedKind, ReleasedPiece } from '../piece.js';
import { checkStatus, releaseOnItem, withRelease } from './on-item.js';
import { checkNewestVersion } from './report-version.js';

const body = Exactly({ ...itemMembers });

/** `<kind>.release-decided` (E39): the decision's own word, in the history of the piece (RQ-61). */
export function pieceReleaseDecided<State extends ReleasedPiece>(kind: ReleasedKind): EventRule<State> {
  return following<State, typeof body>({
    type: `${kind}.release-decided`,
    form: 1,
    source: 'E39, SD-2, RQ-61, GATE-8, GATE-9',
    title: { en: 'Release decided', fr: "Décision sur l'autorisation de remise" },
    body,
    decide(state, act, circumstances) {
      const requestedBy = releaseOnItem(state, circumstances)?.requestedBy;
      const { outcome } = groupBody(decidedBody, circumstances);
      const granted = grantedStatuses.includes(statusOfOutcome[outcome]);
      return [
        ...checkStatus(state, ['UNDER_REVIEW', 'SUSPENDED'], circumstances),
        ...refuseIf(requestedBy === act.actor.officer, 'release.requester-decides', '/actor/officer', {
          number: state.number,
        }),
        ...checkRedactedFiles(state, act, circumstances),
        ...checkRedactedActs(state, act, circumstances),
        ...checkOriginals(state, act, circumstances),
        ...(granted ? [...checkGranted(state, circumstances), ...checkNotHeldBack(state)] : []),
      ];
    },
    evolve(state, act, circumstances) {
      const { outcome, conditions, validFrom, validUntil } = groupBody(decidedBody, circumstances);
      const originals = originalsOf(act.subject, circumstances);
      const { originalPhotographs: before, originalsBefore = [] } = releaseOnItem(state, circumstances) ?? {};
      const takenBack = (before ?? [])
        .filter(({ file }) => !originals.some(original => original.file === file))
        .map(({ file }) => ({ file, until: act.index }));
      const decided = {
        status: statusOfOutcome[outcome],
        conditions: wordsOf(conditions),
        validFrom,
        validUntil,
        event: act.eventId,
        ...(isInBrief(circumstances) ? {} : { redactions: redactionsOf(act.subject, circumstances) }),
        // A later decision that lists none takes back what an earlier one let go.
        ...(originals.length === 0 && before === undefined
          ? {}
          : { originalPhotographs: originals, originalsDecided: act.index }),
        ...(takenBack.length === 0 ? {} : { originalsBefore: [...originalsBefore, ...takenBack] }),
      };
      return withRelease(state, decided, circumstances);
    },
  });
}

function isInBrief({ group }: Circumstances): boolean {
  return (group?.form ?? 0) < 3;
}

function redactionsOf(subject: string, circumstances: Circumstances): readonly RedactionOfPiece[] {
  const { redactions } = groupBody(decidedBody, circumstances);
  return redactions.filter(({ piece }) => piece === subject).map(({ piece: _, ...redaction }) => redaction);
}

function originalsOf(subject: string, circumstances: Circumstances): readonly OriginalOfPiece[] {
  const { originalPhotographs = [] } = groupBody(decidedBody, circumstances);
  return originalPhotographs
    .filter(({ piece }) => piece === subject)
    .map(({ piece: _, ...original }) => original);
}

/** What is taken out of a file is taken out of one that goes along. */
function checkRedactedFiles(
  state: ReleasedPiece,
  { subject }: Act,
  circumstances: Circumstances,
): readonly Violation[] {
  if (isInBrief(circumstances)) return [];
  const { files = [] } = releaseOnItem(state, circumstances) ?? {};
  return redactionsOf(subject, circumstances).flatMap(({ file }) =>
    refuseIf(
      file !== null && !files.some(({ sha256 }) => sha256 === file),
      'release.redaction-of-unknown-file',
      '/subject',
      { number: state.number, sha256: file ?? '' },
    ),
  );
}

/** What is taken out of a report is taken out of the version that goes. */
function checkRedactedActs(
  state: ReleasedPiece,
  { subject }: Act,
  circumstances: Circumstances,
): readonly Violation[] {
  if (isInBrief(circumstances)) return [];
  const release = releaseOnItem(state, circumstances);
  return checkRedactedReport(state, subject, release, redactionsOf(subject, circumstances));
}

/** A photograph goes as an original with the pieces that it was asked for with. */
function checkOriginals(
  state: ReleasedPiece,
  { subject }: Act,
  circumstances: Circumstances,
): readonly Violation[] {
  const { originalPhotographs: all = [] } = groupBody(decidedBody, circumstances);
  const release = releaseOnItem(state, circumstances);
  return checkOriginalsOfPiece(state, originalsOf(subject, circumstances), release, all);
}

/** GATE-8, GATE-9, V6: what the piece's own marks ask of who grants its release. */
function checkGranted(state: ReleasedPiece, circumstances: Circumstances): readonly Violation[] {
  const release = releaseOnItem(state, circumstances);
  const consents = checkOriginatorConsents(state, release);
  if (isInBrief(circumstances) || state.classification === undefined) return consents;
  return [
    ...consents,
    ...checkNewestVersion(state, release?.version ?? null, '/subject'),
    ...classificationsLeaving(state, release).flatMap(leaving => checkClassification(leaving, circumstances)),
  ];
}

/** What the classification of the piece, or of a part that goes along, asks of the decision. */
function checkClassification(
  { named: number, classification }: LeavingClassification,
  circumstances: Circumstances,
): readonly Violation[] {
  const { originators, inputs, classification: stated } = groupBody(decidedBody, circumstances);
  const levels: readonly string[] = codesOf(classificationLevels);
  const controlled = originatorsOwn(classification).length > 0;
  const agreed = originators.some(
    ({ originator, consent }) => originator === classification.originator && consent === 'GIVEN',
  );
  const heard = inputs.some(({ kind, given }) => kind === 'SOURCE_PROTECTION' && given !== null);
  return [
    ...refuseIf(controlled && !agreed, 'release.originator-not-listed', '/subject', {
      number,
      originator: classification.originator,
    }),
    ...refuseIf(
      levels.indexOf(stated.now) < levels.indexOf(classification.level),
      'release.classification-below-piece',
      '/subject',
      { number, level: classification.level, stated: stated.now },
    ),
    ...refuseIf(
      classification.caveats.includes('SOURCE') && !heard,
      'release.source-protection-not-heard',
      '/subject',
      { number },
    ),
  ];
}
