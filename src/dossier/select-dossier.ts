import { type Selection, selectSubjects } from '../audit/selection.js';
import { subjectKind } from '../log/index.js';
import type { LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';

/**
 * The events of a dossier (log-format section 11, partial): the pieces, the log and everybody who signed something
 * inside, whole, and the single events that the pieces name. Of releases only its own: what was asked for others, and
 * why it was refused them, is no part of it.
 * @throws NothingSelected
 */
export function selectDossier(
  snapshot: LogSnapshot,
  { release, pieces }: { readonly release: string; readonly pieces: readonly string[] },
): Promise<Selection> {
  const own = `release/${release}`;
  return selectSubjects(snapshot, pieces, {
    mayBeInside: subject => subjectKind(subject) !== 'release' || subject === own,
  });
}
