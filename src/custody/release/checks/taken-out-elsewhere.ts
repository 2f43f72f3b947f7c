import type { ExaminationState } from '../../examination/state.js';
import type { LogWideFacts } from '../../rule.js';
import type { RedactionOfPiece } from '../on-piece.js';
import type { ReleasedPiece } from '../piece.js';
import type { ReleaseState } from '../state.js';

/** Something that is taken out of this piece. */
type TakenOut = RedactionOfPiece & { readonly piece: string };

/**
 * GATE-8: what decisions take out of other pieces and this one has in it too: files, of whatever piece, and findings of a
 * laboratory, which stand in the history of the item and in the report. Of each piece counts what the last decision on it
 * lists, as in a dossier. Of a finding of another item, this item has nothing in it.
 * @param subject of this piece, `<kind>/<UUID>`
 */
export function takenOutElsewhere(
  state: ReleasedPiece,
  subject: string,
  release: ReleaseState,
  facts: Pick<LogWideFacts, 'state'>,
): readonly RedactionOfPiece[] {
  return inForce(release)
    .filter(({ piece }) => piece !== subject)
    .map(redaction => ({
      ...redaction,
      members: (redaction.members ?? []).filter(({ act }) =>
        subject.startsWith('examination/')
          ? isInReports(state, redaction.piece, act)
          : isOnItem(state, subject, redaction.piece, act, facts),
      ),
    }))
    .filter(({ file, members }) => file !== null || members.length > 0);
}

function inForce({ decisions }: ReleaseState): readonly TakenOut[] {
  const byPiece = new Map<string, readonly TakenOut[]>();
  // Decisions before form 3 listed neither pieces nor redactions.
  for (const { pieces = [], redactions = [] } of decisions)
    for (const subject of pieces)
      byPiece.set(
        subject,
        redactions.filter(({ piece }) => piece === subject),
      );
  return [...byPiece.values()].flat();
}

/** An act on an item of this examination: of its reports, or of a comparison, which it tells by its group's event alone. */
function isInReports(
  { itemActs = [], findings = [], ...state }: ReleasedPiece,
  piece: string,
  act: string,
): boolean {
  const { items = {} } = state as Partial<ExaminationState>;
  const isOfItem = Object.keys(items).some(item => piece === `evidence/${item}`);
  return (
    itemActs.some(({ events }) => events.includes(act)) ||
    (isOfItem && findings.some(({ kind }) => kind === 'MATCH'))
  );
}

/** An act of an examination of this item, unless it is what that says of another item. */
function isOnItem(
  { examinations = {} }: ReleasedPiece,
  subject: string,
  piece: string,
  act: string,
  facts: Pick<LogWideFacts, 'state'>,
): boolean {
  const [kind, id = ''] = piece.split('/');
  if (kind !== 'examination' || !Object.hasOwn(examinations, id)) return false;
  const { itemActs = [], reports = [] } = (facts.state(piece) ?? {}) as Partial<ExaminationState>;
  return !itemActs.some(({ act: issued, events }) => {
    const items = reports.find(({ event }) => event === issued)?.items ?? [];
    const item = items[events.indexOf(act)];
    return item !== undefined && subject !== `evidence/${item}`;
  });
}
