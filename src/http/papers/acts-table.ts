import { eventRule } from '../../custody/catalogue.js';
import type { TransferPaper } from '../../store/readers/transfer/read-transfer-paper.js';
import type { Countersigned, SignedAct } from '../../store/readers/transfer/signed-act.js';
import { type Html, html } from '../html.js';
import { changedText, correctionNotes } from './correction-notes.js';
import { codeIn, entryText, labelled, officerText, type Say, timeText } from './paper-text.js';
import { capacityWords, paperWords as words } from './transfer-words.js';

type Units = TransferPaper['units'];

/** Every statement of the transfer: what, when it happened, when the log received it, and who signed. */
export function actsTable({ acts, units }: Pick<TransferPaper, 'acts' | 'units'>, say: Say): Html {
  const widths = ['19%', '22%', '28%', '8%', '23%'];
  return html`<table>
<colgroup>${widths.map(width => html`<col width="${width}">`)}</colgroup>
<thead><tr><th>${say(words.act)}</th><th>${say(words.when)}, ${say(words.place)}</th><th>${say(words.who)}</th><th>${say(words.leaf)}</th><th>${say(words.event)}</th></tr></thead>
<tbody>${acts.map(act => actRows(act, units, say))}</tbody>
</table>`;
}

function actRows(act: SignedAct, units: Units, say: Say): readonly Html[] {
  const { index, eventId, countersigned } = act;
  return [
    html`<tr><td>${whatCell(act, units, say)}</td><td>${whenCell(act, units, say)}</td><td>${signerCell(act, null, units, say)}</td><td>${index}</td><td class="id">${eventId}</td></tr>`,
    ...countersigned.map(
      other =>
        html`<tr><td></td><td><p class="label">${entryText(other, say)}</p></td><td>${signerCell(other, other.as, units, say)}</td><td>${other.index}</td><td class="id">${other.eventId}</td></tr>`,
    ),
  ];
}

function whatCell({ type, form, body, corrections }: SignedAct, units: Units, say: Say): Html {
  const title = eventRule(type, form)?.title;
  const standIn = (body.standIn ?? null) as { readonly reason: string } | null;
  return html`${title === undefined ? type : say(title)}
${type.endsWith('.corrected') ? corrects(body, say) : null}
${standIn === null ? null : html`<p><b>${labelled(words.standIn, say)}</b>${standIn.reason}</p>`}
${correctionNotes(corrections, units, say)}`;
}

/** The correction itself points at what it corrects, and changes nothing of it (RQ-05). */
function corrects(body: SignedAct['body'], say: Say): Html {
  const {
    corrects: event,
    pointer,
    was,
    correct,
    reason,
  } = body as Readonly<
    Record<'corrects' | 'pointer' | 'reason', string> & Record<'was' | 'correct', string | null>
  >;
  return html`<p class="id">${event} ${pointer}</p>${changedText(was, correct, say)}<p><span class="label">${labelled(words.reason, say)}</span>${reason}</p>`;
}

/** When it happened, as it was stated; then when it was entered, and why late (RQ-09, RQ-10). */
function whenCell(act: SignedAct, units: Units, say: Say): Html {
  const { occurred, place, late } = act;
  return html`${occurred === null ? '' : timeText(occurred)}${occurred?.clockDoubt == null ? null : html`<p>${labelled(words.clockDoubt, say)}${occurred.clockDoubt}</p>`}<p>${place ?? ''}</p><p class="label">${entryText(act, say)}</p>${late === null ? null : lateMark(act, late, units, say)}`;
}

function lateMark({ countersigned }: SignedAct, reason: string, units: Units, say: Say): Html {
  const supervisors = countersigned.filter(({ as }) => as === 'supervisor');
  return html`<p class="differs">${say(words.late)} – ${reason}</p>
${supervisors.map(supervisor => html`<p><span class="label">${labelled(words.supervisor, say)}</span>${officerText(supervisor, units, say)}</p>`)}`;
}

function signerCell(signature: SignedAct | Countersigned, as: string | null, units: Units, say: Say): Html {
  const capacity = as === null ? '' : `${codeIn(capacityWords, as, say)} – `;
  return html`${capacity}${officerText(signature, units, say)}${signature.roleInForce ? null : html`<p class="differs">${say(words.roleNotInForce)}</p>`}${signature.disputed ? html`<p class="differs">${say(words.disputed)}</p>` : null}${keyLostMark(signature, say)}`;
}

/** What a key signed before it was reported lost stands; whoever weighs it has to know of the report. */
export function keyLostMark({ keyLost }: Pick<SignedAct, 'keyLost'>, say: Say): Html | null {
  if (keyLost === null) return null;
  return html`<p class="differs">${say(words.keyLost).replace('{leaf}', String(keyLost))}</p>`;
}
