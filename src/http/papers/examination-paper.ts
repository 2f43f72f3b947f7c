import { reportLanguages } from '../../custody/vocabulary/laboratory.js';
import { classificationLevels } from '../../custody/vocabulary/sensitivity.js';
import { inWordsAndCode } from '../../custody/vocabulary/told.js';
import type { ExaminationPaper } from '../../store/readers/examination/read-examination-paper.js';
import type { SignedAct } from '../../store/readers/transfer/signed-act.js';
import { type Html, html } from '../html.js';
import { comparisonsPart, leadsPart } from './examination-findings.js';
import {
  acceptedItem,
  approvedItem,
  inBothLanguages,
  rejectedItem,
  requestedItem,
  resultItem,
  row,
  textOf,
} from './examination-items.js';
import { actsOf, type PaperOfExamination } from './examination-page.js';
import { deviceDetailOf } from './examination-record.js';
import { requestFacts } from './examination-request.js';
import { examinationWords as words } from './examination-words.js';
import { codeIn, minuteText, officerText, type Say, timeText } from './paper-text.js';

/** The report of an examination in one version (D5, RQ-54); null: the receipt of what the laboratory took (RQ-22). */
export type ReportAct = SignedAct | null;

/** Which version is printed: the one asked for, or the newest; undefined where there is none. */
export function reportAct(
  { acts }: ExaminationPaper,
  asked: { readonly report?: string; readonly version?: number },
): SignedAct | undefined {
  return acts
    .filter(({ type }) => type.startsWith('examination.result-'))
    .filter(({ body }) => asked.report === undefined || body.report === asked.report)
    .findLast(({ body }) => asked.version === undefined || body.version === asked.version);
}

/**
 * The laboratory's paper: its receipt, or its report in one version. Persons are named by capacity, role and unit (RQ-08);
 * findings stand in French and English whatever the language of the page.
 */
export function laboratoryPaper(paper: ExaminationPaper, report: ReportAct): PaperOfExamination {
  if (report === null) {
    return {
      title: words.receipt,
      number: laboratoryNumberOf(paper),
      head: say => receiptHead(paper, say),
      parts: say => [requestPart(paper, say), receptionPart(paper, say)],
      acts: receiptActs(paper),
    };
  }
  return {
    title: words.report,
    number: laboratoryNumberOf(paper),
    head: say => reportHead(paper, report, say),
    parts: say => [
      requestPart(paper, say),
      receptionPart(paper, say),
      resultPart(paper, report, say),
      comparisonsPart(paper.acts, say),
      leadsPart(paper.acts, say),
    ],
    acts: paper.acts,
  };
}

function laboratoryNumberOf({ examination: { laboratoryNumber, number } }: ExaminationPaper): string {
  return laboratoryNumber ?? number;
}

/** A receipt tells nothing of what was found afterwards. */
function receiptActs({ acts }: ExaminationPaper) {
  const until = ['examination.requested', 'examination.accepted', 'examination.rejected'];
  return acts.filter(({ type }) => until.includes(type));
}

function receiptHead(paper: ExaminationPaper, say: Say): Html {
  const waiting = actsOf(paper, 'accepted').length === 0;
  return html`<p class="subtitle">${say(words.requestNumber)} <b>${paper.examination.number}</b></p>${waiting ? html`<p class="warning">${say(words.notReceived)}</p>` : null}`;
}

function reportHead({ examination, units }: ExaminationPaper, act: SignedAct, say: Say): Html {
  const { report, version, change, capacity, reviewerCapacity } = act.body as unknown as {
    readonly report: string;
    readonly version: number;
    readonly change?: { readonly what: string; readonly why: string };
    readonly capacity: string;
    readonly reviewerCapacity: string;
  };
  const others = examination.reports.filter(known => known.report === report);
  const last = Math.max(...others.map(known => known.version));
  const reviewer = act.countersigned.find(({ as }) => as === 'reviewer');
  return html`<p class="subtitle">${say(words.number)} <b>${report}</b>, ${say(words.version)} <b>${version}</b></p>
${last > version ? html`<p class="warning">${say(words.superseded)}</p>` : null}
<dl>
${change === undefined ? null : row(say(words.change), `${change.what} – ${change.why}`)}
${row(say(words.examiner), html`${capacity} – ${officerText(act, units, say)}`)}
${row(say(words.reviewer), reviewer === undefined ? '–' : html`${reviewerCapacity} – ${officerText(reviewer, units, say)}`)}
${row(say(words.versions), others.map(known => `${known.version}: ${minuteText(known.at)}`).join('; '))}
</dl>`;
}

function requestPart(paper: ExaminationPaper, say: Say): Html {
  return html`<h2>${say(words.request)}</h2>${requestFacts(paper, say)}
${actsOf(paper, 'requested').flatMap(({ items }) => items.map(line => requestedItem(line, say)))}
${actsOf(paper, 'destruction-approved').flatMap(({ items }) => items.map(line => approvedItem(line, say)))}`;
}

function receptionPart(paper: ExaminationPaper, say: Say): Html {
  const { examination, units } = paper;
  const accepted = actsOf(paper, 'accepted');
  return html`<h2>${say(words.reception)}</h2><dl>
${row(say(words.laboratoryNumber), examination.laboratoryNumber ?? '–')}
${accepted.map(
  act => html`${row(say(words.received), act.occurred === null ? '–' : timeText(act.occurred))}
${row(say(words.from), textOf(act.body, 'broughtBy'))}
${row(say(words.receivedBy), html`${textOf(act.body, 'capacity')} – ${officerText(act, units, say)}`)}`,
)}
</dl>
${accepted.flatMap(({ items }) => items.map(line => acceptedItem(line, say)))}
${actsOf(paper, 'rejected').flatMap(({ items }) => items.map(line => rejectedItem(line, say)))}`;
}

/**
 * What the report says of each of its items up to this version: an amendment restates the items it changes, the others
 * stay as the last version that names them has them.
 */
function itemsUpTo(paper: ExaminationPaper, act: SignedAct) {
  const { report, version } = act.body;
  const versions = paper.acts
    .filter(({ type, body }) => type.startsWith('examination.result-') && body.report === report)
    .filter(({ body }) => Number(body.version) <= Number(version));
  const latest = new Map(
    versions.flatMap(({ items, body }) =>
      items.map(line => [line.item, { line, version: Number(body.version) }] as const),
    ),
  );
  return [...latest.values()];
}

function resultPart(paper: ExaminationPaper, act: SignedAct, say: Say): Html {
  const { classification, languages, quality, summary } = act.body as unknown as {
    readonly classification: { readonly level: string };
    readonly languages: readonly string[];
    readonly quality: string;
    readonly summary: object;
  };
  return html`<h2>${say(words.results)}</h2><dl>
${row(say(words.classification), codeIn(classificationLevels, classification.level, say))}
${row(say(words.languages), say(inWordsAndCode(reportLanguages)(languages.join(', '))))}
${row(say(words.quality), quality)}
${row(say(words.summary), inBothLanguages(summary, say))}
${row(say(words.deviceDetail), deviceDetailOf(act.body.deviceDetail, say))}
</dl>${itemsUpTo(paper, act).map(
    ({ line, version }) =>
      html`${resultItem(line, say)}${version === act.body.version ? null : html`<p class="label">${say(words.asInVersion)} ${version}</p>`}`,
  )}`;
}
