import { groupBody, groupId } from '../../common/group-body.js';
import { type Act, type Circumstances, type EventRule, following, type LogWideFacts } from '../../rule.js';
import { Code, Count, Exactly, List, type Static } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { Sha256 } from '../../schema/identifiers.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import { checkCleanedCopies } from '../checks/cleaned-copies.js';
import { takenOutElsewhere } from '../checks/taken-out-elsewhere.js';
import { disclosedBody } from '../events/copy-disclosed.js';
import { RedactedMember } from '../fields/assessments.js';
import { checkReleased } from '../in-force.js';
import type { RedactionOfPiece } from '../on-piece.js';
import type { ReleasedKind, ReleasedPiece } from '../piece.js';
import type { ReleaseState } from '../state.js';
import { releaseOnItem, withRelease } from './on-item.js';

const members = {
  ...itemMembers,
  as: Code(['COPY', 'SUMMARY'], 'What was given of it', 'Ce qui en fut communiqué'),
  files: List(
    Sha256('File, by hash', 'Fichier, par empreinte'),
    'Files of which a copy was given; none: a copy of the record',
    'Fichiers dont copie fut communiquée ; aucun : copie de la fiche',
    { max: 500 },
  ),
  copies: Count('How many copies', "Nombre d'exemplaires", { min: 1, max: 100 }),
};

const body = Exactly({
  ...members,
  cleaned: List(
    Sha256('Photograph, by the hash of the original', "Photographie, par l'empreinte de l'original"),
    'Photographs among the files of which the cleaned copy was given, without the data of the camera; of the others, the file itself',
    "Photographies, parmi les fichiers, dont fut communiquée la copie sans les données de l'appareil ; des autres, le fichier même",
    { max: 500 },
  ),
  leftOut: List(
    RedactedMember,
    'Withheld members of the record that were left out, as the decision names them; none: it takes nothing out, or files were given',
    'Éléments réservés de la fiche qui ont été omis, tels que la décision les désigne ; aucun : elle ne retire rien, ou des fichiers furent communiqués',
    { max: 2000 },
  ),
});

/** Form 1 did not say what was left out of a copy of the record, nor of which photographs a cleaned copy was given. */
const bodyUnsaid = Exactly(members);

/** `<kind>.copy-disclosed` (E45): under a decision that covers this piece, these files and this recipient (GATE-6). */
export function pieceCopyDisclosed<State extends ReleasedPiece>(kind: ReleasedKind): EventRule<State> {
  return following<State, typeof body>({
    type: `${kind}.copy-disclosed`,
    form: 2,
    source: 'E45, GATE-6, GATE-8, GATE-10, RQ-65, RQ-67',
    title: { en: 'Copy disclosed', fr: 'Copie communiquée' },
    body,
    former: [{ form: 1, body: bodyUnsaid, supersededIn: 6 }],
    decide: (state, act, circumstances) => [
      ...checkCovered(state, act, circumstances),
      ...checkContent(state, act, circumstances),
      ...checkRecord(state, act, circumstances),
      ...checkPhotographs(state, act, circumstances),
    ],
    looksUp: (_act, before) => {
      const { examinations = {} } = before ?? ({} as Partial<ReleasedPiece>);
      return { subjects: Object.keys(examinations).map(id => `examination/${id}`) };
    },
    decideLogWide: checkElsewhere,
    evolve: (state, act, circumstances) =>
      withRelease(
        state,
        { disclosed: [...(releaseOnItem(state, circumstances)?.disclosed ?? []), act.eventId] },
        circumstances,
      ),
  });
}

function checkCovered(
  state: ReleasedPiece,
  { body: { occurred } }: Act<Static<typeof body>>,
  circumstances: Circumstances,
): readonly Violation[] {
  const { unit } = groupBody(disclosedBody, circumstances).recipient;
  const moments = { occurred, receivedAt: circumstances.receivedAt };
  return checkReleased(state, groupId(circumstances), { unit, purpose: null }, moments);
}

/** RQ-67, GATE-8: of the files, those that go along and of which nothing is to be taken out; of a summary, no copy. */
function checkContent(
  state: ReleasedPiece,
  { body: { as, files } }: Act<Static<typeof body>>,
  circumstances: Circumstances,
): readonly Violation[] {
  const { number } = state;
  const found = releaseOnItem(state, circumstances);
  if (found === undefined) return [];
  const { as: released, files: along = [], redactions = [] } = found;
  const listed = files.filter(sha256 => !along.some(file => file.sha256 === sha256));
  const redacted = files.filter(sha256 => redactions.some(({ file }) => file === sha256));
  return [
    ...refuseIf(released === 'SUMMARY' && as !== 'SUMMARY', 'release.disclosed-otherwise', '/body/as', {
      number,
    }),
    ...listed.map(
      (sha256): Violation => refuse('release.file-not-released', '/body/files', { number, sha256 }),
    ),
    ...redacted.map(
      (sha256): Violation => refuse('release.file-redacted', '/body/files', { number, sha256 }),
    ),
  ];
}

/**
 * GATE-8: who gives a copy of the record, or a summary of it, names each withheld member that the decision takes out as left
 * out: software does not see the copy that was given. Redactions of a decision in words alone (forms 3 and 4) name nothing
 * that could be compared.
 */
function checkRecord(
  state: ReleasedPiece,
  { form, body: { files, leftOut } }: Act<Static<typeof body>>,
  circumstances: Circumstances,
): readonly Violation[] {
  if (form < 2 || files.length > 0) return [];
  const { redactions = [] } = releaseOnItem(state, circumstances) ?? {};
  return notLeftOut(state, redactions, leftOut);
}

function checkPhotographs(
  state: ReleasedPiece,
  { form, body: said }: Act<Static<typeof body>>,
  circumstances: Circumstances,
): readonly Violation[] {
  const found = releaseOnItem(state, circumstances);
  return form < 2 || found === undefined ? [] : checkCleanedCopies(state, found, said);
}

/** GATE-8: what is taken out of one piece does not go with another that has it in it too. Form 1 was not held against it. */
function checkElsewhere(
  state: ReleasedPiece,
  { subject, form, body: { files, leftOut } }: Act<Static<typeof body>>,
  facts: LogWideFacts,
): readonly Violation[] {
  const release = facts.state(`release/${groupId(facts)}`) as ReleaseState | undefined;
  if (form < 2 || release === undefined) return [];
  const { number } = state;
  const elsewhere = takenOutElsewhere(state, subject, release, facts);
  if (files.length === 0) return notLeftOut(state, elsewhere, leftOut);
  const redacted = files.filter(sha256 => elsewhere.some(({ file }) => file === sha256));
  return redacted.map(sha256 => refuse('release.file-redacted', '/body/files', { number, sha256 }));
}

function notLeftOut(
  { number }: ReleasedPiece,
  redactions: readonly RedactionOfPiece[],
  leftOut: Static<typeof body>['leftOut'],
): readonly Violation[] {
  return redactions.flatMap(({ what, members: taken = [] }) => {
    const isLeftOut = taken.every(({ act, pointer }) =>
      leftOut.some(left => left.act === act && left.pointer === pointer),
    );
    return refuseIf(!isLeftOut, 'release.record-redacted', '/body/leftOut', { number, what });
  });
}
