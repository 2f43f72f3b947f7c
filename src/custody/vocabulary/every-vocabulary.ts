import { contentClasses } from '../package/fields.js';
import { roles } from '../roles.js';
import type { Text } from '../text.js';
import * as accounts from './accounts.js';
import * as administration from './administration.js';
import * as calibre from './calibre.js';
import * as capacities from './capacities.js';
import * as discrepancies from './discrepancies.js';
import * as dossiers from './dossiers.js';
import * as dueDiligence from './due-diligence.js';
import * as examination from './examination.js';
import * as exports from './exports.js';
import * as hazard from './hazard.js';
import * as holds from './holds.js';
import * as ied from './ied.js';
import * as imports from './imports.js';
import * as incidentTypes from './incident-types.js';
import * as information from './information.js';
import * as institutions from './institutions.js';
import * as laboratory from './laboratory.js';
import * as links from './links.js';
import * as marks from './marks.js';
import * as materiel from './materiel.js';
import * as officers from './officers.js';
import * as outcomes from './outcomes.js';
import * as positions from './positions.js';
import * as propaganda from './propaganda.js';
import * as quantity from './quantity.js';
import * as recovery from './recovery.js';
import * as references from './references.js';
import * as releases from './releases.js';
import * as requests from './requests.js';
import * as requirements from './requirements.js';
import * as scenes from './scenes.js';
import * as seals from './seals.js';
import * as sensitivity from './sensitivity.js';
import * as sources from './sources.js';
import * as states from './states.js';
import * as tracing from './tracing.js';
import * as transfers from './transfers.js';
import type { Vocabulary } from './vocabulary.js';

const modules: readonly object[] = [
  accounts,
  administration,
  calibre,
  capacities,
  discrepancies,
  examination,
  hazard,
  ied,
  imports,
  links,
  propaganda,
  requirements,
  incidentTypes,
  institutions,
  laboratory,
  marks,
  materiel,
  officers,
  outcomes,
  positions,
  quantity,
  recovery,
  references,
  releases,
  requests,
  scenes,
  seals,
  sensitivity,
  states,
  dossiers,
  dueDiligence,
  exports,
  holds,
  information,
  sources,
  tracing,
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

/**
 * The words of a code, by the codes that may stand in its place. A part of a vocabulary, or what an earlier form had of
 * it, has the words of the vocabularies that hold all of it, where they agree. Undefined where the code has no words.
 */
export function wordsOfCode(codes: readonly string[], code: string): Text | undefined {
  const own = vocabularyOf(codes);
  if (own !== undefined) return Object.hasOwn(own, code) ? own[code] : undefined;
  const [first, ...others] = [...vocabularies.values()].filter(
    words => Object.hasOwn(words, code) && codes.every(known => Object.hasOwn(words, known)),
  );
  const told = first?.[code];
  return others.every(words => words[code]?.en === told?.en && words[code]?.fr === told?.fr)
    ? told
    : undefined;
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
