import { evidenceNumber } from '../../custody/evidence/number.js';
import { isWithheld } from '../../custody/schema/withheld.js';
import { leadSources, resultClasses } from '../../custody/vocabulary/laboratory.js';
import { confidences } from '../../custody/vocabulary/marks.js';
import type { JsonObject, JsonValue } from '../../log/index.js';
import type { SignedAct } from '../../store/readers/transfer/signed-act.js';
import { type Html, html } from '../html.js';
import { inBothLanguages, row, textOf } from './examination-items.js';
import { examinationWords as words } from './examination-words.js';
import { codeIn, type Say } from './paper-text.js';

/** V7: comparisons from case to case, with the items of each; never more than what two officers state. */
export function comparisonsPart(acts: readonly SignedAct[], say: Say): Html | null {
  const compared = acts.filter(({ type }) => type === 'examination.traces-matched');
  if (compared.length === 0) return null;
  return html`<h2>${say(words.comparisons)}</h2>${compared.map(({ body, items }) => {
    const told = items.map(({ item, body: line }) => `${evidenceNumber(item)}: ${textOf(line, 'reference')}`);
    return html`<dl>
${row(codeIn(resultClasses, textOf(body, 'result'), say), told.join('; '))}
${row(say(words.method), textOf(body, 'method'))}
${row(say(words.limits), textOf(body, 'limits'))}
${row(say(words.confidence), codeIn(confidences, textOf(body, 'confidence'), say))}
${row(say(words.finding), inBothLanguages(body.statement as object, say))}
</dl>`;
  })}`;
}

/** V7: leads, each with its source and how sure it is. No result, and no part of the report: they stand by themselves. */
export function leadsPart(acts: readonly SignedAct[], say: Say): Html | null {
  const leads = acts.filter(({ type }) => type === 'examination.lead-recorded');
  if (leads.length === 0) return null;
  return html`<h2>${say(words.leads)}</h2><p class="label">${say(words.noResult)}</p>${leads.map(
    ({ body, items }) => html`<dl>
${row(say(words.leadSource), sourceOf(body, say))}
${row(say(words.traces), items.map(({ item, body: line }) => `${evidenceNumber(item)}: ${textOf(line, 'trace')}`).join('; '))}
${row(say(words.leadList), toldOr(body.list, say))}
${row(say(words.leadState), toldOr(body.issuedBy, say))}
${row(say(words.leadReference), toldOr(body.reference, say))}
${row(say(words.confidence), codeIn(confidences, textOf(body, 'confidence'), say))}
${row(say(words.lead), inBothLanguages(body.statement as object, say))}
</dl>`,
  )}`;
}

function sourceOf(body: JsonObject, say: Say): string {
  const { code, text } = body.source as unknown as { readonly code: string; readonly text: string | null };
  return text ?? codeIn(leadSources, code, say);
}

/** A member that may be withheld, or may not be there. */
function toldOr(value: JsonValue | undefined, say: Say): string | Html {
  if (value === undefined || value === null) return say(words.none);
  return isWithheld(value) ? html`<i>${say(words.withheld)}</i>` : String(value);
}
