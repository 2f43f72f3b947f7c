import { eventRule } from '../../custody/catalogue.js';
import type { HandoverRecordOf } from '../../custody/transfer/handover-record.js';
import { releaseOutcomes } from '../../custody/vocabulary/releases.js';
import type { TransferPaper } from '../../store/readers/transfer/read-transfer-paper.js';
import type { SignedAct } from '../../store/readers/transfer/signed-act.js';
import { type Html, html } from '../html.js';
import { keyLostMark } from './acts-table.js';
import { correctionNotes } from './correction-notes.js';
import { decisionsReliedOn, type ReliedOn } from './decisions-relied-on.js';
import { codeIn, entryText, minuteText, officerText, roleText, type Say, timeText } from './paper-text.js';
import { paperWords as words } from './transfer-words.js';

/** A receipt that carries a handover record: each is told, a consignment may be received in parts. */
export interface RecordedHandover {
  readonly act: SignedAct;
  readonly record: HandoverRecordOf;
}

export function recordedHandovers({ acts }: TransferPaper): readonly RecordedHandover[] {
  return acts.flatMap(act => {
    const record = (act.body.handover ?? null) as unknown as HandoverRecordOf | null;
    return record === null ? [] : [{ act, record }];
  });
}

/** What a handover adds to a receipt: who received and what proves it, and under which decision (RQ-62, RQ-69). */
export function handoverPart(paper: TransferPaper, say: Say): Html | null {
  if (paper.transfer.kind !== 'HANDOVER') return null;
  const handovers = recordedHandovers(paper);
  return html`${handovers.map(handover => receivedBy(handover, paper, say))}
${refusedOnPaper(paper, say)}
${conditions(paper, handovers, say)}`;
}

/** E42, D7: capacity and grade are those signed at the handover, not those of the offer. */
function receivedBy({ act, record }: RecordedHandover, paper: TransferPaper, say: Say): Html {
  const { capacity, onPaper, unit } = record;
  return html`<h2>${say(words.asHandedOver)}</h2><dl>
${entry(say(words.capacity), capacity)}
${onPaper === null ? null : entry(say(words.grade), onPaper.grade)}
${entry(say(words.unit), paper.units.get(unit) ?? '–')}
${onPaper === null ? entry(say(words.signedBy), html`${officerText(act, paper.units, say)} – ${say(words.ownKey)}`) : [entry(say(words.scan), scanText(onPaper.scan, paper, say)), entry(say(words.attestedBy), attested(act, paper, say))]}
</dl>`;
}

/** A scan in the open, as forms before the newest have it, or the commitment to it. */
type ScanOnPaper = { readonly sha256: string } | { readonly _sd: string };

function scanText(scan: ScanOnPaper, { files }: TransferPaper, say: Say): Html {
  const held = files.get('_sd' in scan ? scan._sd : scan.sha256) === true;
  const named =
    '_sd' in scan ? say(words.scanWithheld) : html`SHA-256 <span class="id">${scan.sha256}</span>`;
  return html`${named} – ${held ? say(words.held) : html`<b>${say(words.owed)}</b>`}`;
}

/** Nobody's signature is made out to be more than it is: ours attest, his is ink on a scan. */
function attested(act: SignedAct, { units }: TransferPaper, say: Say): Html {
  const witnesses = act.countersigned.filter(({ as }) => as === 'witness');
  return html`${officerText(act, units, say)}${witnesses.map(witness => html`; ${say(words.andWitness)} ${officerText(witness, units, say)}`)}. <b>${say(words.notChecked)}</b>`;
}

/** E43: a national officer who refused on paper. */
function refusedOnPaper(paper: TransferPaper, say: Say): readonly Html[] {
  return paper.acts.flatMap(act => {
    const refused = (act.body.onPaper ?? null) as {
      readonly grade: string;
      readonly scan: ScanOnPaper | null;
    } | null;
    if (act.type !== 'transfer.refused' || refused === null) return [];
    const { grade, scan } = refused;
    return [
      html`<h2>${say(words.refusedOnPaper)}</h2><dl>
${entry(say(words.grade), grade)}
${entry(say(words.scan), scan === null ? say(words.none) : scanText(scan, paper, say))}
${entry(say(words.attestedBy), attested(act, paper, say))}
</dl>`,
    ];
  });
}

/** RQ-62: what the items may be used for travels with them. */
function conditions(paper: TransferPaper, handovers: readonly RecordedHandover[], say: Say): Html {
  const { release, transfer } = paper;
  const notShown = release === null && transfer.release !== null;
  const relied = release === null ? [] : decisionsReliedOn(paper, release);
  const all = [
    ...new Set([
      ...relied.flatMap(({ decision }) => decision.conditions),
      ...handovers.flatMap(({ record }) => record.conditions),
    ]),
  ];
  const references = [...new Set(handovers.flatMap(({ record }) => record.nationalReferences))];
  const copies = [...new Set(handovers.map(({ record }) => String(record.copies)))];
  return html`<h2>${say(words.conditions)}</h2>
${notShown ? html`<p>${say(words.decision)} – ${say(words.notShown)}</p>` : relied.map(one => decisionText(one, paper, say))}
${all.length === 0 ? (notShown ? null : html`<p>${say(words.noConditions)}</p>`) : html`<ul>${all.map(condition => html`<li>${condition}</li>`)}</ul>`}
${
  handovers.length === 0
    ? null
    : html`<dl>${entry(say(words.references), references.join(', ') || '–')}${entry(say(words.copies), copies.join(', '))}</dl>`
}`;
}

function decisionText(relied: ReliedOn, { release, items, units }: TransferPaper, say: Say): Html {
  const { act, decision, halted } = relied;
  const { outcome, capacity, validFrom, validUntil } = decision;
  const numbers = items.filter(({ id }) => relied.items.includes(id)).map(({ number }) => number);
  const some = numbers.length === items.length ? '' : ` (${numbers.join(', ')})`;
  const validity =
    validFrom === null || validUntil === null
      ? ''
      : `; ${say(words.validFrom)} ${minuteText(validFrom)} ${say(words.validUntil)} ${minuteText(validUntil)}`;
  const when = act.occurred === null ? '' : `${timeText(act.occurred)}, `;
  return html`<p>${say(words.decision)} ${release?.number ?? ''}${some} – ${codeIn(releaseOutcomes, outcome, say)}, ${say(words.decidedBy)} ${capacity} – ${roleText(act.role, say)}, ${when}${entryText(act, say)}${validity}</p>
${act.disputed ? html`<p class="differs">${say(words.disputed)}</p>` : null}${keyLostMark(act, say)}
${correctionNotes(act.corrections, units, say)}
${halted.map(({ act: halt, afterReceipt }) => html`<p class="differs">${say(titleOf(halt))} – ${entryText(halt, say)}${afterReceipt ? `, ${say(words.afterHandover)}` : ''}</p>`)}`;
}

function titleOf({ type, form }: SignedAct) {
  return eventRule(type, form)?.title ?? { en: type, fr: type };
}

function entry(label: string, value: string | Html): Html {
  return html`<dt>${label}</dt><dd>${value}</dd>`;
}
