import { createHash } from 'node:crypto';
import { classificationsLeaving } from '../../custody/evidence/record/classified-parts.js';
import { grantedPieces } from '../../custody/release/granted.js';
import type { RedactionOfPiece } from '../../custody/release/on-piece.js';
import type { ReleasedPiece } from '../../custody/release/piece.js';
import { questionsForRecipient } from '../../custody/release/recipient-rule.js';
import type { ReleaseState } from '../../custody/release/state.js';
import type { UnitState } from '../../custody/unit/state.js';
import { strictestLevel } from '../../custody/vocabulary/sensitivity.js';
import { contentOfDossier, type DossierContent } from '../../dossier/dossier-content.js';
import { type OpenHistory, readOpenHistories } from '../../dossier/open-members.js';
import type { OpenLog } from '../../store/open-log.js';
import { readVisibleSubjects } from '../../store/readers/read-subjects.js';
import { takeSnapshot } from '../../store/readers/snapshot/take-snapshot.js';
import type { Reading } from '../../store/readers/visibility.js';
import { checkpointOver } from './checkpoint-over.js';
import { readOriginal } from './read-original.js';
import { readStates } from './state-dossier.js';

/** Pieces that a dossier of this release would hold: those granted, or, while none is, those that are asked for. */
export function piecesToPreview(state: ReleaseState): readonly string[] {
  const granted = grantedPieces(state);
  if (granted.length > 0) return granted;
  const asked = Object.entries(state.items).filter(([, status]) => status === 'UNDER_REVIEW');
  return asked
    .map(([id]) => (state.pieces ?? []).find(piece => piece.endsWith(`/${id}`)) ?? `evidence/${id}`)
    .sort();
}

/**
 * Exactly what would leave with the dossier of a release, at the last checkpoint, by the code that builds dossiers. What is
 * withheld is counted; a file that could tell what is withheld is counted and not named. What the acts say in the clear is
 * told of subjects whose acts the reader may read, which he has to be of the pieces.
 * @throws NothingSelected; Problem `stale`
 */
export async function previewRelease(
  log: OpenLog,
  reading: Reading,
  { release, state, pieces }: { release: string; state: ReleaseState; pieces: readonly string[] },
) {
  const { note } = await checkpointOver(log, [`release/${release}`, ...pieces]);
  const snapshot = await takeSnapshot(log.db, { origin: log.origin, subject: log.subject, note });
  const content = await contentOfDossier(snapshot, { release, pieces }, readOriginal(log));
  const unit = `unit/${state.recipientUnit}`;
  const states = await readStates(log, [unit, ...pieces]);
  const { document: sop } = await log.sop();
  const { whole, single, indexes } = content.selection;
  const histories = await readOpenHistories(snapshot, content.selection);
  const ofPiece = new Map(histories.map(history => [history.subject, history]));
  const beside = histories.filter(({ subject }) => !pieces.includes(subject));
  const besideShown = await visibleOf(log, reading, beside);
  const shown = pieces.map((piece, position) =>
    previewPiece(piece, position + 1, {
      content,
      release,
      state: states.get(piece) as ReleasedPiece,
      history: ofPiece.get(piece) ?? { subject: piece, acts: [], open: [] },
    }),
  );
  return {
    release,
    number: state.number,
    decided: grantedPieces(state).length > 0,
    recipientUnit: state.recipientUnit,
    recipientCapacity: state.recipientCapacity,
    recipientQuestions: questionsForRecipient(sop, states.get(unit) as UnitState | undefined).map(
      question => ({
        ...question,
      }),
    ),
    size: snapshot.size,
    piecesHash: createHash('sha256').update(content.pieces).digest('hex'),
    pieces: shown,
    beside: {
      acts: (indexes ?? []).length - shown.reduce((sum, { acts: own }) => sum + own.length, 0),
      subjects: besideShown,
      subjectsNotShown: beside.length - besideShown.length,
      ...withheldOf(content, null),
    },
    counts: {
      events: (indexes ?? []).length,
      subjects: whole.length + single.length,
      files: content.permitted.size,
      claims: content.claims.size,
    },
    classification: {
      highest: strictestLevel(shown.flatMap(({ classification }) => classification ?? [])),
      after: state.decisions.at(-1)?.classification ?? null,
    },
  };
}

interface OfPiece {
  readonly content: DossierContent;
  readonly release: string;
  readonly state: ReleasedPiece;
  readonly history: OpenHistory;
}

function previewPiece(piece: string, place: number, { content, release, state, history }: OfPiece) {
  const { legal = {} } = state;
  const found = Object.hasOwn(legal, release) ? legal[release] : undefined;
  const files = content.files.find(one => one.piece === piece);
  const named = (files?.left ?? []).filter(({ why }) => why !== 'WITHHELD');
  return {
    place,
    piece,
    number: state.number,
    as: found?.as ?? null,
    status: found?.status ?? 'NOT_REQUESTED',
    classification: strictestLevel(
      classificationsLeaving(state, found).map(({ classification }) => classification.level),
    ),
    acts: history.acts,
    open: history.open,
    files: [...(files?.given ?? [])],
    originals: [...(files?.originals ?? [])],
    left: named.map(({ sha256, why }) => ({
      sha256,
      why: why as string,
      boundBy: found?.files?.find(file => file.sha256 === sha256)?.boundBy ?? null,
    })),
    redactions: (found?.redactions ?? []).map((redaction: RedactionOfPiece) => ({ ...redaction })),
    ...withheldOf(content, piece),
  };
}

/** How many claims and files stay here, of a piece or beside them. */
function withheldOf({ redactions }: DossierContent, piece: string | null) {
  const found = redactions.find(one => one.piece === piece);
  return { claimsWithheld: found?.claims ?? 0, filesLeft: found?.files ?? 0 };
}

/** Those of which the reader may read the acts: what goes along with a piece may be beyond what he may read by himself. */
async function visibleOf(
  { db }: OpenLog,
  reading: Reading,
  histories: readonly OpenHistory[],
): Promise<readonly OpenHistory[]> {
  const named = histories.map(({ subject }) => subject);
  const seen = await readVisibleSubjects(db, reading, named, 'events');
  const visible = new Set(seen.map(({ subject }) => subject));
  return histories.filter(({ subject }) => visible.has(subject));
}
