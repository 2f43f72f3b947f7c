import { demonstrationMark, isDemonstration } from '../../custody/log/demonstration.js';
import type { Language, Text } from '../../custody/text.js';
import { classificationLevels } from '../../custody/vocabulary/sensitivity.js';
import {
  addressedAs,
  illicitGrounds,
  responderNamings,
  traceAddressees,
  traceChannels,
  traceQuestions,
  traceUses,
} from '../../custody/vocabulary/tracing.js';
import { Html, html } from '../html.js';
import { codedText, row } from './examination-items.js';
import { paperPolicy, paperStyle } from './paper-style.js';
import { codeIn, labelled, minuteText, quantityOnPaper, type Say, sayIn } from './paper-text.js';
import type { CodedText, TraceRequestView } from './trace-request-view.js';
import { traceRequestWords as words } from './trace-request-words.js';
import type { PrintedPaper } from './transfer-paper.js';
import { paperWords } from './transfer-words.js';

interface Surroundings {
  readonly origin: string;
  /** When it is printed. */
  readonly at: string;
  readonly language: Language;
}

/** A trace request as a page to be printed and signed (D8): it stands by itself and loads nothing. Of officers it names none. */
export function traceRequestPage(
  view: TraceRequestView,
  { origin, at, language }: Surroundings,
): PrintedPaper {
  const say = sayIn(language);
  const demo = isDemonstration(origin);
  const title = `${say(words.title)} ${view.number}`;
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
<header><div><h1>${title}</h1><p class="subtitle">${codeIn(classificationLevels, view.classification, say)}</p></div></header>
${view.answerBy === null ? html`<p class="warning">${say(words.draft)}</p>` : null}
${head(view, say)}
<h2>${say(words.recovery)}</h2>${recovery(view, say)}
<h2>${say(words.objects)}</h2>${view.objects.map(object => objectPart(object, say))}
<h2>${say(words.questions)}</h2>${listOf(traceQuestions, view.questions, say)}
<h2>${say(words.answer)}</h2>${answer(view, say)}
<section class="closing"><h2>${say(words.signature)}</h2>
<div class="ink"><div><b>${view.authority.signatory}</b><br><span class="label">${say(paperWords.inkFields)}</span></div></div>
<p>${labelled(words.statement, say)}<span class="id">${view.statement}</span>, ${say(paperWords.atLeaf)} ${view.leaf} – ${labelled(paperWords.origin, say)}${origin} – ${labelled(paperWords.printed, say)}${minuteText(at)}</p></section>
</body>
</html>
`;
  return { page: text, policy: paperPolicy(style) };
}

function head({ addressee, channel, authority }: TraceRequestView, say: Say): Html {
  const { kind, country, name, contact, contactWithheld } = addressee;
  return html`<dl>
${row(say(words.addressee), `${name} (${codedText(traceAddressees, kind, say)})`)}
${country === null ? null : row(say(words.country), `${country.name} (${codeIn(addressedAs, country.as, say)})`)}
${contact === null ? null : row(say(words.contact), contact)}
${contactWithheld ? row(say(words.contact), html`<i>${say(words.contactWithheld)}</i>`) : null}
${row(say(words.channel), codedText(traceChannels, channel, say))}
${row(say(words.basis), authority.basis)}
</dl>`;
}

const shownOfDay: Readonly<Record<string, number>> = { DAY: 10, MONTH: 7, YEAR: 4 };

function recovery({ recovery, illicit }: TraceRequestView, say: Say): Html {
  const { on, place, by, context } = recovery;
  return html`<dl>
${row(say(words.when), on === null ? say(paperWords.notStated) : on.day.slice(0, shownOfDay[on.precision] ?? 10))}
${row(say(words.where), place ?? say(paperWords.notStated))}
${row(say(words.by), by ?? say(paperWords.notStated))}
${row(say(words.context), context)}
${row(say(words.illicit), listOf(illicitGrounds, illicit, say))}
</dl>`;
}

/** What is known of it, and nothing of what is not. */
function objectPart(object: TraceRequestView['objects'][number], say: Say): Html {
  const told: readonly (readonly [Text, string | null])[] = [
    [words.make, object.make],
    [words.model, object.model],
    [words.calibre, object.calibre],
    [words.serial, object.serial],
    [words.origin, object.country],
    [words.headstamp, object.headstamp],
    [words.producerCode, object.producerCode],
    [words.year, object.year],
    [words.lot, object.lot],
    [words.packagingMarks, object.packagingMarks],
    [words.otherMarks, object.otherMarks],
    [words.vin, object.vin],
  ];
  return html`<h3>${object.key}</h3><dl>
${row(say(words.quantity), quantityOnPaper(object.quantity, say))}
${told.map(([label, value]) => (value === null ? null : row(say(label), value)))}
</dl>`;
}

function answer(view: TraceRequestView, say: Say): Html {
  const { replyWithinDays, answerBy, use, confidentiality, responderNamed } = view;
  const until = answerBy === null ? '' : `, ${say(words.until)} ${answerBy}`;
  return html`<dl>
${row(say(words.within), `${replyWithinDays} ${say(words.days)}${until}`)}
${row(say(words.use), listOf(traceUses, use, say))}
${row(say(words.confidentiality), confidentiality)}
${row(say(words.named), codeIn(responderNamings, responderNamed, say))}
</dl><p>${say(words.limits)}</p>`;
}

function listOf(list: Readonly<Record<string, Text>>, chosen: readonly CodedText[], say: Say): Html {
  return html`${chosen.map(one => html`<p>${codedText(list, one, say)}</p>`)}`;
}
