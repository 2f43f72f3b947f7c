import { evidenceNumber, isEvidenceId } from '../../custody/evidence/number.js';
import { accountSources } from '../../custody/vocabulary/accounts.js';
import { discrepancyKinds } from '../../custody/vocabulary/discrepancies.js';
import { dossierContents } from '../../custody/vocabulary/dossiers.js';
import { holdScopes } from '../../custody/vocabulary/holds.js';
import { importStandings } from '../../custody/vocabulary/imports.js';
import { kindsOfInformation } from '../../custody/vocabulary/information.js';
import { kindNames } from '../../custody/vocabulary/kind-names.js';
import { examinationStatuses } from '../../custody/vocabulary/laboratory.js';
import { inWords, roleTold } from '../../custody/vocabulary/told.js';
import { traceAnswers, tracingStatuses } from '../../custody/vocabulary/tracing.js';
import { isJsonObject } from '../../log/index.js';
import { releaseStanding } from '../release/release-standing.js';
import { by, type ListedKind, memberOf, textOf, yesOrNo } from './listed-kind.js';

/** The printed number of an item; what is none stands as it is. */
function numberOf(item: string): string {
  return isEvidenceId(item) ? evidenceNumber(item) : item;
}

/** Kinds of what is written about items, and of what is decided about them. */
export const writtenKinds: readonly ListedKind[] = [
  {
    kind: 'information',
    word: 'information',
    path: 'information',
    singular: kindNames.information.one,
    namesOf: by('number'),
    filter: 'number',
    headings: [
      { en: 'kind', fr: 'nature' },
      { en: 'title', fr: 'intitulé' },
    ],
    cellsOf: ({ facts }, language) => [
      inWords(kindsOfInformation)(textOf(facts.kind))[language],
      textOf(facts[language === 'fr' ? 'titleFr' : 'titleEn']) || memberOf(facts.title, language),
    ],
  },
  {
    kind: 'identification',
    word: 'identifications',
    path: 'identifications',
    singular: kindNames.identification.one,
    namesOf: () => [],
    filter: null,
    headings: [
      { en: 'item', fr: 'pièce' },
      { en: 'withdrawn', fr: 'retirée' },
    ],
    cellsOf: ({ facts }, language) => [
      numberOf(textOf(facts.item)),
      yesOrNo(facts.withdrawn === true || isJsonObject(facts.withdrawn ?? null), language),
    ],
  },
  {
    kind: 'reference',
    word: 'references',
    path: 'references',
    singular: kindNames.reference.one,
    namesOf: by('name'),
    filter: 'name',
    headings: [{ en: 'source', fr: 'provenance' }],
    cellsOf: ({ facts }) => [textOf(facts.source)],
  },
  {
    kind: 'request',
    word: 'requests',
    path: 'requests',
    singular: { en: 'request of an authority', fr: "demande d'une autorité" },
    namesOf: by('number'),
    filter: 'number',
    headings: [
      { en: 'reference', fr: 'référence' },
      { en: 'deadline', fr: 'échéance' },
      { en: 'settled', fr: 'réglée' },
    ],
    cellsOf: ({ facts }, language) => [
      textOf(facts.reference),
      textOf(facts.deadline),
      yesOrNo(facts.settled === true || isJsonObject(facts.closed ?? null), language),
    ],
  },
  {
    kind: 'hold',
    word: 'holds',
    path: 'holds',
    singular: kindNames.hold.one,
    namesOf: by('number'),
    filter: 'number',
    headings: [
      { en: 'stops', fr: 'suspend' },
      { en: 'by', fr: 'par' },
    ],
    cellsOf: ({ facts }, language) => [
      inWords(holdScopes)(textOf(facts.scope))[language],
      roleTold(textOf(facts.function))[language],
    ],
  },
  {
    kind: 'examination',
    word: 'examinations',
    path: 'examinations',
    singular: kindNames.examination.one,
    namesOf: by('number', 'laboratoryNumber'),
    filter: 'number',
    headings: [
      { en: 'state', fr: 'état' },
      { en: 'due', fr: 'échéance' },
    ],
    cellsOf: ({ facts }, language) => [
      inWords(examinationStatuses)(textOf(facts.status))[language],
      textOf(facts.due),
    ],
  },
  {
    kind: 'release',
    word: 'releases',
    path: 'releases',
    singular: kindNames.release.one,
    namesOf: by('number'),
    filter: null,
    headings: [
      { en: 'state', fr: 'état' },
      { en: 'purpose', fr: 'finalité' },
    ],
    cellsOf: ({ facts }, language) => [releaseStanding(facts, Date.now())[language], textOf(facts.purpose)],
  },
  {
    kind: 'discrepancy',
    word: 'discrepancies',
    path: 'discrepancies',
    singular: kindNames.discrepancy.one,
    namesOf: () => [],
    filter: null,
    headings: [{ en: 'kind', fr: 'nature' }],
    cellsOf: ({ facts }, language) => [inWords(discrepancyKinds)(textOf(facts.kind))[language]],
  },
  {
    kind: 'export',
    word: 'exports',
    path: 'exports',
    singular: kindNames.export.one,
    namesOf: () => [],
    filter: null,
    headings: [
      { en: 'what', fr: 'quoi' },
      { en: 'for whom', fr: 'pour qui' },
    ],
    cellsOf: ({ facts }) => [textOf(facts.scope), textOf(facts.recipient)],
  },
  {
    kind: 'dossier',
    word: 'dossiers',
    path: 'dossiers',
    singular: kindNames.dossier.one,
    namesOf: by('number'),
    filter: null,
    headings: [
      { en: 'version', fr: 'version' },
      { en: 'contents', fr: 'contenu' },
    ],
    cellsOf: ({ facts }, language) => [
      textOf(facts.version),
      inWords(dossierContents)(textOf(facts.contents))[language],
    ],
  },
  {
    kind: 'import',
    word: 'imports',
    path: 'imports',
    singular: kindNames.import.one,
    namesOf: by('reference'),
    filter: 'reference',
    headings: [
      { en: 'standing', fr: 'avancement' },
      { en: 'rows', fr: 'lignes' },
    ],
    cellsOf: ({ facts }, language) => [
      inWords(importStandings)(textOf(facts.standing))[language],
      `${textOf(facts.enteredRows)} / ${textOf(facts.totalRows)}`,
    ],
  },
  {
    kind: 'account',
    word: 'accounts',
    path: 'accounts',
    singular: kindNames.account.one,
    namesOf: () => [],
    filter: null,
    headings: [
      { en: 'incident', fr: 'incident' },
      { en: 'source', fr: 'source' },
      { en: 'as of', fr: 'en date du' },
    ],
    cellsOf: ({ facts }, language) => [
      textOf(facts.incident),
      inWords(accountSources)(textOf(facts.sourceKind))[language],
      textOf(facts.asOf),
    ],
  },
  {
    kind: 'tracing',
    word: 'trace-requests',
    path: 'trace-requests',
    singular: kindNames.tracing.one,
    namesOf: by('number'),
    filter: 'number',
    headings: [
      { en: 'standing', fr: 'état' },
      { en: 'addressee', fr: 'destinataire' },
      { en: 'due', fr: 'échéance' },
      { en: 'answer', fr: 'réponse' },
    ],
    cellsOf: ({ facts }, language) => [
      inWords(tracingStatuses)(textOf(facts.status))[language],
      textOf(facts.addressee),
      textOf(facts.dueOn),
      inWords(traceAnswers)(textOf(facts.answer))[language],
    ],
  },
  {
    kind: 'source',
    word: 'sources',
    path: 'sources',
    singular: kindNames.source.one,
    namesOf: by('code'),
    filter: 'code',
    headings: [{ en: 'registered by', fr: 'enregistrée par' }],
    cellsOf: ({ facts }) => [textOf(facts.registeredBy)],
  },
];
