import { eventRule } from '../../custody/catalogue.js';
import { demonstrationMark, isDemonstration } from '../../custody/log/demonstration.js';
import { type FormField, type FormWords, formFields } from '../../custody/schema/form-fields.js';
import type { Text } from '../../custody/text.js';
import { wordsOfCode } from '../../custody/vocabulary/every-vocabulary.js';
import * as releases from '../../custody/vocabulary/releases.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import type { ReleasePaper } from '../../store/readers/release/read-release-paper.js';
import type { SignedAct } from '../../store/readers/transfer/signed-act.js';
import { Html, html } from '../html.js';
import { actsTable } from './acts-table.js';
import { lastLeafOf } from './last-leaf.js';
import { cosignatureLines } from './paper-checkpoint.js';
import { paperCode } from './paper-code.js';
import { paperPolicy, paperStyle } from './paper-style.js';
import { labelled, minuteText, type Say, sayIn } from './paper-text.js';
import type { PaperSurroundings, PrintedPaper } from './transfer-paper.js';
import { paperWords } from './transfer-words.js';

const words = {
  title: { en: 'Decision on a release', fr: 'Décision sur une autorisation de remise' },
  request: { en: 'What was asked for', fr: 'Demande' },
  pieces: { en: 'Pieces', fr: 'Pièces' },
  views: { en: 'View', fr: 'Avis' },
  decision: { en: 'Decision', fr: 'Décision' },
  halted: { en: 'Suspended or withdrawn', fr: 'Suspension ou retrait' },
  undecided: {
    en: 'Nobody has decided. This paper is no authorization.',
    fr: 'Il n’a pas été statué. Le présent document ne vaut pas autorisation.',
  },
  byPerson: {
    en: 'Decided by a person, who signed it; the software decides nothing.',
    fr: 'Décidé par une personne, qui l’a signé ; le logiciel ne décide de rien.',
  },
  stays: {
    en: 'Stays with the Mission: it shows what the dossier keeps from who receives. The dossier holds the form D6 that goes along.',
    fr: 'Reste à la Mission : elle montre ce que le dossier réserve à l’égard du destinataire. La fiche D6 qui est remise figure au dossier.',
  },
  yes: { en: 'yes', fr: 'oui' },
  no: { en: 'no', fr: 'non' },
  withheld: { en: '(withheld)', fr: '(réservé)' },
  none: { en: 'none', fr: 'néant' },
  number: { en: 'Number', fr: 'Numéro' },
  as: { en: 'As what it goes', fr: 'Sous quelle forme' },
  given: { en: 'Copies given', fr: 'Copies communiquées' },
  cleaned: {
    en: 'cleaned copy, without the data of the camera: the hash is that of the original',
    fr: "copie sans les données de l'appareil : l'empreinte est celle de l'original",
  },
  leftOut: { en: 'Withheld members left out', fr: 'Éléments réservés omis' },
  files: { en: 'Files, by SHA-256', fr: 'Fichiers, par SHA-256' },
} as const satisfies Record<string, Text>;

/** Printed elsewhere on the paper, or proofs for machines. */
const leave = ['occurred', 'place', 'lateEntry', 'overrides', 'itemsDigest', 'items'];

/**
 * Form D6 as a page to be printed: the request, every piece with its files, the views, each decision whole, and what
 * became of it. It stands by itself and loads nothing.
 * @param names of the subjects that its acts name (`subjectsOnReleasePaper`), as far as the reader may know them
 */
export async function releasePaperPage(
  paper: ReleasePaper,
  names: ReadonlyMap<string, string>,
  surroundings: PaperSurroundings,
): Promise<PrintedPaper> {
  const say = sayIn(surroundings.language);
  const demo = isDemonstration(surroundings.origin);
  const title = say(words.title);
  const style = paperStyle({
    name: `${title} ${paper.release.number} – release/${paper.id}`,
    count: say(paperWords.pageCount),
    head: demo ? say(demonstrationMark) : '',
  });
  const { text } = html`<!DOCTYPE html>
<html lang="${surroundings.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – ${paper.release.number}</title><style>${new Html(style)}</style></head>
<body>
${demo ? html`<p class="demo">${say(demonstrationMark)}</p>` : null}
<header><div><h1>${title}</h1><p class="subtitle">${paper.release.number}</p>
<p>${say(words.byPerson)}</p><p>${say(words.stays)}</p>
${paper.release.decisions.length === 0 ? html`<p class="warning">${say(words.undecided)}</p>` : null}</div>${await paperCode(paper.acts, surroundings.origin)}</header>
${paper.acts.map(act => actPart(act, paper, names, say))}
<h2>${say(paperWords.statements)}</h2>
${actsTable(paper, say)}
<section class="closing"><h2>${say(paperWords.proof)}</h2>
<p>${say(paperWords.check)}</p>
<p>${labelled(paperWords.origin, say)}${surroundings.origin} – ${labelled(paperWords.printed, say)}${minuteText(surroundings.printed)}</p>
${cosignatureLines(surroundings.checkpoint, lastLeafOf(paper), say)}
</section>
</body>
</html>
`;
  return { page: text, policy: paperPolicy(style) };
}

const headings: Readonly<Record<string, Text>> = {
  'release.requested': words.request,
  'release.input-given': words.views,
  'release.decided': words.decision,
  'release.suspended': words.halted,
  'release.withdrawn': words.halted,
  'release.copy-disclosed': words.given,
};

/** Subjects, `<kind>/<UUID>`, that stand in what is printed of its acts. */
export function subjectsOnReleasePaper({ acts }: ReleasePaper): readonly string[] {
  const found = new Set<string>();
  for (const act of acts)
    printedFields(act, subject => {
      found.add(subject);
      return undefined;
    });
  return [...found];
}

function printedFields({ type, form, body }: SignedAct, name: NonNullable<FormWords['name']>) {
  const rule = eventRule(type, form);
  if (headings[type] === undefined || rule === undefined) return null;
  const { yes, no, withheld, none } = words;
  return formFields(rule.body, body, { tell: wordsOfCode, yes, no, withheld, none, name }, leave);
}

function actPart(
  act: SignedAct,
  paper: ReleasePaper,
  names: ReadonlyMap<string, string>,
  say: Say,
): Html | null {
  const heading = headings[act.type];
  const fields = printedFields(act, subject => names.get(subject));
  if (heading === undefined || fields === null) return null;
  return html`<h2>${say(heading)}</h2>
<table><tbody>${fields.map(field => fieldRow(field, say))}</tbody></table>
${act.items.length === 0 ? null : piecesTable(act, paper, say)}`;
}

function fieldRow({ label, depth, value }: FormField, say: Say): Html {
  const indented = `${'\u2003'.repeat(depth)}${say(label)}`;
  if (value === null) return html`<tr><th colspan="2">${indented}</th></tr>`;
  return html`<tr><td>${indented}</td><td>${say(value)}</td></tr>`;
}

function piecesTable({ items }: SignedAct, { numbers }: ReleasePaper, say: Say): Html {
  // A decision names the pieces alone: as what they go stands in the request.
  const isWhole = items.some(({ body }) => 'as' in body || 'files' in body);
  const rows = items.map(({ type, item, body }) => {
    const piece = `${type.slice(0, type.indexOf('.'))}/${item}`;
    const rest = html`<td>${asWhat(body.as, say)}</td><td class="id">${filesOf(body, say)}</td>`;
    return html`<tr><td>${numbers.get(piece) ?? '–'}<p class="id">${piece}</p></td>${isWhole ? rest : null}</tr>`;
  });
  const titles = html`<th>${say(words.as)}</th><th>${say(words.files)}</th>`;
  return html`<table>
<thead><tr><th>${say(words.number)}</th>${isWhole ? titles : null}</tr></thead>
<tbody>${rows}</tbody>
</table>`;
}

/** By hash; of a photograph that was given as a cleaned copy that is said, and how much of the record was left out (E45). */
function filesOf({ files = null, cleaned = null, leftOut = null }: JsonObject, say: Say): readonly Html[] {
  const asCopies = listOf(cleaned);
  const hashes = listOf(files).map(file => (isJsonObject(file) ? String(file.sha256) : String(file)));
  const omitted = listOf(leftOut).length;
  if (hashes.length + omitted === 0) return [html`–`];
  return [
    ...hashes.map(
      sha256 => html`<p>${sha256}${asCopies.includes(sha256) ? html` (${say(words.cleaned)})` : null}</p>`,
    ),
    ...(omitted === 0 ? [] : [html`<p>${labelled(words.leftOut, say)}${omitted}</p>`]),
  ];
}

function listOf(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function asWhat(as: unknown, say: Say): string {
  const told = typeof as === 'string' ? releases.pieceForms[as as releases.PieceForm] : undefined;
  return told === undefined ? '' : say(told);
}
