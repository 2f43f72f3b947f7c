import { standingActsOf } from '../../examination/item-acts.js';
import { refuseIf, type Violation } from '../../violation.js';
import type { RedactionOfPiece, ReleaseOnItem } from '../on-piece.js';
import type { ReleasedPiece } from '../piece.js';

/**
 * GATE-8, RQ-54: what is taken out of a laboratory's report is taken out of the version that goes. A member of another
 * report, of an item that it does not speak of, or of a version that was amended since takes nothing out: the paper would
 * list what the newer version says in the open. Neither does one of a comparison that came after that version: it does not
 * go, and what it says may stand in the open elsewhere. Forms before 5 named no members.
 * @param subject of the piece, `<kind>/<UUID>`
 */
export function checkRedactedReport(
  state: ReleasedPiece,
  subject: string,
  release: ReleaseOnItem | undefined,
  redactions: readonly RedactionOfPiece[],
): readonly Violation[] {
  const version = release?.version ?? '';
  const isOfReport = subject.startsWith('examination/') ? isOfVersion(state, version) : isNotAmended(state);
  return redactions.flatMap(({ what, members = [] }) =>
    members.flatMap(({ act, pointer }) => [
      ...refuseIf(!isOfReport(act), 'release.redaction-in-clear', '/subject', { what, pointer }),
      ...refuseIf(isComparedAfter(state, version, act), 'release.redaction-after-version', '/subject', {
        ...{ what, number: state.number },
      }),
    ]),
  );
}

/** Comparisons go along with every version that was issued after them. */
function isComparedAfter(
  { reports = [], findings = [] }: ReleasedPiece,
  version: string,
  act: string,
): boolean {
  const compared = findings.find(({ kind, event }) => kind === 'MATCH' && event === act);
  const issuedFrom = compared?.reportsBefore ?? 0;
  return issuedFrom > 0 && !reports.slice(issuedFrom).some(({ event }) => event === version);
}

function isOfVersion(
  { itemActs = [], reports = [], findings = [] }: ReleasedPiece,
  version: string,
): (act: string) => boolean {
  const standing = standingActsOf(itemActs, reports, version);
  return act => standing.has(act) || findings.some(({ kind, event }) => kind === 'MATCH' && event === act);
}

/** Of an item: no finding of which the same report says something newer. */
function isNotAmended({ examinations = {} }: ReleasedPiece): (act: string) => boolean {
  return act =>
    !Object.values(examinations).some(({ results }) => {
      const found = results.findIndex(({ event }) => event === act);
      return found >= 0 && results.slice(found + 1).some(({ report }) => report === results[found]?.report);
    });
}
