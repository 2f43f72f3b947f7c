import type { CorrectionOnPaper } from '../../store/readers/transfer/corrections.js';
import { type Html, html } from '../html.js';
import { entryText, labelled, officerText, type Say } from './paper-text.js';
import { paperWords as words } from './transfer-words.js';

/** What was wrong and what is right; of what is withheld, that it is. */
export function changedText(was: string | null, correct: string | null, say: Say): Html {
  return was === null || correct === null
    ? html`<p>${say(words.withheld)}</p>`
    : html`<p>${was} → <b>${correct}</b></p>`;
}

/** RQ-05: what is quoted says that it was corrected, by what, when and by whom; both stay visible. */
export function correctionNotes(
  corrections: readonly CorrectionOnPaper[],
  units: ReadonlyMap<string, string>,
  say: Say,
): readonly Html[] {
  return corrections.map(correction => {
    const { eventId, pointer, was, correct, reason, supervisor } = correction;
    const by = html`${say(words.by)} ${officerText(correction, units, say)}`;
    const checked =
      supervisor === null
        ? null
        : html`; ${labelled(words.supervisor, say)}${officerText(supervisor, units, say)}`;
    return html`<div class="differs"><p>${labelled(words.corrected, say)}<span class="id">${pointer}</span></p>
${changedText(was, correct, say)}
<p><span class="label">${labelled(words.reason, say)}</span>${reason}</p>
<p>${entryText(correction, say)}, ${by}${checked}</p>
<p class="id">${eventId}</p></div>`;
  });
}
