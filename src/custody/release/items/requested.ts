import { boundFiles } from '../../common/files-kept-back.js';
import { groupBody, groupId } from '../../common/group-body.js';
import { photographsBoundBy } from '../../common/photographs.js';
import { type Act, type Circumstances, type EventRule, following } from '../../rule.js';
import { Code, Exactly, List, Nullable, type Static } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { EventId, Sha256 } from '../../schema/identifiers.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import { pieceForms } from '../../vocabulary/releases.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { requestedBody } from '../events/requested.js';
import type { ReleasedKind, ReleasedPiece } from '../piece.js';
import { checkItemActs, checkNewestVersion, checkReported, reportMembers } from './report-version.js';

const bodyInBrief = Exactly({ ...itemMembers });

const members = {
  ...itemMembers,
  as: Code(codesOf(pieceForms), 'As what it goes', 'Sous quelle forme'),
  files: List(
    Exactly({
      sha256: Sha256('File, by hash', 'Fichier, par empreinte'),
      boundBy: EventId('Act that binds it', 'Acte qui le lie'),
    }),
    'Files that go along',
    'Fichiers joints',
    { max: 500 },
  ),
  version: Nullable(
    EventId('Of an examination: the report that goes', "D'un examen : le rapport communiqué"),
  ),
};

const body = Exactly(members);
const bodyOfExamination = Exactly({ ...members, ...reportMembers });

/**
 * `<kind>.release-requested` (E37). The item events of a release are not called by the group's bare word
 * (`evidence.requested`, `.decided`): in an item's history a laboratory request is a request too.
 */
export function pieceReleaseRequested<State extends ReleasedPiece>(kind: ReleasedKind): EventRule<State> {
  const former = { form: 1, body: bodyInBrief, supersededIn: 3 };
  return following<State, typeof body>({
    type: `${kind}.release-requested`,
    form: kind === 'evidence' ? 2 : 1,
    source: 'E37, RQ-67',
    title: { en: 'Release requested', fr: 'Autorisation de remise demandée' },
    body: kind === 'examination' ? bodyOfExamination : body,
    ...(kind === 'evidence' ? { former: [former] } : {}),
    decide: (state, act, circumstances) =>
      isInBrief(act.body)
        ? []
        : [
            ...checkForm(state, act, circumstances),
            ...checkFiles(state, act, circumstances),
            ...(kind === 'examination' ? checkReport(state, act.body) : []),
          ],
    evolve(state, act, circumstances) {
      const { recipient, purpose } = groupBody(requestedBody, circumstances);
      const { as, files, version } = act.body;
      const requested = {
        status: 'UNDER_REVIEW' as const,
        requestedBy: act.actor.officer,
        recipientUnit: recipient.unit,
        recipientCapacity: recipient.capacity,
        purpose,
        validFrom: null,
        validUntil: null,
        conditions: [],
        event: act.eventId,
        ...(isInBrief(act.body)
          ? {}
          : {
              ...{ as, files, photographs: photographsAmong(files, circumstances) },
              ...(version === null ? {} : { version }),
            }),
      };
      return { ...state, legal: { ...state.legal, [groupId(circumstances)]: requested } };
    },
  });
}

/** Form 1 of an item's event said no more than that it was asked for. */
function isInBrief(said: object): boolean {
  return !('as' in said);
}

/** What the act that binds it binds as a photograph: the camera wrote more into it than the picture (GATE-8). */
function photographsAmong(
  files: Static<typeof body>['files'],
  circumstances: Circumstances,
): readonly string[] {
  const photographs = files.filter(({ sha256, boundBy }) => {
    const binding = circumstances.referenced(boundBy);
    return binding !== undefined && photographsBoundBy(binding).some(bound => bound.sha256 === sha256);
  });
  return photographs.map(({ sha256 }) => sha256);
}

/** RQ-67: originals go in a dossier of originals alone, and a summary is no more than summaries. */
function checkForm(
  { number }: ReleasedPiece,
  { subject, body: { as, version } }: Act<Static<typeof body>>,
  circumstances: Circumstances,
): readonly Violation[] {
  const { dossierType } = groupBody(requestedBody, circumstances);
  const fits =
    dossierType === 'SUMMARY' ? as === 'SUMMARY' : dossierType === 'ORIGINALS' || as !== 'ORIGINAL';
  const isExamination = subject.startsWith('examination/');
  return [
    ...refuseIf(!fits, 'release.form-not-of-dossier', '/body/as', { number, as, dossierType }),
    ...refuseIf(isExamination !== (version !== null), 'release.version-missing', '/body/version', { number }),
  ];
}

/** The version named is one of the examination's reports, and the last of it. */
function checkReport(state: ReleasedPiece, { version, ...said }: Static<typeof body>): readonly Violation[] {
  const { number, reports = [] } = state;
  const { itemActs } = said as Static<typeof bodyOfExamination>;
  if (reports.length === 0 || version === null) return checkReported(state);
  return [
    ...refuseIf(
      !reports.some(({ event }) => event === version),
      'release.version-of-another',
      '/body/version',
      { number },
    ),
    ...checkNewestVersion(state, version, '/body/version'),
    ...checkItemActs(state, version, itemActs),
  ];
}

/** The hash of what goes is one that the piece's own history binds: nothing else slips in under its number. */
function checkFiles(
  { number }: ReleasedPiece,
  { subject, body: { files, version } }: Act<Static<typeof body>>,
  circumstances: Circumstances,
): readonly Violation[] {
  const twice = new Set(files.map(({ sha256 }) => sha256)).size < files.length;
  const report = version === null ? undefined : circumstances.referenced(version);
  return [
    ...refuseIf(twice, 'release.file-twice', '/body/files', { number }),
    ...refuseIf(
      version !== null && report?.subject !== subject,
      'release.version-of-another',
      '/body/version',
      {
        number,
      },
    ),
    ...files.flatMap(({ sha256, boundBy }, position) => {
      const binding = circumstances.referenced(boundBy);
      const binds =
        binding?.subject === subject && boundFiles(binding.body).some(file => file.sha256 === sha256);
      if (binds) return [];
      return [refuse('release.file-not-of-piece', `/body/files/${position}`, { number, sha256 })];
    }),
  ];
}
