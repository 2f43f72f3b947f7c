import { demonstrationMark, isDemonstration } from '../../custody/log/demonstration.js';
import { utf8Bytes } from '../../log/index.js';
import type { LogSnapshot } from '../../store/readers/snapshot/log-snapshot.js';
import { type Heading, headings } from './headings.js';
import type { AnchoredAccess } from './noted-events.js';
import type { ReportTable, TableRow } from './table.js';

/** Rows of one table on the page; the CSV has them all. */
const mostRows = 2_000;

const style = [
  'body{font:14px/1.4 system-ui,sans-serif;margin:2rem;color:#111}',
  'h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}',
  '.warning{border:3px solid #a00;padding:.8rem 1rem;max-width:60rem;font-weight:600}',
  'pre{overflow-x:auto;background:#f4f4f4;padding:.5rem}',
  '.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:12px}',
  'th,td{border:1px solid #bbb;padding:.2rem .4rem;text-align:left;vertical-align:top}',
  'th{background:#eee}td{overflow-wrap:anywhere;min-width:4rem;max-width:24rem}',
].join('');

const demonstration = `<p class="warning">${demonstrationMark.en} / <span lang="fr">${demonstrationMark.fr}</span></p>`;
const noneInLog = '<p>None. / <span lang="fr">Aucun.</span></p>';
const noneInside =
  '<p>None among the events inside. / <span lang="fr">Aucun parmi les actes contenus.</span></p>';
const ofPart = [
  '<p>This is a part of the log: the tables say nothing of what is not inside. /',
  '<span lang="fr">Ceci est une partie du journal : les tableaux ne disent rien de ce qui n’y est pas.</span></p>',
].join(' ');

/** All tables on one page that stands by itself and loads nothing. It says on its face that it proves nothing. */
export async function* pageOf(
  { origin, size, note }: LogSnapshot,
  {
    asOf,
    complete,
    access,
  }: { readonly asOf: string; readonly complete: boolean; readonly access: AnchoredAccess | null },
  tables: readonly ReportTable[],
): AsyncGenerator<Uint8Array> {
  const lines = [
    '<!DOCTYPE html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(origin)}, ${size}</title><style>${style}</style></head><body>`,
    ...(isDemonstration(origin) ? [demonstration] : []),
    `<h1>Export of the log / <span lang="fr">Extrait du journal</span> ${escapeHtml(origin)}</h1>`,
    '<p class="warning">Nothing on this page proves anything: whoever changes the export can change the page. Only a',
    'verifier that you obtained apart from this export counts, with a policy that you obtained apart.<br>',
    '<span lang="fr">Rien sur cette page ne prouve quoi que ce soit : qui modifie l’extrait peut modifier la page. Seul',
    'compte un vérificateur obtenu à part, avec une politique obtenue à part.</span></p>',
    `<p>${size} leaves, as of ${asOf} / <span lang="fr">${size} feuilles, état au ${asOf}</span></p>`,
    `<pre>${escapeHtml(note)}</pre>`,
    '<p>Times are UTC; officers are named by their UUID, for names are withheld claims. /',
    '<span lang="fr">Heures UTC ; les officiers sont désignés par leur UUID, car leurs noms sont réservés.</span></p>',
  ];
  yield utf8Bytes(`${lines.join('\n')}\n`);
  if (!complete) yield utf8Bytes(`${ofPart}\n`);
  yield utf8Bytes(`${accessText(access)}\n`);
  const none = complete ? noneInLog : noneInside;
  for (const table of tables) yield* sectionOf(table, none);
  yield utf8Bytes('</body></html>\n');
}

/** The access log is no part of an export: what this log says of it. */
function accessText(access: AnchoredAccess | null): string {
  if (access === null) {
    return '<p>Nothing of the access log (who read what) is anchored in here. / <span lang="fr">Rien du journal des consultations n’est ancré ici.</span></p>';
  }
  const { count, leaf } = access;
  return (
    `<p>The access log (who read what) is handed over apart; leaf ${leaf} anchors it up to entry ${escapeHtml(count)}. / ` +
    `<span lang="fr">Le journal des consultations est remis à part ; la feuille ${leaf} l’ancre jusqu’à l’entrée ${escapeHtml(count)}.</span></p>`
  );
}

async function* sectionOf(
  { name, title, columns, remark, rows }: ReportTable,
  none: string,
): AsyncGenerator<Uint8Array> {
  yield utf8Bytes(
    `<h2>${escapeHtml(title.en)} / <span lang="fr">${escapeHtml(title.fr)}</span></h2>\n<p>${name}.csv</p>\n` +
      (remark === undefined
        ? ''
        : `<p>${escapeHtml(remark.en)} / <span lang="fr">${escapeHtml(remark.fr)}</span></p>\n`) +
      `<div class="scroll"><table><thead><tr>${columns.map(headingText).join('')}</tr></thead><tbody>\n`,
  );
  let shown = 0;
  let left = 0;
  for await (const row of rows()) {
    if (shown === mostRows) left++;
    else {
      shown++;
      yield utf8Bytes(`${rowText(row)}\n`);
    }
  }
  yield utf8Bytes('</tbody></table></div>\n');
  if (shown === 0) yield utf8Bytes(`${none}\n`);
  if (left > 0) {
    yield utf8Bytes(
      `<p>${left} more in ${name}.csv / <span lang="fr">${left} de plus dans ${name}.csv</span></p>\n`,
    );
  }
}

function headingText(column: Heading): string {
  return `<th>${column} / <span lang="fr">${headings[column]}</span></th>`;
}

function rowText(cells: TableRow): string {
  return `<tr>${cells.map(cell => `<td>${escapeHtml(String(cell ?? ''))}</td>`).join('')}</tr>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, character => entities[character] ?? '');
}
