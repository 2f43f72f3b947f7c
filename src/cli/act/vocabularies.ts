import { contentClasses } from '../../custody/package/fields.js';
import { roles } from '../../custody/roles.js';
import type { Text } from '../../custody/text.js';
import * as calibre from '../../custody/vocabulary/calibre.js';
import * as capacities from '../../custody/vocabulary/capacities.js';
import * as discrepancies from '../../custody/vocabulary/discrepancies.js';
import * as examination from '../../custody/vocabulary/examination.js';
import * as hazard from '../../custody/vocabulary/hazard.js';
import * as ied from '../../custody/vocabulary/ied.js';
import * as incidentTypes from '../../custody/vocabulary/incident-types.js';
import * as institutions from '../../custody/vocabulary/institutions.js';
import * as laboratory from '../../custody/vocabulary/laboratory.js';
import * as marks from '../../custody/vocabulary/marks.js';
import * as materiel from '../../custody/vocabulary/materiel.js';
import * as outcomes from '../../custody/vocabulary/outcomes.js';
import * as quantity from '../../custody/vocabulary/quantity.js';
import * as recovery from '../../custody/vocabulary/recovery.js';
import * as releases from '../../custody/vocabulary/releases.js';
import * as requests from '../../custody/vocabulary/requests.js';
import * as scenes from '../../custody/vocabulary/scenes.js';
import * as seals from '../../custody/vocabulary/seals.js';
import * as sensitivity from '../../custody/vocabulary/sensitivity.js';
import * as states from '../../custody/vocabulary/states.js';
import * as transfers from '../../custody/vocabulary/transfers.js';
import type { Vocabulary } from '../../custody/vocabulary/vocabulary.js';

const modules: readonly object[] = [
  calibre,
  capacities,
  discrepancies,
  examination,
  hazard,
  ied,
  incidentTypes,
  institutions,
  laboratory,
  marks,
  materiel,
  outcomes,
  quantity,
  recovery,
  releases,
  requests,
  scenes,
  seals,
  sensitivity,
  states,
  transfers,
];

/** Every list of codes by its name on the command line, e.g. `found-as`. */
export const vocabularies: ReadonlyMap<string, Vocabulary> = new Map([
  ...modules.flatMap(module =>
    Object.entries(module)
      .filter((named): named is [string, Vocabulary] => isVocabulary(named[1]))
      .map(([name, vocabulary]) => [dashed(name), vocabulary] as const),
  ),
  ['content-classes', contentClasses],
  ['roles', Object.fromEntries(Object.entries(roles).map(([code, { title }]) => [code, title]))],
]);

const wordsByCodes = new Map([...vocabularies.values()].map(words => [Object.keys(words).join(' '), words]));
const nameByWords = new Map([...vocabularies].map(([name, words]) => [words, name]));

/** The vocabulary behind a list of codes in a schema; undefined where the codes have no words. */
export function vocabularyOf(codes: readonly string[]): Vocabulary | undefined {
  return wordsByCodes.get(codes.join(' '));
}

export function nameOf(vocabulary: Vocabulary): string | undefined {
  return nameByWords.get(vocabulary);
}

function isVocabulary(value: unknown): value is Vocabulary {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const words = Object.values(value);
  return words.length > 0 && words.every(isText);
}

function isText(value: unknown): value is Text {
  const { en, fr } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Text>;
  return typeof en === 'string' && typeof fr === 'string';
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}
