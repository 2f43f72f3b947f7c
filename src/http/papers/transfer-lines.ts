import { sameQuantity } from '../../custody/schema/quantity.js';
import type { Text } from '../../custody/text.js';
import type { TransferState } from '../../custody/transfer/state.js';
import { discrepancyKinds, discrepancyOutcomes } from '../../custody/vocabulary/discrepancies.js';
import { hazardClasses } from '../../custody/vocabulary/hazard.js';
import { holdScopes } from '../../custody/vocabulary/holds.js';
import { subCategoryWords } from '../../custody/vocabulary/materiel.js';
import { sealStatusLabels } from '../../custody/vocabulary/seals.js';
import { formatTime } from '../../log/index.js';
import type { ItemOnPaper, RemarkOnPaper } from '../../store/readers/transfer/items-on-paper.js';
import type { TransferPaper } from '../../store/readers/transfer/read-transfer-paper.js';
import type { ItemOfAct, SignedAct } from '../../store/readers/transfer/signed-act.js';
import { type Html, html } from '../html.js';
import { correctionNotes } from './correction-notes.js';
import {
  codeIn,
  labelled,
  minuteText,
  type PrintedQuantity,
  quantityOnPaper,
  type Say,
} from './paper-text.js';
import { lineWords, remarkWords, paperWords as words } from './transfer-words.js';

/** One line of the manifest (`evidence.offered`). */
interface Sent {
  readonly description: string;
  readonly quantity: PrintedQuantity;
  readonly sealNumber: string | null;
  readonly sealException: string | null;
  readonly hazard: string | null;
  readonly certificates: readonly string[];
}

/** What whoever took the item found. */
interface Found {
  readonly seals: readonly {
    readonly number: string;
    readonly found: string | null;
    readonly status: string;
  }[];
  readonly condition: string;
  readonly conditionAgrees: boolean;
  readonly reserve: { readonly text: string; readonly discrepancies: readonly string[] } | null;
}

/** `evidence.received`. */
interface Received extends Found {
  readonly quantity: PrintedQuantity | null;
  readonly description: string;
  readonly descriptionAgrees: boolean;
  readonly nationalReference: string | null;
  readonly nationalSeal: string | null;
}

/** `evidence.taken-over`; form 1 tells the number read on the seal and no more. */
type TakenOver =
  | (Found & { readonly seen: boolean })
  | { readonly seen?: undefined; readonly sealNumber: string | null; readonly condition: string };

/** An item's line with the last answer to it. */
interface Line {
  readonly item: ItemOnPaper;
  readonly status: TransferState['lines'][string] | undefined;
  readonly sent: Sent | null;
  readonly received: Received | null;
  readonly taken: TakenOver | null;
  readonly refusal: string | null;
  /** The event that answered: its own remark is told with the answer. */
  readonly answer: string | null;
}

/** E40: still under way, and not to be handed over as things stand. */
export function isStopped({ record }: ItemOnPaper): boolean {
  return record?.stopped === true;
}

/** Every item, as handed over and as received side by side (RQ-32), with what stands on it (RQ-31). */
export function linesOfTransfer(paper: TransferPaper, say: Say): Html {
  const national = paper.transfer.kind === 'HANDOVER';
  const rows = paper.items.map((item, position) =>
    lineRow(lineOf(item, paper), position + 1, national, paper, say),
  );
  const widths = national ? ['6%', '19%', '23%', '23%', '16%', '13%'] : ['6%', '20%', '26%', '26%', '22%'];
  return html`<table>
<colgroup>${widths.map(width => html`<col width="${width}">`)}</colgroup>
<thead><tr><th>${say(words.no)}</th><th>${say(words.item)}</th><th>${say(words.sent)}</th><th>${say(words.received)}</th><th>${say(words.remarks)}</th>${national ? html`<th>${say(words.national)}</th>` : null}</tr></thead>
<tbody>${rows}</tbody>
</table>`;
}

function lineOf(item: ItemOnPaper, { acts, transfer }: TransferPaper): Line {
  const sent = lastFor(acts, item.id, ['transfer.offered']);
  const answer = lastFor(acts, item.id, ['transfer.received', 'transfer.refused', 'transfer.taken-over']);
  const of = (type: string) => (answer?.act.type === type ? answer.event.body : null);
  return {
    item,
    status: transfer.lines[item.id],
    sent: (sent?.event.body ?? null) as unknown as Sent | null,
    received: of('transfer.received') as unknown as Received | null,
    taken: of('transfer.taken-over') as unknown as TakenOver | null,
    refusal: (of('transfer.refused') as unknown as { readonly reason: string } | null)?.reason ?? null,
    answer: answer?.event.eventId ?? null,
  };
}

function lastFor(
  acts: readonly SignedAct[],
  item: string,
  types: readonly string[],
): { readonly act: SignedAct; readonly event: ItemOfAct } | undefined {
  return acts
    .filter(({ type }) => types.includes(type))
    .flatMap(act => act.items.filter(event => event.item === item).map(event => ({ act, event })))
    .at(-1);
}

function lineRow(line: Line, position: number, national: boolean, paper: TransferPaper, say: Say): Html {
  const { item, status, received } = line;
  return html`<tr>
<td>${position}</td>
<td><p class="number">${item.number}</p><p>${subCategoryText(item, say)}</p><p>${say(item.description)}</p>${status === undefined ? null : html`<p class="status">${say(lineWords[status])}</p>`}</td>
<td>${line.sent === null ? null : sentCell(line.sent, item, say)}</td>
<td>${answerCell(line, say)}</td>
<td>${remarksCell(line, paper, say)}</td>
${national ? html`<td>${nationalCell(received, say)}</td>` : null}
</tr>`;
}

function subCategoryText({ category, subCategory }: ItemOnPaper, say: Say): string {
  const known = subCategoryWords(category, subCategory);
  return known === undefined ? subCategory : say(known);
}

/**
 * RQ-69: where an officer signed the record's own wording of an item, it is printed in the language of the paper and
 * the paper says in which he signed; other words of his stand as he wrote them.
 */
function inLanguage(signed: string, { description }: ItemOnPaper, say: Say): string {
  const { en, fr } = description;
  const own = say(description);
  if (signed === own || (signed !== en && signed !== fr)) return signed;
  return `${own} (${say(words.signedOtherwise)})`;
}

function sentCell(
  { description, quantity, sealNumber, sealException, hazard, certificates }: Sent,
  item: ItemOnPaper,
  say: Say,
): Html {
  return html`<p>${inLanguage(description, item, say)}</p>
${field(words.quantity, quantityOnPaper(quantity, say), say)}
${field(words.seal, sealNumber ?? say(words.noSeal), say)}
${sealException === null ? null : html`<p>${sealException}</p>`}
${hazard === null ? null : field(words.hazard, codeIn(hazardClasses, hazard, say), say)}
${certificates.length === 0 ? null : field(words.certificates, certificates.join(', '), say)}`;
}

function answerCell(line: Line, say: Say): Html | null {
  const { received, taken, refusal, sent, item } = line;
  if (refusal !== null) return field(words.refusedFor, refusal, say);
  if (taken !== null) return takenCell(taken, say);
  if (received === null) return null;
  const { quantity, description } = received;
  const counted = quantity === null ? say(words.underSeal) : quantityOnPaper(quantity, say);
  const sameCount = quantity === null || sent === null || sameQuantity(sent.quantity, quantity);
  return html`${marked(!received.descriptionAgrees, html`${inLanguage(description, item, say)}`, say)}
${marked(!sameCount, html`<span class="label">${labelled(words.quantity, say)}</span>${counted}`, say)}
${sealsAndCondition(received, say)}`;
}

function takenCell(taken: TakenOver, say: Say): Html {
  if (taken.seen === undefined) {
    return html`${field(words.seal, taken.sealNumber ?? say(words.noSeal), say)}
${field(words.condition, taken.condition, say)}`;
  }
  if (taken.seen) return sealsAndCondition(taken, say);
  return marked(true, html`${say(words.notSeen)}: ${taken.condition}`, say);
}

function sealsAndCondition({ seals, condition, conditionAgrees }: Found, say: Say): Html {
  return html`${seals.length === 0 ? field(words.seal, say(words.noSeal), say) : seals.map(seal => sealFound(seal, say))}
${marked(!conditionAgrees, html`<span class="label">${labelled(words.condition, say)}</span>${condition}`, say)}`;
}

function sealFound({ number, found, status }: Found['seals'][number], say: Say): Html {
  const read = found === number ? '' : ` (${say(words.readAs)} ${found ?? say(words.nothingRead)})`;
  const state = codeIn(sealStatusLabels, status, say);
  const differs = status !== 'VERIFIED_INTACT';
  return marked(
    differs,
    html`<span class="label">${labelled(words.seal, say)}</span>${number}${read}, ${state}`,
    say,
  );
}

function marked(differs: boolean, text: Html, say: Say): Html {
  return differs ? html`<p class="differs">${say(words.differs)} – ${text}</p>` : html`<p>${text}</p>`;
}

function remarksCell({ item, received, taken, answer }: Line, paper: TransferPaper, say: Say): Html {
  const { discrepancies, units } = paper;
  const { record, corrections } = item;
  const reserve = received?.reserve ?? (taken?.seen === undefined ? null : taken.reserve);
  const named = [...new Set([...(reserve?.discrepancies ?? []), ...(record?.openDiscrepancies ?? [])])];
  return html`${reserve === null ? null : html`<p><b>${labelled(words.reserve, say)}</b>${reserve.text}</p>`}
${named.map(id => [discrepancyLine(id, discrepancies, say), correctionNotes(discrepancies.get(id)?.corrections ?? [], units, say)])}
${record === null && item.discrepancyOpen ? html`<p>${say(words.discrepancyOpen)}</p>` : null}
${correctionNotes(corrections, units, say)}
${isStopped(item) ? html`<p class="differs">${say(words.stopped)}</p>` : null}
${(record?.holds ?? []).map(scope => html`<p class="differs">${labelled(words.hold, say)}${codeIn(holdScopes, scope, say)}</p>`)}
${
  record === null
    ? html`<p class="label">${say(words.remarksWithheld)}</p>`
    : remarksOn(record.remarks, reserve === null ? null : answer, say).map(text => html`<p>${text}</p>`)
}
${record === null || record.filesOwed === 0 ? null : html`<p>${labelled(words.filesOwed, say)}${record.filesOwed}</p>`}`;
}

/**
 * Each once, however many acts left the same, with when the log received them and where they stand in it; what the
 * answer itself says is said already.
 */
function remarksOn(remarks: readonly RemarkOnPaper[], told: string | null, say: Say): readonly string[] {
  const entered = new Map<string, Map<string, number[]>>();
  for (const { kind, text, event, index, receivedAt } of remarks) {
    if (event === told) continue;
    const remark = `${labelled(remarkWords[kind], say)}${codesSaid(text, say)}`;
    const times = entered.get(remark) ?? new Map<string, number[]>();
    const time = minuteText(formatTime(receivedAt));
    times.set(time, [...(times.get(time) ?? []), index]);
    entered.set(remark, times);
  }
  return [...entered].map(([remark, times]) => {
    const acts = [...times].map(
      ([time, leaves]) => `${say(words.entered)} ${time}, ${say(words.atLeaf)} ${leaves.join(', ')}`,
    );
    return `${remark} (${acts.join('; ')})`;
  });
}

const codeWords: Readonly<Record<string, Text>> = {
  ...discrepancyKinds,
  ...discrepancyOutcomes,
  ...sealStatusLabels,
};

/** The rules put codes before the first colon of a remark; after it stand an officer's own words. */
function codesSaid(text: string, say: Say): string {
  const colon = text.indexOf(':');
  if (colon < 0) return text;
  const head = text.slice(0, colon).replaceAll(/[A-Z][A-Z_]+/g, code => codeIn(codeWords, code, say));
  return `${head}${say(words.colon)}${text.slice(colon + 1).trim()}`;
}

/** A place to write in what the national authority has not said yet (RQ-69). */
const blank = '………………';

function nationalCell(received: Received | null, say: Say): Html {
  return html`${field(words.nationalReference, received?.nationalReference ?? blank, say)}
${field(words.seal, received?.nationalSeal ?? blank, say)}`;
}

export function discrepancyLine(id: string, known: TransferPaper['discrepancies'], say: Say): Html {
  const shown = known.get(id);
  if (shown === undefined) {
    return html`<p>${say(words.discrepancy)} – ${say(words.notShown)} <span class="id">${id}</span></p>`;
  }
  const { kind, open, outcome } = shown;
  const state = open
    ? say(words.open)
    : `${labelled(words.closed, say)}${codeIn(discrepancyOutcomes, outcome ?? '', say)}`;
  return html`<p>${say(words.discrepancy)} – ${codeIn(discrepancyKinds, kind, say)}, ${state} <span class="id">${id}</span></p>`;
}

function field(label: (typeof words)[keyof typeof words], value: string, say: Say): Html {
  return html`<p><span class="label">${labelled(label, say)}</span>${value}</p>`;
}
