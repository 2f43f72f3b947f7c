import { demonstrationMark, isDemonstration } from '../../custody/log/demonstration.js';
import type { Text } from '../../custody/text.js';
import type { ExaminationPaper } from '../../store/readers/examination/read-examination-paper.js';
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

/** What one paper of an examination says; head, statements and proof stand on each of them alike. */
export interface PaperOfExamination {
  readonly title: Text;
  /** At the foot of every page. */
  readonly number: string;
  /** Under the title. */
  head(say: Say): Html;
  parts(say: Say): readonly (Html | null)[];
  /** The statements it is drawn from. */
  readonly acts: readonly SignedAct[];
}

/** A paper of an examination as a page to be printed: it stands by itself and loads nothing. */
export async function examinationPage(
  paper: ExaminationPaper,
  content: PaperOfExamination,
  surroundings: PaperSurroundings,
): Promise<PrintedPaper> {
  const say = sayIn(surroundings.language);
  const title = say(content.title);
  const demo = isDemonstration(surroundings.origin);
  const style = paperStyle({
    name: `${title} ${content.number} – examination/${paper.id}`,
    count: say(paperWords.pageCount),
    head: demo ? say(demonstrationMark) : '',
  });
  const { text } = html`<!DOCTYPE html>
<html lang="${surroundings.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – ${paper.examination.number}</title><style>${new Html(style)}</style></head>
<body>
${demo ? html`<p class="demo">${say(demonstrationMark)}</p>` : null}
<header><div><h1>${title}</h1>${content.head(say)}</div>${await paperCode(content.acts, surroundings.origin)}</header>
${content.parts(say)}
<h2>${say(paperWords.statements)}</h2>
${actsTable({ acts: content.acts, units: paper.units }, say)}
<section class="closing"><h2>${say(paperWords.proof)}</h2>
<p>${say(paperWords.check)}</p>
<p>${labelled(paperWords.origin, say)}${surroundings.origin} – ${labelled(paperWords.printed, say)}${minuteText(surroundings.printed)}</p>
${cosignatureLines(surroundings.checkpoint, lastLeafOf(paper), say)}
<pre>${surroundings.checkpoint.note}</pre></section>
</body>
</html>
`;
  return { page: text, policy: paperPolicy(style) };
}

/** The acts of one kind, in their order: `accepted` for `examination.accepted`. */
export function actsOf({ acts }: ExaminationPaper, word: string): readonly SignedAct[] {
  return acts.filter(({ type }) => type === `examination.${word}`);
}
