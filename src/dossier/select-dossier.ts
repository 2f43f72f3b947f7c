import { type Selection, selectSubjects } from '../audit/selection.js';
import { subjectKind } from '../log/index.js';
import type { LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';

/**
 * Kinds of which a dossier holds what is released and nothing else: a report of the laboratory or a piece of
 * information goes with a decision of its own (GATE-6), and what was asked for by others, held, refused or exported is
 * theirs.
 */
const onlyReleased: ReadonlySet<string> = new Set([
  'release',
  'request',
  'examination',
  'information',
  'source',
  'hold',
  'dossier',
  'export',
]);

/**
 * The events of a dossier (log-format section 11, partial): the pieces, the log and everybody who signed something
 * inside, whole, and the single events that the pieces name, but those of matters that were not released with them.
 * @throws NothingSelected
 */
export function selectDossier(
  snapshot: LogSnapshot,
  { release, pieces }: { readonly release: string; readonly pieces: readonly string[] },
): Promise<Selection> {
  const own = new Set([`release/${release}`, ...pieces]);
  return selectSubjects(snapshot, pieces, {
    mayBeInside: subject => !onlyReleased.has(subjectKind(subject)) || own.has(subject),
  });
}
