const names: Readonly<Record<string, readonly string[]>> = {
  evidence: ['custody'],
  packages: ['seal-sheet'],
  transfers: ['receipt'],
  examinations: ['request', 'receipt', 'report'],
  releases: ['decision', 'preview'],
  dossiers: ['bag'],
};

/** Addresses of what is read of one subject beside its item and its history. */
export function papersOf(path: string, id: string): readonly string[] {
  return (names[path] ?? []).map(name => `/v1/${path}/${id}/${name}`);
}
