import type { CorrectionOnPaper } from '../../store/readers/transfer/corrections.js';
import type { TransferPaper } from '../../store/readers/transfer/read-transfer-paper.js';
import { type Html, html } from '../html.js';
import { roleText, type Say } from './paper-text.js';
import { paperWords as words } from './transfer-words.js';

/**
 * Each officer once, with a line for his name: a court reads who signed, and the log never prints a name (RQ-08).
 */
export function officersTable(paper: TransferPaper, say: Say): Html {
  const { acts, transfer, units } = paper;
  const roles = new Map<string, Set<string>>();
  const add = (officer: string | null, role: string | null) => {
    if (officer === null) return;
    const known = roles.get(officer) ?? new Set<string>();
    roles.set(officer, role === null ? known : known.add(role));
  };
  add(transfer.giver.officer, transfer.giver.role);
  for (const { courier } of transfer.legs) add(courier, 'COU');
  for (const act of acts) {
    for (const { officer, role } of [act, ...act.countersigned]) add(officer, role);
  }
  add(transfer.receiver.officer, transfer.receiver.role);
  for (const { officer, role, supervisor } of correctionsOn(paper)) {
    add(officer, role);
    if (supervisor !== null) add(supervisor.officer, supervisor.role);
  }
  const widths = ['38%', '32%', '30%'];
  return html`<table>
<colgroup>${widths.map(width => html`<col width="${width}">`)}</colgroup>
<thead><tr><th>${say(words.capacityAndUnit)}</th><th>${say(words.officer)}</th><th>${say(words.name)}</th></tr></thead>
<tbody>${[...roles].map(
    ([officer, held]) =>
      html`<tr><td>${[...held].map(role => roleText(role, say)).join('; ')}, ${units.get(officer) ?? '–'}</td><td class="id">${officer}</td><td class="blank"></td></tr>`,
  )}</tbody>
</table>`;
}

/** What is printed as corrected, wherever it stands on the paper. */
function correctionsOn({ acts, items, discrepancies, release }: TransferPaper): readonly CorrectionOnPaper[] {
  const holders = [...acts, ...items, ...discrepancies.values(), ...(release?.acts ?? [])];
  return holders.flatMap(({ corrections }) => corrections);
}
