import { toString as qrCode } from 'qrcode';
import { eventRule } from '../../custody/catalogue.js';
import { isRoleCode, roles } from '../../custody/roles.js';
import type { Language } from '../../custody/text.js';
import {
  type ContainerFoundOf,
  type ContainerOf,
  containerDiffers,
} from '../../custody/transfer/container.js';
import type { HandoverRecordOf } from '../../custody/transfer/handover-record.js';
import { openLines, type Side } from '../../custody/transfer/state.js';
import { sealStatusLabels } from '../../custody/vocabulary/seals.js';
import { transferKinds, transferMeans } from '../../custody/vocabulary/transfers.js';
import type { TransferPaper } from '../../store/readers/transfer/read-transfer-paper.js';
import type { SignedAct } from '../../store/readers/transfer/signed-act.js';
import { Html, html } from '../html.js';
import { paperStyle } from './paper-style.js';
import { codeIn, labelled, minuteText, type Say, sayIn, timeText } from './paper-text.js';
import { linesOfTransfer } from './transfer-lines.js';
import { capacityWords, paperWords as words } from './transfer-words.js';

export interface PaperSurroundings {
  readonly origin: string;
  /** Current signed note of the log. */
  readonly checkpoint: string;
  /** When it is printed, in the log's form. */
  readonly printed: string;
  readonly language: Language;
}

/**
 * The giver's receipt as a page to be printed (RQ-22, RQ-08, RQ-31, RQ-32, RQ-62): it stands by itself, has no
 * script and loads nothing. Persons are named by capacity, role and unit; names are written on it by hand.
 */
export async function transferPaperPage(
  paper: TransferPaper,
  surroundings: PaperSurroundings,
): Promise<string> {
  const say = sayIn(surroundings.language);
  const title = titleOf(paper, say);
  const { text } = html`<!DOCTYPE html>
<html lang="${surroundings.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – ${paper.transfer.manifest}</title><style>${new Html(paperStyle)}</style></head>
<body>
<header><div><h1>${title}</h1>${subtitle(paper, say)}${warning(paper, say)}</div>${await code(paper, surroundings.origin)}</header>
${facts(paper, say)}
<div class="sides">${sideBox(paper.transfer.giver, say(words.giver), paper, say)}${sideBox(paper.transfer.receiver, say(words.receiver), paper, say)}</div>
${couriers(paper, say)}
<h2>${say(words.items)} (${paper.items.length})</h2>
${linesOfTransfer(paper, say)}
${conditions(paper, say)}
<h2>${say(words.statements)}</h2>
${statements(paper, say)}
<h2>${say(words.ink)}</h2>
${inkBoxes(paper, say)}
<h2>${say(words.proof)}</h2>
${proof(surroundings, say)}
</body>
</html>
`;
  return text;
}

function titleOf({ transfer: { kind } }: TransferPaper, say: Say): string {
  if (kind === 'HANDOVER') return say(words.handover);
  return say(kind === 'CHANGE_OF_CUSTODIAN' ? words.change : words.receipt);
}

function subtitle({ id, transfer, acts }: TransferPaper, say: Say): Html {
  const { leg } = (acts[0]?.body ?? {}) as {
    readonly leg?: { readonly number: number; readonly of: number };
  };
  const label = transfer.kind === 'CHANGE_OF_CUSTODIAN' ? words.inventory : words.manifest;
  const part = leg === undefined ? '' : ` – ${say(words.leg)} ${leg.number} ${say(words.of)} ${leg.of}`;
  return html`<p class="subtitle">${say(label)} <b>${transfer.manifest}</b>${part}</p><p class="id">transfer/${id}</p>`;
}

/** A manifest must not pass for a receipt. */
function warning({ transfer }: TransferPaper, say: Say): Html | null {
  const waiting = openLines(transfer).length;
  if (waiting === 0) return null;
  const all = waiting === Object.keys(transfer.lines).length;
  return html`<p class="warning">${say(all ? words.unanswered : words.partly)}</p>`;
}

/** Log, leaf and statement of the last act, one a line. */
async function code({ acts }: TransferPaper, origin: string): Promise<Html> {
  const last = acts.at(-1);
  const text = `${origin}\n${last?.index}\n${last?.eventId}`;
  return new Html(await qrCode(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 }));
}

function facts({ transfer, acts }: TransferPaper, say: Say): Html {
  const { purpose, means, movementReference, dangerousGoodsReference } = (acts[0]?.body ?? {}) as {
    readonly purpose?: string;
    readonly means?: string;
    readonly movementReference?: string | null;
    readonly dangerousGoodsReference?: string | null;
  };
  const { kind, plannedDeparture, plannedArrival, container } = transfer;
  return html`<dl>
${entry(say(words.kind), `${codeIn(transferKinds, kind, say)}${purpose === undefined ? '' : ` – ${purpose}`}`)}
${means === undefined ? null : entry(say(words.means), codeIn(transferMeans, means, say))}
${movementReference == null ? null : entry(say(words.movement), movementReference)}
${dangerousGoodsReference == null ? null : entry(say(words.dangerousGoods), dangerousGoodsReference)}
${container === null ? null : entry(say(words.container), containerText(container, say))}
${
  plannedDeparture === null || plannedArrival === null
    ? null
    : entry(
        say(words.planned),
        `${say(words.departure)} ${minuteText(plannedDeparture)}, ${say(words.arrival)} ${minuteText(plannedArrival)}`,
      )
}
</dl>`;
}

function entry(label: string, value: string | Html): Html {
  return html`<dt>${label}</dt><dd>${value}</dd>`;
}

function containerText({ number, seal }: ContainerOf, say: Say): string {
  return `${number}, ${seal === null ? say(words.noSeal) : `${say(words.seal)} ${seal}`}`;
}

/** One side: capacity first (RQ-08). */
function sideBox(side: Side, label: string, paper: TransferPaper, say: Say): Html {
  const { capacity, role, officer, unit, site, store } = side;
  const unitId = unit ?? officer ?? '';
  const place = [site && (paper.sites.get(site) ?? site), store && (paper.stores.get(store) ?? store)];
  return html`<div class="side"><h2>${label}</h2><dl>
${entry(say(words.capacity), `${capacity}${role === null ? '' : ` – ${roleText(role, say)}`}`)}
${entry(say(words.unit), paper.units.get(unitId) ?? '–')}
${entry(say(words.place), place.filter(part => part !== null).join(', ') || '–')}
${entry(say(words.officer), officer === null ? say(words.onPaper) : html`<span class="id">${officer}</span>`)}
</dl></div>`;
}

function roleText(role: string, say: Say): string {
  return isRoleCode(role) ? `${say(roles[role].title)} (${role})` : role;
}

/** Each leg, and how its courier found the container (D4, RQ-24). */
function couriers({ transfer: { legs, container }, units }: TransferPaper, say: Say): Html | null {
  if (legs.length === 0) return null;
  return html`<dl>${legs.map(({ courier, since, reference, container: found }) =>
    entry(
      say(words.couriers),
      html`${minuteText(since)} – ${roleText('COU', say)}, ${units.get(courier) ?? '–'} <span class="id">${courier}</span> – ${reference}${found === null ? null : html`; ${foundText(container, found, say)}`}`,
    ),
  )}</dl>`;
}

function foundText(expected: ContainerOf | null, found: ContainerFoundOf, say: Say): Html {
  const state = found.sealStatus === null ? '' : `, ${codeIn(sealStatusLabels, found.sealStatus, say)}`;
  const text = `${say(words.container)} ${labelled(words.containerFound, say)}${containerText(found, say)}${state}`;
  return containerDiffers(expected, found) ? html`<b>${say(words.differs)} – ${text}</b>` : html`${text}`;
}

/** RQ-62: what the items may be used for travels with them. */
function conditions({ transfer, release, acts }: TransferPaper, say: Say): Html | null {
  if (transfer.kind !== 'HANDOVER') return null;
  const record = acts.map(handoverOf).findLast(handover => handover !== null) ?? null;
  const decision = release?.decision ?? null;
  const all = [...new Set([...(decision?.conditions ?? []), ...(record?.conditions ?? [])])];
  return html`<h2>${say(words.conditions)}</h2>
${
  release === null || decision === null
    ? null
    : html`<p>${say(words.decision)} ${release.number}, ${say(words.decidedBy)} ${decision.capacity} – ${roleText(decision.role, say)}${decision.validUntil === null ? null : `, ${say(words.validUntil)} ${minuteText(decision.validUntil)}`}</p>`
}
${all.length === 0 ? html`<p>${say(words.noConditions)}</p>` : html`<ul>${all.map(condition => html`<li>${condition}</li>`)}</ul>`}
${
  record === null
    ? null
    : html`<dl>${entry(say(words.references), record.nationalReferences.join(', ') || '–')}${entry(say(words.copies), String(record.copies))}</dl>`
}`;
}

function handoverOf({ body }: SignedAct): HandoverRecordOf | null {
  return (body.handover ?? null) as unknown as HandoverRecordOf | null;
}

function statements({ acts, units }: TransferPaper, say: Say): Html {
  const widths = ['17%', '20%', '31%', '7%', '25%'];
  return html`<table>
<colgroup>${widths.map(width => html`<col width="${width}">`)}</colgroup>
<thead><tr><th>${say(words.act)}</th><th>${say(words.when)}, ${say(words.place)}</th><th>${say(words.who)}</th><th>${say(words.leaf)}</th><th>${say(words.event)}</th></tr></thead>
<tbody>${acts.map(act => actRows(act, units, say))}</tbody>
</table>`;
}

function actRows(act: SignedAct, units: TransferPaper['units'], say: Say): readonly Html[] {
  const { type, form, body, occurred, place, officer, role, index, eventId, countersigned } = act;
  const title = eventRule(type, form)?.title;
  const signer = (who: string, as: string) =>
    html`${as}<br>${units.get(who) ?? '–'} <span class="id">${who}</span>`;
  return [
    html`<tr><td>${title === undefined ? type : say(title)}${type === 'transfer.corrected' ? correction(body, say) : null}</td><td>${occurred === null ? '' : timeText(occurred)}${occurred?.clockDoubt == null ? null : html`<p>${labelled(words.clockDoubt, say)}${occurred.clockDoubt}</p>`}<p>${place ?? ''}</p></td><td>${signer(officer, roleText(role, say))}</td><td>${index}</td><td class="id">${eventId}</td></tr>`,
    ...countersigned.map(
      other =>
        html`<tr><td></td><td></td><td>${signer(other.officer, `${codeIn(capacityWords, other.as, say)} – ${roleText(other.role, say)}`)}</td><td>${other.index}</td><td class="id">${other.eventId}</td></tr>`,
    ),
  ];
}

/** RQ-05: a correction stands beside what it corrects, and changes nothing of it. */
function correction(body: SignedAct['body'], say: Say): Html {
  const { corrects, pointer, was, correct, reason } = body as Readonly<
    Record<'corrects' | 'pointer' | 'was' | 'correct' | 'reason', string>
  >;
  return html`<p class="id">${corrects} ${pointer}</p><p>${was} → <b>${correct}</b></p><p><span class="label">${labelled(words.reason, say)}</span>${reason}</p>`;
}

function inkBoxes({ transfer }: TransferPaper, say: Say): Html {
  const boxes = [
    `${say(words.giver)} – ${transfer.giver.capacity}`,
    `${say(words.receiver)} – ${transfer.receiver.capacity}`,
    say(words.witness),
  ];
  return html`<div class="ink">${boxes.map(box => html`<div><b>${box}</b><br><span class="label">${say(words.inkFields)}</span></div>`)}</div>`;
}

function proof({ origin, checkpoint, printed }: PaperSurroundings, say: Say): Html {
  return html`<p>${say(words.check)}</p>
<pre>${checkpoint}</pre>
<footer>${labelled(words.origin, say)}${origin} – ${labelled(words.printed, say)}${minuteText(printed)}</footer>`;
}
