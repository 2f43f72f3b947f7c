/** Attack, find, any other incident; or a file that is opened for no incident. */
export type IncidentClass = 'ATTACK' | 'FIND' | 'OTHER' | 'FILE';

/** In place of a type where several stand beside each other and none says what they are together. */
const severalTypes = 'SEVERAL';

export interface CountedAs {
  readonly class: IncidentClass;
  /** The one type under which the incident is counted. */
  readonly type: string;
  /** A device was found in an attack: it is no find of its own. */
  readonly withFind: boolean;
}

const attackTypes: readonly string[] = ['COMPLEX', 'IED_ATTACK', 'SAF', 'IDF'];
const fileTypes: readonly string[] = ['ITEM_FILE', 'PROFILE'];

/**
 * V1: attacks never include finds, and an attack of several types counts once: as complex where it is recorded so, by
 * whatever definition the record names, else as of several types.
 */
export function countedAs(types: readonly string[]): CountedAs {
  const attacks = types.filter(type => attackTypes.includes(type));
  const withFind = attacks.length > 0 && types.includes('IED_FIND');
  if (attacks.includes('COMPLEX')) return { class: 'ATTACK', type: 'COMPLEX', withFind };
  if (attacks.length > 0) return { class: 'ATTACK', type: theOne(attacks), withFind };
  if (types.includes('IED_FIND')) return { class: 'FIND', type: 'IED_FIND', withFind };
  const incidents = types.filter(type => !fileTypes.includes(type));
  if (incidents.length === 0) return { class: 'FILE', type: theOne(types), withFind };
  return { class: 'OTHER', type: theOne(incidents), withFind };
}

function theOne(types: readonly string[]): string {
  const [first, ...others] = types;
  return first === undefined || others.length > 0 ? severalTypes : first;
}
