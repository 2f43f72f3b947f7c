const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SUBJECT = /^([a-z]+)\/([0-9a-f-]{36})$/;

/** Lower case, any version (log-format, Conventions). */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** `<kind>/<UUID>`, kind `[a-z]+` (log-format section 1). */
export function isSubject(text: string): boolean {
  const parts = SUBJECT.exec(text);
  return parts?.[2] !== undefined && isUuid(parts[2]);
}

/** The kind of a subject that was read: what stands before the slash. */
export function subjectKind(subject: string): string {
  return subject.slice(0, subject.indexOf('/'));
}
