import type { Refusal } from '../refusal.js';
import { importContents, importStandings } from '../vocabulary/imports.js';
import { inWordsAndCode } from '../vocabulary/told.js';

const source = 'domain.md G3, C.1 (DOCUMENTED_ONLY)';

export const importRefusals = {
  'import.not-open': {
    gate: null,
    source,
    message: {
      en: 'Import {reference} takes no more rows: {standing}.',
      fr: "L'import {reference} ne reçoit plus de lignes : {standing}.",
    },
    missing: { en: 'An import of its own for these rows.', fr: 'Un import distinct pour ces lignes.' },
    provider: ['JMAC'],
    told: { standing: inWordsAndCode(importStandings) },
  },
  'import.of-another': {
    gate: null,
    source: 'domain.md G3; RQ-07',
    message: {
      en: 'Import {reference} is carried on by the officer who opened it: he answers for all of it.',
      fr: "L'import {reference} est poursuivi par l'officier qui l'a ouvert : il répond de l'ensemble.",
    },
    missing: {
      en: 'The signature of that officer, or an import of one’s own.',
      fr: 'La signature de cet officier, ou un import à son propre nom.',
    },
    provider: ['JMAC'],
  },
  'import.not-its-contents': {
    gate: null,
    source,
    message: {
      en: 'The rows of import {reference} are {contents}, and nothing else.',
      fr: "Les lignes de l'import {reference} sont de nature {contents}, et rien d'autre.",
    },
    missing: { en: 'An import of what this is.', fr: 'Un import de cette nature.' },
    provider: ['AUTHOR'],
    told: { contents: inWordsAndCode(importContents) },
  },
  'import.row-beyond': {
    gate: null,
    source,
    message: {
      en: 'Row {row} is not in the table, which has {rows}.',
      fr: "La ligne {row} n'est pas dans le tableau, qui en compte {rows}.",
    },
    missing: { en: 'A row of the table.', fr: 'Une ligne du tableau.' },
    provider: ['AUTHOR'],
  },
  'import.rows-not-in-order': {
    gate: null,
    source,
    message: {
      en: 'Row {row} does not come after row {after}.',
      fr: 'La ligne {row} ne vient pas après la ligne {after}.',
    },
    missing: {
      en: 'Rows in the order of the table, each once.',
      fr: "Les lignes dans l'ordre du tableau, chacune une seule fois.",
    },
    provider: ['AUTHOR'],
  },
  'import.row-of-another': {
    gate: null,
    source,
    message: {
      en: '{subject} was not begun by row {row} of this import.',
      fr: '{subject} ne provient pas de la ligne {row} de cet import.',
    },
    missing: { en: 'What that row became.', fr: 'Ce que cette ligne est devenue.' },
    provider: ['AUTHOR'],
  },
  'import.entered-otherwise': {
    gate: null,
    source,
    message: {
      en: '{stated} rows are said to be entered; the log has {entered}.',
      fr: '{stated} lignes sont déclarées enregistrées ; le journal en compte {entered}.',
    },
    missing: { en: 'The number of rows that the log has.', fr: 'Le nombre de lignes que compte le journal.' },
    provider: ['AUTHOR'],
  },
  'import.rows-unaccounted': {
    gate: null,
    source,
    message: {
      en: '{entered} rows entered and {refused} left out do not make the {rows} of the table.',
      fr: '{entered} lignes enregistrées et {refused} écartées ne font pas les {rows} du tableau.',
    },
    missing: {
      en: 'Every row of the table: entered, or left out for a reason.',
      fr: 'Chaque ligne du tableau : enregistrée, ou écartée pour un motif.',
    },
    provider: ['AUTHOR'],
  },
  'import.refusals-not-listed': {
    gate: null,
    source,
    message: {
      en: 'Rows left out and the list of them go together.',
      fr: 'Les lignes écartées et leur liste vont ensemble.',
    },
    missing: {
      en: 'The hash of the list where rows were left out, else null.',
      fr: "L'empreinte de la liste si des lignes furent écartées, sinon null.",
    },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
