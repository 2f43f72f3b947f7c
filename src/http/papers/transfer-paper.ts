import { demonstrationMark, isDemonstration } from '../../custody/log/demonstration.js';
import type { Language } from '../../custody/text.js';
import {
  type ContainerFoundOf,
  type ContainerOf,
  containerDiffers,
} from '../../custody/transfer/container.js';
import { openLines, type Side } from '../../custody/transfer/state.js';
import { sealStatusLabels } from '../../custody/vocabulary/seals.js';
import { transferKinds, transferMeans } from '../../custody/vocabulary/transfers.js';
import type { TransferPaper } from '../../store/readers/transfer/read-transfer-paper.js';
import { Html, html } from '../html.js';
import { actsTable } from './acts-table.js';
import { correctionNotes } from './correction-notes.js';
import { handoverPart, recordedHandovers } from './handover-record.js';
import { lastLeafOf } from './last-leaf.js';
import { officersTable } from './officers-table.js';
import { cosignatureLines, type PaperCheckpoint } from './paper-checkpoint.js';
import { paperCode } from './paper-code.js';
import { paperPolicy, paperStyle } from './paper-style.js';
import {
  codeIn,
  labelled,
  minuteText,
  officerText,
  roleText,
  type Say,
  sayIn,
  timeText,
} from './paper-text.js';
import { discrepancyLine, isStopped, linesOfTransfer } from './transfer-lines.js';
import { paperWords as words } from './transfer-words.js';

export interface PaperSurroundings {
  readonly origin: string;
  readonly checkpoint: PaperCheckpoint;
  /** When it is printed, in the log's form. */
  readonly printed: string;
  readonly language: Language;
}

/** A page, and the Content-Security-Policy under which its own style applies. */
export interface PrintedPaper {
  readonly page: string;
  readonly policy: string;
}

/**
 * The giver's receipt as a page to be printed (RQ-22, RQ-08, RQ-31, RQ-32, RQ-62): it stands by itself, has no
 * script and loads nothing. Persons are named by capacity, role and unit; names are written on it by hand.
 */
export async function transferPaperPage(
  paper: TransferPaper,
  surroundings: PaperSurroundings,
): Promise<PrintedPaper> {
  const say = sayIn(surroundings.language);
  const title = titleOf(paper, say);
  const demo = isDemonstration(surroundings.origin);
  const style = paperStyle({
    name: `${say(labelOf(paper))} ${paper.transfer.manifest} – transfer/${paper.id}`,
    count: say(words.pageCount),
    head: demo ? say(demonstrationMark) : '',
  });
  const { text } = html`<!DOCTYPE html>
<html lang="${surroundings.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – ${paper.transfer.manifest}</title><style>${new Html(style)}</style></head>
<body>
${demo ? html`<p class="demo">${say(demonstrationMark)}</p>` : null}
<header><div><h1>${title}</h1>${subtitle(paper, say)}${warning(paper, say)}${stopWarning(paper, say)}</div>${await paperCode(paper.acts, surroundings.origin)}</header>
${facts(paper, say)}
<div class="sides">${sideBox(paper.transfer.giver, false, paper, say)}${sideBox(paper.transfer.receiver, true, paper, say)}</div>
${couriers(paper, say)}
${concernsTransfer(paper, say)}
<h2>${say(words.items)} (${paper.items.length})</h2>
${linesOfTransfer(paper, say)}
${handoverPart(paper, say)}
<p class="label">${say(words.asWritten)}</p>
<h2>${say(words.statements)}</h2>
${actsTable(paper, say)}
<h2>${say(words.officers)}</h2>
${officersTable(paper, say)}
<section class="closing"><h2>${say(words.ink)}</h2>
${inkBoxes(paper, say)}
<h2>${say(words.proof)}</h2>
${proof(surroundings, lastLeafOf(paper), say)}</section>
</body>
</html>
`;
  return { page: text, policy: paperPolicy(style) };
}

function titleOf({ transfer: { kind } }: TransferPaper, say: Say): string {
  if (kind === 'HANDOVER') return say(words.handover);
  return say(kind === 'CHANGE_OF_CUSTODIAN' ? words.change : words.receipt);
}

function labelOf({ transfer: { kind } }: TransferPaper) {
  return kind === 'CHANGE_OF_CUSTODIAN' ? words.inventory : words.manifest;
}

function subtitle(paper: TransferPaper, say: Say): Html {
  const { id, transfer, acts } = paper;
  const { leg } = (acts[0]?.body ?? {}) as {
    readonly leg?: { readonly number: number; readonly of: number };
  };
  const part = leg === undefined ? '' : ` – ${say(words.leg)} ${leg.number} ${say(words.of)} ${leg.of}`;
  return html`<p class="subtitle">${say(labelOf(paper))} <b>${transfer.manifest}</b>${part}</p><p class="id">transfer/${id}</p>`;
}

/** A manifest must not pass for a receipt. */
function warning({ transfer }: TransferPaper, say: Say): Html | null {
  const waiting = openLines(transfer).length;
  if (waiting === 0) return null;
  const all = waiting === Object.keys(transfer.lines).length;
  return html`<p class="warning">${say(all ? words.unanswered : words.partly)}</p>`;
}

/** E40: whoever carries it is told on the paper in his hand. */
function stopWarning(paper: TransferPaper, say: Say): Html | null {
  const stopped = paper.items.some(isStopped);
  return stopped ? html`<p class="warning">${say(words.someStopped)}</p>` : null;
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

/** One side: capacity first (RQ-08). What was signed at the handover stands in the place of what was announced. */
function sideBox(side: Side, receives: boolean, paper: TransferPaper, say: Say): Html {
  const { capacity, role, unit, officer, site, store } = side;
  const handover = receives ? recordedHandovers(paper).at(-1) : undefined;
  const grade = handover?.record.onPaper == null ? '' : `, ${handover.record.onPaper.grade}`;
  const signed = handover === undefined ? capacity : `${handover.record.capacity}${grade}`;
  const place = [site && (paper.sites.get(site) ?? site), store && (paper.stores.get(store) ?? store)];
  const unitId = handover?.record.unit ?? unit ?? officer ?? '';
  return html`<div class="side"><h2>${say(receives ? words.receiver : words.giver)}</h2><dl>
${entry(say(words.capacity), `${signed}${role === null ? '' : ` – ${roleText(role, say)}`}`)}
${signed === capacity ? null : entry(say(words.announced), capacity)}
${entry(say(words.unit), paper.units.get(unitId) ?? '–')}
${entry(say(words.place), place.filter(part => part !== null).join(', ') || '–')}
${entry(say(words.name), html`<span class="write">&nbsp;</span>`)}
${entry(say(words.officer), officer === null ? say(handover === undefined ? words.signsOnPaper : words.onPaper) : html`<span class="id">${officer}</span>`)}
${standIns(receives, paper, say)}
</dl></div>`;
}

/** Another than the officer named received (RQ-20): who, and why. */
function standIns(receives: boolean, { acts, units }: TransferPaper, say: Say): readonly Html[] {
  return acts.flatMap(act => {
    const standIn = (act.body.standIn ?? null) as { readonly reason: string } | null;
    // What comes back is taken in on the giver's side.
    const side = act.body.returns !== true;
    if (standIn === null || side !== receives) return [];
    return [entry(say(words.standIn), html`<b>${officerText(act, units, say)}</b> – ${standIn.reason}`)];
  });
}

/** Each leg, and how its courier found the container; then how it was found on arrival (D4, RQ-24, GATE-4). */
function couriers({ transfer: { legs, container }, acts, units }: TransferPaper, say: Say): Html | null {
  const arrivals = acts.flatMap(act => {
    const found = (act.body.container ?? null) as ContainerFoundOf | null;
    return act.type === 'transfer.received' && found !== null ? [{ act, found }] : [];
  });
  if (legs.length === 0 && arrivals.length === 0) return null;
  const when = (event: string, at: string) => {
    const occurred = acts.find(({ eventId }) => eventId === event)?.occurred ?? null;
    return occurred === null ? minuteText(at) : timeText(occurred);
  };
  return html`<dl>${legs.map(({ courier, since, event, reference, container: found }) =>
    entry(
      say(words.couriers),
      html`${when(event, since)} – ${officerText({ officer: courier, role: 'COU' }, units, say)} – ${reference}${found === null ? null : html`; ${foundText(container, found, say)}`}`,
    ),
  )}${arrivals.map(({ act: { eventId }, found }) => entry(say(words.onArrival), html`${when(eventId, '')} – ${foundText(container, found, say)}`))}</dl>`;
}

/** RQ-73: discrepancies of the consignment itself, which no line of the manifest names. */
function concernsTransfer({ discrepancies, units }: TransferPaper, say: Say): readonly Html[] {
  return [...discrepancies]
    .filter(([, { ofTransfer }]) => ofTransfer)
    .map(
      ([id, { corrections }]) =>
        html`${discrepancyLine(id, discrepancies, say)}${correctionNotes(corrections, units, say)}`,
    );
}

function foundText(expected: ContainerOf | null, found: ContainerFoundOf, say: Say): Html {
  const state = found.sealStatus === null ? '' : `, ${codeIn(sealStatusLabels, found.sealStatus, say)}`;
  const text = `${say(words.container)} ${labelled(words.containerFound, say)}${containerText(found, say)}${state}`;
  return containerDiffers(expected, found) ? html`<b>${say(words.differs)} – ${text}</b>` : html`${text}`;
}

function inkBoxes({ transfer }: TransferPaper, say: Say): Html {
  const boxes = [
    `${say(words.giver)} – ${transfer.giver.capacity}`,
    `${say(words.receiver)} – ${transfer.receiver.capacity}`,
    say(words.witness),
  ];
  return html`<div class="ink">${boxes.map(box => html`<div><b>${box}</b><br><span class="label">${say(words.inkFields)}</span></div>`)}</div>`;
}

function proof({ origin, checkpoint, printed }: PaperSurroundings, leaf: number, say: Say): Html {
  return html`<p>${say(words.check)}</p>
<p>${labelled(words.origin, say)}${origin} – ${labelled(words.printed, say)}${minuteText(printed)}</p>
${cosignatureLines(checkpoint, leaf, say)}
<pre>${checkpoint.note}</pre>`;
}
