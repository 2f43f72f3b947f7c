import { demonstrationMark, isDemonstration } from '../../custody/log/demonstration.js';
import type { Language, Text } from '../../custody/text.js';
import { givenWays, handoverOutcomes, sentences } from '../../custody/vocabulary/outcomes.js';
import { releaseOutcomes } from '../../custody/vocabulary/releases.js';
import type { GivenRow } from '../../store/readers/given/given-row.js';
import { Html, html } from '../html.js';
import { paperPolicy, paperStyle } from './paper-style.js';
import { codeIn, labelled, minuteText, type Say, sayIn } from './paper-text.js';
import type { PrintedPaper } from './transfer-paper.js';
import { paperWords } from './transfer-words.js';

const words = {
  title: {
    en: 'Register of what was given to authorities',
    fr: 'Registre des remises et communications aux autorités',
  },
  note: {
    en: 'Each piece once for each time it was given. What is known to have come of it is what was learned last.',
    fr: 'Chaque pièce figure autant de fois qu’elle fut remise. Les suites indiquées sont les dernières connues.',
  },
  none: { en: 'Nothing was given.', fr: 'Rien n’a été remis.' },
  given: { en: 'Given', fr: 'Remis le' },
  piece: { en: 'Piece', fr: 'Pièce' },
  recipient: { en: 'To whom', fr: 'Destinataire' },
  decision: { en: 'Under which decision', fr: 'Au titre de quelle décision' },
  outcome: { en: 'What came of it', fr: 'Suites données' },
  unknown: { en: 'not reported', fr: 'non communiquées' },
  ofRecord: { en: 'copy of the record', fr: 'copie de la fiche' },
  ofFiles: { en: 'files copied', fr: 'fichiers copiés' },
  cleaned: {
    en: 'of these cleaned copies, without the data of the camera',
    fr: 'dont copies sans les données de l’appareil',
  },
  cleanedUnsaid: {
    en: 'whether any went as a cleaned copy, without the data of the camera, was not said',
    fr: 'il n’a pas été dit si l’un d’eux fut communiqué en copie sans les données de l’appareil',
  },
  leftOut: { en: 'withheld members left out', fr: 'éléments réservés omis' },
  leftOutUnsaid: {
    en: 'whether withheld members were left out was not said',
    fr: 'il n’a pas été dit si des éléments réservés ont été omis',
  },
  inAbsentia: { en: 'in absentia', fr: 'par défaut' },
} as const satisfies Record<string, Text>;

export type GivenView = ReturnType<typeof viewGiven>;

/** A line of the register as it is shown: of the decision what stands in it about the piece, of its grounds nothing. */
export function viewGiven({ decision, outcome, ...row }: GivenRow) {
  return {
    ...row,
    nationalReferences: [...row.nationalReferences],
    decision: decision && {
      event: decision.event,
      outcome: decision.outcome,
      by: decision.officer,
      role: decision.role,
      at: decision.at,
      conditions: [...decision.conditions],
    },
    outcome: outcome && {
      event: outcome.event,
      stage: outcome.stage,
      on: outcome.on,
      sentence: outcome.sentence?.kind ?? null,
      inAbsentia: outcome.sentence?.inAbsentia ?? null,
      knownFrom: outcome.knownFrom,
    },
  };
}

const columns = [
  ...['given', 'by', 'act', 'leaf', 'piece', 'number', 'unit', 'capacity', 'national references', 'officer'],
  ...['release', 'request', 'decision', 'decided', 'decided by', 'role', 'decided at', 'conditions'],
  ...['copies', 'files copied', 'cleaned copies', 'members left out'],
  ...['outcome', 'outcome on', 'sentence', 'in absentia', 'known from'],
];

/** The same as a table for CSV. */
export function registerTable(rows: readonly GivenView[]) {
  return {
    columns,
    rows: () =>
      rows.map(({ decision, outcome, copy, ...row }) => [
        ...[row.at, row.by, row.given, row.leaf, row.piece, row.number, row.unit, row.capacity],
        ...[row.nationalReferences.join('; '), row.officer, row.releaseNumber, row.request],
        ...[decision?.event ?? null, decision?.outcome ?? null, decision?.by ?? null, decision?.role ?? null],
        ...[decision?.at ?? null, decision?.conditions.join('; ') ?? null],
        ...[copy?.copies ?? null, copy?.files ?? null, copy?.cleaned ?? null, copy?.leftOut ?? null],
        ...[outcome?.stage ?? null, outcome?.on ?? null, outcome?.sentence ?? null],
        ...[yesOrNo(outcome?.inAbsentia ?? null), outcome?.knownFrom ?? null],
      ]),
  };
}

function yesOrNo(value: boolean | null): string | null {
  return value === null ? null : value ? 'yes' : 'no';
}

/** The register as a page to be printed: it stands by itself and loads nothing. Nobody is named in it (RQ-08). */
export function registerPage(
  rows: readonly GivenView[],
  { origin, at, language }: { readonly origin: string; readonly at: string; readonly language: Language },
): PrintedPaper {
  const say = sayIn(language);
  const demo = isDemonstration(origin);
  const title = say(words.title);
  const style = paperStyle({
    name: `${title} – ${origin}`,
    count: say(paperWords.pageCount),
    head: demo ? say(demonstrationMark) : '',
  });
  const { text } = html`<!DOCTYPE html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${new Html(style)}</style></head>
<body>
${demo ? html`<p class="demo">${say(demonstrationMark)}</p>` : null}
<header><div><h1>${title}</h1><p class="subtitle">${labelled(paperWords.origin, say)}${origin} – ${labelled(paperWords.printed, say)}${minuteText(at)}</p></div></header>
<p>${say(words.note)}</p>
${rows.length === 0 ? html`<p>${say(words.none)}</p>` : registerLines(rows, say)}
</body>
</html>
`;
  return { page: text, policy: paperPolicy(style) };
}

function registerLines(rows: readonly GivenView[], say: Say): Html {
  const headings = [words.given, words.piece, words.recipient, words.decision, words.outcome];
  return html`<table>
<thead><tr>${headings.map(heading => html`<th>${say(heading)}</th>`)}</tr></thead>
<tbody>${rows.map(row => registerLine(row, say))}</tbody>
</table>`;
}

function registerLine(row: GivenView, say: Say): Html {
  const { decision, outcome } = row;
  return html`<tr>
<td>${minuteText(row.at)}<p>${codeIn(givenWays, row.by, say)}</p><p class="id">${row.given}</p><p class="label">${say(paperWords.leaf)} ${row.leaf}</p>${row.copy === null ? null : html`<p>${copyLine(row.copy, say)}</p>`}</td>
<td>${row.number ?? ''}<p class="id">${row.piece}</p></td>
<td>${row.capacity}<p class="id">${row.unit}</p><p>${row.nationalReferences.join('; ')}</p></td>
<td>${row.releaseNumber}${
    decision === null
      ? null
      : html`<p>${codeIn(releaseOutcomes, decision.outcome, say)}, ${decision.role}, ${minuteText(decision.at)}</p><p class="id">${decision.event}</p>${decision.conditions.map(condition => html`<p>${condition}</p>`)}`
  }</td>
<td>${outcome === null ? say(words.unknown) : outcomeCell(outcome, say)}</td>
</tr>`;
}

/** E45, GATE-8: what the act says was copied; a cleaned copy is not the original, and what was left out is not there. */
function copyLine({ files, cleaned, leftOut }: NonNullable<GivenView['copy']>, say: Say): string {
  const counted = (words: Text, count: number) => `${labelled(words, say)}${count}`;
  if (files === 0) {
    const members = leftOut === null ? say(words.leftOutUnsaid) : counted(words.leftOut, leftOut);
    return `${say(words.ofRecord)}, ${members}`;
  }
  const photographs = cleaned === null ? say(words.cleanedUnsaid) : counted(words.cleaned, cleaned);
  return `${counted(words.ofFiles, files)}, ${photographs}`;
}

function outcomeCell(outcome: NonNullable<GivenView['outcome']>, say: Say): Html {
  const { sentence, inAbsentia } = outcome;
  const absent = inAbsentia === true ? `, ${say(words.inAbsentia)}` : '';
  return html`${codeIn(handoverOutcomes, outcome.stage, say)}, ${outcome.on}${
    sentence === null ? null : html`<p>${codeIn(sentences, sentence, say)}${absent}</p>`
  }<p class="label">${outcome.knownFrom}</p>`;
}
