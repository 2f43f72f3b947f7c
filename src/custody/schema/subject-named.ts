import { isSubject, isUuid, type JsonValue } from '../../log/index.js';

/** The subject, `<kind>/<UUID>`, that a value of a form names by its UUID or whole; null where it names none. */
export function subjectNamed(
  { 'x-subject': kind }: { readonly 'x-subject'?: unknown },
  value: JsonValue,
): string | null {
  if (typeof value !== 'string') return null;
  if (typeof kind === 'string' && isUuid(value)) return `${kind}/${value}`;
  return isSubject(value) ? value : null;
}
