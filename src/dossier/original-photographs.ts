import { type ReportEvent, textOf } from '../audit/report/report-event.js';
import { lastDecisions, listedFor } from '../custody/release/listed-in-force.js';
import { givesSource } from '../custody/release/source-caveat.js';

/** A piece of a dossier, as what becomes of its photographs is read from it. */
export interface PieceRead {
  readonly piece: string;
  /** Its own acts. */
  readonly own: readonly ReportEvent[];
  /** Hashes of the files that were asked for with it; null: all. */
  readonly asked: ReadonlySet<string> | null;
}

/**
 * Hashes of the photographs that go as originals (GATE-8): of each piece those that the last decision on it lists, unless the
 * caveat SOURCE came to it since. What several pieces of the dossier have in common goes so where it may of all of them.
 * @param acts of the release
 */
export function originalPhotographs(
  acts: readonly ReportEvent[],
  pieces: readonly PieceRead[],
): ReadonlySet<string> {
  const decisions = lastDecisions(acts);
  const listed = new Map(pieces.map(read => [read.piece, listedOf(read, decisions.get(read.piece))]));
  const all = new Set([...listed.values()].flatMap(files => [...files]));
  const going = [...all].filter(sha256 =>
    pieces.every(
      ({ piece, asked }) => (asked !== null && !asked.has(sha256)) || listed.get(piece)?.has(sha256),
    ),
  );
  return new Set(going);
}

function listedOf({ piece, own }: PieceRead, decided: ReportEvent | undefined): ReadonlySet<string> {
  if (decided === undefined || own.some(act => act.index > decided.index && givesSource(act.event)))
    return new Set();
  return new Set(listedFor(piece, decided.event.body.originalPhotographs).map(({ file }) => textOf(file)));
}
