import { textOf } from '../../audit/report/report-event.js';
import type { EvidenceState } from '../../custody/evidence/state.js';
import type { ExaminationState } from '../../custody/examination/state.js';
import type { InformationState } from '../../custody/information/state.js';
import type { Nature } from '../paper/document.js';
import type { DossierReading } from './dossier-reading.js';
import { type ItemHistory, readHistory } from './item-history.js';
import type { ReleaseActs } from './read-decision.js';

interface OfPiece<State> {
  /** `<kind>/<UUID>`. */
  readonly subject: string;
  /** From 1, as in `report/pieces.json`. */
  readonly number: number;
  readonly nature: Nature;
  readonly state: State;
  readonly history: ItemHistory;
}

export type ItemPiece = OfPiece<EvidenceState>;
export type InformationPiece = OfPiece<InformationState>;
export type ExaminationPiece = OfPiece<ExaminationState>;
export type AnyPiece = ItemPiece | InformationPiece | ExaminationPiece;

/** The pieces of the dossier by their kind, each with the number it has among all of them. */
export interface DossierPieces {
  readonly items: readonly ItemPiece[];
  readonly information: readonly InformationPiece[];
  readonly examinations: readonly ExaminationPiece[];
}

/** @param acts that the release was asked for by, where each piece is said to go as original, copy or summary (RQ-67) */
export async function readPieces(reading: DossierReading, acts: ReleaseActs): Promise<DossierPieces> {
  return {
    items: await ofKind<EvidenceState>('evidence', reading, acts),
    information: await ofKind<InformationState>('information', reading, acts),
    examinations: await ofKind<ExaminationState>('examination', reading, acts),
  };
}

/** All of them, by their numbers. */
export function allPieces({ items, information, examinations }: DossierPieces): readonly AnyPiece[] {
  return [...items, ...information, ...examinations].sort((one, other) => one.number - other.number);
}

async function ofKind<State>(
  kind: string,
  { snapshot, request, states }: DossierReading,
  { requested }: ReleaseActs,
): Promise<readonly OfPiece<State>[]> {
  const subjects = request.pieces.filter(piece => piece.startsWith(`${kind}/`));
  const found = await states(subjects);
  const read: OfPiece<State>[] = [];
  for (const subject of subjects) {
    const history = await readHistory(snapshot, subject);
    read.push({
      subject,
      number: request.pieces.indexOf(subject) + 1,
      nature: natureOf(history, requested.event.eventId) ?? natures[request.contents],
      state: found.get(subject) as State,
      history,
    });
  }
  return read;
}

const natures = { ORIGINALS: 'ORIGINAL', COPIES: 'COPY', SUMMARY: 'SUMMARY' } as const;

/** What was asked for; null in a form of the request that did not say. */
function natureOf({ acts }: ItemHistory, asked: string): Nature | null {
  const said = acts.find(
    ({ event: { type, body } }) => type.endsWith('.release-requested') && textOf(body.group) === asked,
  );
  const as = textOf(said?.event.body.as);
  return as === 'ORIGINAL' || as === 'COPY' || as === 'SUMMARY' ? as : null;
}
