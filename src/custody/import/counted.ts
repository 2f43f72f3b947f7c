import type { ImportState } from './state.js';

interface MaybeImported {
  readonly imported?: { readonly import: string } | null;
}

/** Import, `import/<UUID>`, by which a subject with this state came; null: by none. */
export function importOf(state: unknown): string | null {
  const { imported = null } = (state ?? {}) as MaybeImported;
  return imported === null ? null : `import/${imported.import}`;
}

/**
 * Is a subject there for others to name? What an import brought is not before it is closed, but for what the same import
 * brings; of an import that is not known here (a partial export) nothing is said against it.
 * @param within the import, `import/<UUID>`, of the act that names it; null: none
 */
export function isThere(
  stateOf: (subject: string) => unknown,
  subject: string,
  within: string | null = null,
): boolean {
  const state = stateOf(subject);
  if (state === undefined) return false;
  const from = importOf(state);
  if (from === null || from === within) return true;
  const brought = stateOf(from) as ImportState | undefined;
  return brought === undefined || brought.standing === 'CLOSED';
}
