import { demonstrationMark, isDemonstration } from '../../custody/log/demonstration.js';
import { examinationLevels, reportLanguages, urgencies } from '../../custody/vocabulary/laboratory.js';
import { classificationLevels } from '../../custody/vocabulary/sensitivity.js';
import { inWordsAndCode } from '../../custody/vocabulary/told.js';
import type { ExaminationPaper } from '../../store/readers/examination/read-examination-paper.js';
import type { SignedAct } from '../../store/readers/transfer/signed-act.js';
import { Html, html } from '../html.js';
import { actsTable } from './acts-table.js';
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
import { deviceDetailOf } from './examination-record.js';
import { examinationWords as words } from './examination-words.js';
import { lastLeafOf } from './last-leaf.js';
import { cosignatureLines } from './paper-checkpoint.js';
import { paperPolicy, paperStyle } from './paper-style.js';
import { codeIn, labelled, minuteText, officerText, type Say, sayIn, timeText } from './paper-text.js';
import type { PaperSurroundings, PrintedPaper } from './transfer-paper.js';
import { paperWords } from './transfer-words.js';

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
 * The laboratory's paper as a page to be printed: it stands by itself and loads nothing. Persons are named by capacity,
 * role and unit (RQ-08); findings stand in French and English whatever the language of the page.
 */
export function examinationPaperPage(
  paper: ExaminationPaper,
  report: ReportAct,
  surroundings: PaperSurroundings,
): PrintedPaper {
  const say = sayIn(surroundings.language);
  const title = say(report === null ? words.receipt : words.report);
  const demo = isDemonstration(surroundings.origin);
  const style = paperStyle({
    name: `${title} ${paper.examination.laboratoryNumber ?? paper.examination.number} – examination/${paper.id}`,
    count: say(paperWords.pageCount),
    head: demo ? say(demonstrationMark) : '',
  });
  const { text } = html`<!DOCTYPE html>
<html lang="${surroundings.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – ${paper.examination.number}</title><style>${new Html(style)}</style></head>
<body>
${demo ? html`<p class="demo">${say(demonstrationMark)}</p>` : null}
<header><div><h1>${title}</h1>${report === null ? receiptHead(paper, say) : reportHead(paper, report, say)}</div></header>
${requestPart(paper, say)}
${receptionPart(paper, say)}
${report === null ? null : resultPart(paper, report, say)}
${report === null ? null : comparisonsPart(paper.acts, say)}
${report === null ? null : leadsPart(paper.acts, say)}
<h2>${say(paperWords.statements)}</h2>
${actsTable(report === null ? receiptActs(paper) : paper, say)}
<section class="closing"><h2>${say(paperWords.proof)}</h2>
<p>${say(paperWords.check)}</p>
<p>${labelled(paperWords.origin, say)}${surroundings.origin} – ${labelled(paperWords.printed, say)}${minuteText(surroundings.printed)}</p>
${cosignatureLines(surroundings.checkpoint, lastLeafOf(paper), say)}
<pre>${surroundings.checkpoint.note}</pre></section>
</body>
</html>
`;
  return { page: text, policy: paperPolicy(style) };
}

function actsOf({ acts }: ExaminationPaper, word: string): readonly SignedAct[] {
  return acts.filter(({ type }) => type === `examination.${word}`);
}

/** A receipt tells nothing of what was found afterwards. */
function receiptActs({ acts, units }: ExaminationPaper) {
  const until = ['examination.requested', 'examination.accepted', 'examination.rejected'];
  return { acts: acts.filter(({ type }) => until.includes(type)), units };
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
  const { examination, caseFile, units } = paper;
  const [request] = actsOf(paper, 'requested');
  const body = request?.body ?? {};
  return html`<h2>${say(words.request)}</h2><dl>
${row(say(words.requestNumber), `${examination.number}${request?.occurred == null ? '' : ` – ${timeText(request.occurred)}`}`)}
${row(say(words.requestingUnit), units.get(examination.requestingUnit) ?? '–')}
${row(say(words.contact), textOf(body, 'contact'))}
${row(say(words.caseFile), caseFile)}
${row(say(words.offence), textOf(body, 'offence'))}
${row(say(words.circumstances), textOf(body, 'circumstances'))}
${row(say(words.urgency), codeIn(urgencies, examination.urgency, say))}
${row(say(words.courtDate), examination.courtDate ?? say(words.none))}
${row(say(words.due), examination.due)}
${row(say(words.returnTo), textOf(body, 'returnTo'))}
</dl>${request?.items.map(line => requestedItem(line, say)) ?? null}
${actsOf(paper, 'destruction-approved').flatMap(({ items }) => items.map(line => approvedItem(line, say)))}`;
}

function receptionPart(paper: ExaminationPaper, say: Say): Html {
  const { examination, units } = paper;
  const accepted = actsOf(paper, 'accepted');
  return html`<h2>${say(words.reception)}</h2><dl>
${row(say(words.laboratory), `${units.get(examination.laboratory) ?? '–'} – ${codeIn(examinationLevels, examination.level, say)}`)}
${row(say(words.laboratoryNumber), examination.laboratoryNumber ?? '–')}
${accepted.map(act => row(say(words.received), html`${act.occurred === null ? '–' : timeText(act.occurred)} – ${labelled(words.from, say)}${textOf(act.body, 'broughtBy')} – ${textOf(act.body, 'capacity')}, ${officerText(act, units, say)}`))}
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
