/** Other subjects that a state names and the rules of the next acts look at, by kind. */
const links: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  evidence: [
    ['incident', 'incident'],
    ['scene', 'scene'],
    ['parent', 'evidence'],
    ['foundIn', 'evidence'],
    ['seal.package', 'package'],
    ['transit.transfer', 'transfer'],
    ['transit.release', 'release'],
  ],
  account: [['incident', 'incident']],
  scene: [['incident', 'incident']],
  visit: [['scene', 'scene']],
  package: [
    ['contents', ''],
    ['seal.stock', 'sealstock'],
  ],
  transfer: [
    ['lines', 'evidence'],
    ['release', 'release'],
  ],
  release: [
    ['request', 'request'],
    ['recipientUnit', 'unit'],
  ],
  identification: [['item', 'evidence']],
  discrepancy: [
    ['package', 'package'],
    ['transfer', 'transfer'],
  ],
};

/** Subjects to be taken along with one: an item's scene and package, a package's contents, a manifest's items. */
export function linkedSubjects(subject: string, state: unknown): readonly string[] {
  const kind = subject.slice(0, subject.indexOf('/'));
  const discrepancies = kind === 'evidence' ? namesIn(memberOf(state, 'discrepancies')) : [];
  return [
    ...(links[kind] ?? []).flatMap(([path, linked]) =>
      namesIn(path.split('.').reduce(memberOf, state)).map(name =>
        linked === '' ? name : `${linked}/${name}`,
      ),
    ),
    ...discrepancies.map(id => `discrepancy/${id}`),
  ];
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** A name, a list of names, or an object whose members are named so. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.filter(name => typeof name === 'string');
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}
