import { evidenceNumber } from '../../custody/evidence/number.js';
import { classOf, type RequestedExamOf } from '../../custody/examination/exam.js';
import type { ResultOnItemBody } from '../../custody/examination/result/members.js';
import { precautions as precautionWords } from '../../custody/vocabulary/examination.js';
import {
  alterations,
  examClasses,
  examTypes,
  rejectionReasons,
  resultClasses,
} from '../../custody/vocabulary/laboratory.js';
import { sealStatusLabels } from '../../custody/vocabulary/seals.js';
import type { JsonObject } from '../../log/index.js';
import type { ItemOfAct } from '../../store/readers/transfer/signed-act.js';
import { type Html, html } from '../html.js';
import { recordedOf } from './examination-record.js';
import { examinationWords as words } from './examination-words.js';
import { codeIn, labelled, quantityOnPaper, type Say } from './paper-text.js';

type Coded = { readonly code: string; readonly text: string | null };

/** A choice in the words of its list, and what was written beside it. */
export function codedText(list: Parameters<typeof codeIn>[0], { code, text }: Coded, say: Say): string {
  if (code === 'OTHER' && text !== null) return text;
  return text === null ? codeIn(list, code, say) : `${codeIn(list, code, say)} – ${text}`;
}

export function row(label: string, value: string | Html): Html {
  return html`<dt>${label}</dt><dd>${value}</dd>`;
}

export function itemHeading({ item }: ItemOfAct, say: Say): Html {
  return html`<h3>${say(words.item)} <span class="number">${evidenceNumber(item)}</span> <span class="id">evidence/${item}</span></h3>`;
}

/** D5, left half: what was asked of one item. */
export function requestedItem(line: ItemOfAct, say: Say): Html {
  return html`${itemHeading(line, say)}<dl>${requestedRows(line, say)}</dl>`;
}

export function requestedRows(line: ItemOfAct, say: Say): Html {
  const { question, exams, priorExams, hazard, certificates, precautions } = line.body as unknown as {
    readonly question: string;
    readonly exams: readonly RequestedExamOf[];
    readonly priorExams: string;
    readonly hazard: string | null;
    readonly certificates: readonly string[];
    readonly precautions: readonly Coded[];
  };
  return html`${row(say(words.question), question)}
${row(
  say(words.exams),
  html`${exams.map((exam, at) => html`<p>${at + 1}. ${codedText(examTypes, exam.type, say)} (${say(examClasses[classOf(exam)])})</p>`)}`,
)}
${row(say(words.priorExams), priorExams)}
${row(say(words.hazard), hazard ?? say(words.none))}
${row(say(words.certificates), certificates.join(', ') || say(words.none))}
${row(say(words.precautions), precautions.map(one => codedText(precautionWords, one, say)).join(', '))}`;
}

/** E32: what was approved beforehand. */
export function approvedItem(line: ItemOfAct, say: Say): Html {
  const { exam, lost, kept } = line.body as unknown as {
    readonly exam: Coded;
    readonly lost: string;
    readonly kept: string;
  };
  return html`${itemHeading(line, say)}<dl>
${row(say(words.approved), `${codedText(examTypes, exam, say)} – ${lost}`)}
${row(say(words.kept), kept)}
</dl>`;
}

/** E31, RQ-51: condition, seals and count as reception found them. */
export function acceptedItem(line: ItemOfAct, say: Say): Html {
  const { quantity, seals, condition, description, reserve } = line.body as unknown as {
    readonly quantity: { readonly amount: string | null; readonly unit: string } | null;
    readonly seals: readonly {
      readonly number: string;
      readonly found: string | null;
      readonly status: string;
    }[];
    readonly condition: string;
    readonly description: string;
    readonly reserve: { readonly text: string; readonly discrepancies: readonly string[] } | null;
  };
  const read = seals.map(
    ({ number, found, status }) =>
      `${number} (${found ?? '–'}): ${codeIn(sealStatusLabels as Parameters<typeof codeIn>[0], status, say)}`,
  );
  return html`${itemHeading(line, say)}<dl>
${row(say(words.quantity), quantity === null ? say(words.sealedCounted) : quantityOnPaper(quantity, say))}
${row(say(words.seals), read.join('; ') || say(words.noSeal))}
${row(say(words.condition), `${condition} – ${description}`)}
${reserve === null ? null : row(say(words.reserve), html`<b>${reserve.text}</b> ${reserve.discrepancies.join(', ')}`)}
</dl>`;
}

export function rejectedItem(line: ItemOfAct, say: Say): Html {
  const { reason, explanation } = line.body as unknown as {
    readonly reason: Coded;
    readonly explanation: string;
  };
  return html`${itemHeading(line, say)}<dl>${row(say(words.rejected), `${codedText(rejectionReasons, reason, say)} – ${explanation}`)}</dl>`;
}

/** D5, right half, RQ-54: what was done with one item and found; finding and opinion apart, in both languages. */
export function resultItem(line: ItemOfAct, say: Say): Html {
  const body = line.body as unknown as ResultOnItemBody;
  const { notExamined, exams, omitted, marks, seals, alteration, derived } = body;
  const left = [codeIn(alterations, alteration.kind, say), alteration.text, alteration.residue];
  return html`${itemHeading(line, say)}
${notExamined === null ? null : html`<p><b>${labelled(words.notExamined, say)}</b>${notExamined}</p>`}
${exams.map(exam => madeExam(exam, say))}
<dl>
${omitted.map(({ type, result, reason }) => row(say(words.omitted), `${codedText(examTypes, type, say)} – ${codeIn(resultClasses, result, say)} – ${reason}`))}
${row(say(words.marks), marks.map(({ text, place }) => `${text} (${place})`).join('; ') || say(words.none))}
${row(say(words.opened), seals.opened ?? seals.note ?? say(words.none))}
${row(say(words.resealed), seals.resealed ?? seals.note ?? say(words.none))}
${row(say(words.alteration), left.filter(text => text !== null).join(' – '))}
${row(say(words.derived), derived.map(evidenceNumber).join(', ') || say(words.none))}
</dl>
${recordedOf(body, say)}`;
}

function madeExam(exam: ResultOnItemBody['exams'][number], say: Say): Html {
  const {
    type,
    performedOn,
    result,
    method,
    instrument,
    limits,
    finding,
    opinion,
    comparedWith,
    traces,
    files,
  } = exam;
  return html`<dl class="side">
${row(codedText(examTypes, type, say), html`<b>${codeIn(resultClasses, result, say)}</b> – ${performedOn}`)}
${row(say(words.method), method)}
${row(say(words.instrument), instrument ?? say(words.none))}
${row(say(words.limits), limits)}
${row(say(words.finding), inBothLanguages(finding, say))}
${row(say(words.opinion), opinion === null ? say(words.noOpinion) : inBothLanguages(opinion, say))}
${comparedWith.length === 0 ? null : row(say(words.comparedWith), comparedWith.map(evidenceNumber).join(', '))}
${row(say(words.traces), traces.map(({ reference, place }) => `${reference} (${place})`).join('; ') || say(words.none))}
${files.length === 0 ? null : row(say(words.files), html`${files.map(({ what, file }) => html`<p>${what} <span class="id">${file.sha256}</span></p>`)}`)}
</dl>`;
}

/** In French and English; or that it is withheld from who reads the paper (GATE-6). */
export function inBothLanguages(said: object, say: Say): Html {
  if (!('fr' in said && 'en' in said)) return html`<i>${say(words.withheld)}</i>`;
  return html`${String(said.fr)}<br><span lang="en">${String(said.en)}</span>`;
}

/** The members of a body that stand as text. */
export function textOf(body: JsonObject, member: string): string {
  const value = body[member];
  return typeof value === 'string' ? value : '–';
}
