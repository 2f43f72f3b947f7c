/** Names that a mistyped one was probably meant to be, nearest first; none where nothing is near. */
export function nearNames(typed: string, names: readonly string[], most = 3): readonly string[] {
  const wanted = typed.toLowerCase();
  const reach = Math.max(2, Math.floor(typed.length / 3));
  return names
    .map(name => ({ name, distance: distanceTo(wanted, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= reach)
    .sort((left, right) => left.distance - right.distance)
    .slice(0, most)
    .map(({ name }) => name);
}

/** A part of a name is near it; else the edit distance of Levenshtein. */
function distanceTo(typed: string, name: string): number {
  if (typed.length > 2 && name.split('.').includes(typed)) return 1;
  let previous = Array.from({ length: name.length + 1 }, (_, at) => at);
  for (const [row, character] of Array.from(typed).entries()) {
    const current = [row + 1];
    for (let at = 0; at < name.length; at++) {
      const substituted = (previous[at] ?? 0) + (name[at] === character ? 0 : 1);
      current.push(Math.min(substituted, (previous[at + 1] ?? 0) + 1, (current[at] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[name.length] ?? Number.POSITIVE_INFINITY;
}

/** Appended to a message: `; did you mean …?` */
export function didYouMean(
  typed: string,
  names: readonly string[],
): { readonly en: string; readonly fr: string } {
  const near = nearNames(typed, names).join(', ');
  return near === ''
    ? { en: '', fr: '' }
    : { en: `; did you mean ${near}?`, fr: ` ; vouliez-vous dire ${near} ?` };
}
