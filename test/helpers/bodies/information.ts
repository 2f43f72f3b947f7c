import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';
import { code, unclassified } from './evidence.js';

export const informationSubject = `information/${uuidOf('DEMO-INFORMATION-1')}`;

export const reportFile = { sha256: 'b'.repeat(64), size: 12_000, mediaType: 'application/pdf' };
const at = '2021-04-02T11:00:00Z';

function piece(number: string): JsonObject {
  return {
    ...circumstances(at),
    number,
    title: { en: 'DEMO analysis of propaganda', fr: 'DEMO analyse de propagande' },
    about: [],
    personalData: false,
    classification: unclassified,
  };
}

/** Body of `information.registered`: an analysis by an officer of the register. */
export function informationBody(changes: JsonObject = {}): JsonObject {
  return {
    ...piece('DEMO-I-1'),
    incident: null,
    kind: code('ANALYSIS'),
    document: documentOf(),
    ...changes,
  };
}

export function documentOf(changes: JsonObject = {}): JsonObject {
  return {
    file: reportFile,
    language: code('EN'),
    pages: 4,
    authorOfficer: null,
    authorPerson: null,
    sources: null,
    ...changes,
  };
}

/** Body of `information.statement-given`: by who signs, of what he saw. */
export function statementBody(changes: JsonObject = {}): JsonObject {
  return {
    ...piece('DEMO-S-1'),
    incident: uuidOf('DEMO-INCIDENT'),
    scene: null,
    observed: ['SAW', 'FOUND'],
    language: code('FR'),
    capacity: 'DEMO chef de l’équipe',
    words: 'DEMO : j’ai vu les douilles à terre et je les ai numérotées.',
    withheldWords: null,
    scan: null,
    ...changes,
  };
}

/** Body of `information.statement-taken`: of somebody who has no key. */
export function takenBody(changes: JsonObject = {}): JsonObject {
  return {
    ...piece('DEMO-T-1'),
    incident: uuidOf('DEMO-INCIDENT'),
    scene: null,
    observed: ['HEARD'],
    language: code('BM'),
    person: { name: 'DEMO-WITNESS-1', capacity: 'DEMO shopkeeper', unit: null },
    words: 'DEMO: I heard two shots.',
    statement: { sha256: 'c'.repeat(64), size: 9_000, mediaType: 'application/pdf' },
    interpreter: 'DEMO-INTERPRETER-1',
    ...changes,
  };
}

export function inform(
  word: string,
  by: string,
  body: JsonObject,
  subject = informationSubject,
  more: Partial<Intent> = {},
): Intent {
  return { subject, type: `information.${word}`, by, body, ...more };
}
