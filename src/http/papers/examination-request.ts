import type { EvidenceState } from '../../custody/evidence/state.js';
import { classOf, nameOfExam, type RequestedExamOf } from '../../custody/examination/exam.js';
import { standingHolds } from '../../custody/hold/on-piece.js';
import { holdScopes } from '../../custody/vocabulary/holds.js';
import { examinationLevels, examTypes, urgencies } from '../../custody/vocabulary/laboratory.js';
import { tellQuantity } from '../../custody/vocabulary/quantity.js';
import type { ExaminationPaper } from '../../store/readers/examination/read-examination-paper.js';
import type { ItemOfAct, SignedAct } from '../../store/readers/transfer/signed-act.js';
import { type Html, html } from '../html.js';
import { codedText, itemHeading, requestedRows, row, textOf } from './examination-items.js';
import { actsOf, type PaperOfExamination } from './examination-page.js';
import { examinationWords as words } from './examination-words.js';
import { codeIn, labelled, minuteText, officerText, type Say, timeText } from './paper-text.js';
import { paperWords } from './transfer-words.js';

/** What the register says of an item now, for who may see its record. */
export type ItemInRegister = Pick<EvidenceState, 'description' | 'quantity' | 'seal' | 'holds'>;

/** The laboratory request filled in (D5, left half), to go with the items; the laboratory writes the rest on it by hand. */
export function requestPaper(
  paper: ExaminationPaper,
  register: ReadonlyMap<string, ItemInRegister>,
): PaperOfExamination {
  const shown = ['examination.requested', 'examination.destruction-approved', 'examination.withdrawn'];
  return {
    title: words.requestForm,
    number: paper.examination.number,
    head: say => requestHead(paper, say),
    parts: say => [
      html`<h2>${say(words.request)}</h2>${requestFacts(paper, say)}`,
      html`${actsOf(paper, 'requested').flatMap(({ items }) => items.map(line => itemPart(line, paper, register, say)))}`,
      receptionByHand(paper, say),
    ],
    acts: paper.acts.filter(({ type }) => shown.includes(type)),
  };
}

function requestHead({ examination }: ExaminationPaper, say: Say): Html {
  const withdrawn = Object.values(examination.items).every(status => status === 'WITHDRAWN');
  return html`<p class="subtitle">${say(words.requestNumber)} <b>${examination.number}</b></p>${withdrawn ? html`<p class="warning">${say(words.allWithdrawn)}</p>` : null}`;
}

/** Who asks whom, of what case, by when. */
export function requestFacts({ acts, examination, caseFile, units }: ExaminationPaper, say: Say): Html {
  const request = acts.find(({ type }) => type === 'examination.requested');
  const body = request?.body ?? {};
  return html`<dl>
${row(say(words.requestNumber), `${examination.number}${request?.occurred == null ? '' : ` – ${timeText(request.occurred)}`}`)}
${row(say(words.requestingUnit), units.get(examination.requestingUnit) ?? '–')}
${request === undefined ? null : row(say(words.requestedBy), officerText(request, units, say))}
${row(say(words.contact), textOf(body, 'contact'))}
${row(say(words.laboratory), `${units.get(examination.laboratory) ?? '–'} – ${codeIn(examinationLevels, examination.level, say)}`)}
${row(say(words.caseFile), caseFile)}
${row(say(words.offence), textOf(body, 'offence'))}
${row(say(words.circumstances), textOf(body, 'circumstances'))}
${row(say(words.urgency), codeIn(urgencies, examination.urgency, say))}
${row(say(words.courtDate), examination.courtDate ?? say(words.none))}
${row(say(words.due), examination.due)}
${row(say(words.returnTo), textOf(body, 'returnTo'))}
</dl>`;
}

function itemPart(
  line: ItemOfAct,
  paper: ExaminationPaper,
  register: ReadonlyMap<string, ItemInRegister>,
  say: Say,
): Html {
  return html`${itemHeading(line, say)}<dl>
${inRegister(register.get(line.item), say)}
${requestedRows(line, say)}
${alterationRow(line, paper, say)}
${actsOf(paper, 'withdrawn')
  .filter(({ items }) => items.some(({ item }) => item === line.item))
  .map(act => row(say(words.withdrawn), withdrawalText(act)))}
</dl>`;
}

/** Without it a reader who may not see the record is told so: a paper never hides that something is left out. */
function inRegister(item: ItemInRegister | undefined, say: Say): Html {
  if (item === undefined) return row(say(words.description), html`<i>${say(words.withheld)}</i>`);
  const { description, quantity, seal } = item;
  const holds = standingHolds(item).map(
    ({ scope, since }) => html`<p><b>${codeIn(holdScopes, scope, say)}</b> (${minuteText(since)})</p>`,
  );
  const amount = quantity.amount === null ? say(paperWords.notStated) : say(tellQuantity(quantity));
  return html`${row(say(words.description), say(description))}
${row(say(words.quantityNow), amount)}
${row(say(words.sealNow), seal?.number ?? say(words.noSeal))}
${holds.length === 0 ? null : row(say(paperWords.hold), html`${holds}`)}`;
}

/** Destructive testing: allowed, and by whom (E32, RQ-52). */
function alterationRow({ item, body }: ItemOfAct, paper: ExaminationPaper, say: Say): Html {
  const exams = (body.exams ?? []) as unknown as readonly RequestedExamOf[];
  const asked = exams.filter(exam => classOf(exam) === 'DESTRUCTIVE');
  const approvals = actsOf(paper, 'destruction-approved').flatMap(act =>
    act.items.filter(line => line.item === item).map(line => ({ act, body: line.body })),
  );
  const told = asked.map(({ type }) => {
    const given = approvals.filter(({ body }) => nameOfExam(body.exam as typeof type) === nameOfExam(type));
    const name = codedText(examTypes, type, say);
    if (given.length === 0) return html`<p><b>${name} – ${say(words.notApproved)}</b></p>`;
    return html`${given.map(({ act, body }) => html`<p>${name} – ${approvalText(act, body, paper, say)}</p>`)}`;
  });
  return row(say(words.alterationAsked), told.length === 0 ? say(words.noAlteration) : html`${told}`);
}

function approvalText(act: SignedAct, body: ItemOfAct['body'], { units }: ExaminationPaper, say: Say): Html {
  const signers = [act, ...act.countersigned].map(signer => html`, ${officerText(signer, units, say)}`);
  const when = act.occurred === null ? '' : ` (${timeText(act.occurred)})`;
  return html`${say(words.approvedBy)} ${textOf(act.body, 'capacity')}${when}${signers} – ${textOf(body, 'lost')} – ${labelled(words.kept, say)}${textOf(body, 'kept')}`;
}

function withdrawalText({ occurred, body }: SignedAct): string {
  return `${occurred === null ? '–' : timeText(occurred)} – ${textOf(body, 'reason')}`;
}

/** As on the blank form, until the laboratory has answered: then its receipt tells the rest. */
function receptionByHand({ examination }: ExaminationPaper, say: Say): Html | null {
  if (!Object.values(examination.items).includes('REQUESTED')) return null;
  const toWrite = [words.laboratoryNumber, words.receivedOn, words.counted, words.answer];
  const boxes = [words.requester, words.receiving];
  return html`<section class="closing"><h2>${say(words.atReception)}</h2>
<table><tbody>${toWrite.map(label => html`<tr><td>${say(label)}</td><td><br><br></td></tr>`)}</tbody></table>
<h2>${say(paperWords.ink)}</h2>
<div class="ink">${boxes.map(box => html`<div><b>${say(box)}</b><br><span class="label">${say(paperWords.inkFields)}</span></div>`)}</div></section>`;
}
