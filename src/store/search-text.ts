/** Text in the form it is searched in: lower case, without accents. */
function searchable(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** What a search looks through, one part a line, so that no match spans two parts. */
export function searchText(parts: readonly (string | null)[]): string {
  return parts
    .filter(part => part !== null)
    .map(searchable)
    .join('\n');
}

/** A `like` pattern that finds `query` anywhere in a `searchText`; its own wildcards count as characters. */
export function searchPattern(query: string): string {
  return `%${searchable(query).replaceAll(/[\\%_]/g, '\\$&')}%`;
}
