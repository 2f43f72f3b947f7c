import { IedLabels } from '../../custody/evidence/record/ied.js';
import { Interpretation } from '../../custody/evidence/record/interpretation.js';
import { Headstamp } from '../../custody/evidence/record/marks.js';
import type { ResultOnItemBody } from '../../custody/examination/result/members.js';
import { formFields } from '../../custody/schema/form-fields.js';
import { isWithheld } from '../../custody/schema/withheld.js';
import type { Text } from '../../custody/text.js';
import { photographKinds } from '../../custody/vocabulary/examination.js';
import { vocabularyOfRecord } from '../../custody/vocabulary/of-record.js';
import type { JsonObject, JsonValue } from '../../log/index.js';
import { type Html, html } from '../html.js';
import { examinationWords as words } from './examination-words.js';
import { codeIn, minuteText, type Say } from './paper-text.js';

type Recorded = Pick<ResultOnItemBody, 'headstamp' | 'construction' | 'interpretation' | 'photographs'>;

/** What the laboratory recorded of an item in the terms of the field (D2, V2, V5), and the photographs by their hash. */
export function recordedOf(
  { headstamp, construction, interpretation, photographs }: Recorded,
  say: Say,
): Html {
  const taken = photographs.map(
    ({ number, kind, takenAt, file }) =>
      html`<p>${number}, ${kind.text ?? codeIn(photographKinds, kind.code, say)}, ${minuteText(takenAt)} <span class="id">${file.sha256}</span></p>`,
  );
  return html`<dl class="side">
${part(words.headstamp, Headstamp, headstamp, say)}
${part(words.construction, IedLabels, construction, say)}
${part(words.interpretation, Interpretation, interpretation, say)}
<dt>${say(words.photographs)}</dt><dd>${taken.length === 0 ? say(words.none) : taken}</dd>
</dl>`;
}

/** A part of a form, field by field; what is empty says so. */
function part(label: Text, schema: object, value: object | null, say: Say): Html {
  if (value === null) return html`<dt>${say(label)}</dt><dd>${say(words.none)}</dd>`;
  const form = {
    tell: (codes: readonly string[], code: string) => vocabularyOfRecord(codes)?.[code],
    ...{ yes: words.yes, no: words.no, withheld: words.withheld, none: words.none },
  };
  const told = formFields(schema, value as JsonObject, form, []).map(({ label: field, value: text }) =>
    text === null
      ? html`<p><b>${say(field)}</b></p>`
      : html`<p>${say(field)}${say(words.colon)}${say(text)}</p>`,
  );
  return html`<dt>${say(label)}</dt><dd>${told}</dd>`;
}

/** How a device is made, for the few who may read it; or that it is withheld, or was not told. */
export function deviceDetailOf(detail: JsonValue | undefined, say: Say): Html {
  if (detail === undefined || detail === null) return html`${say(words.none)}`;
  if (isWithheld(detail)) return html`<i>${say(words.withheld)}</i>`;
  const { text, files } = detail as unknown as {
    readonly text: string;
    readonly files: readonly { readonly sha256: string }[];
  };
  return html`${text}${files.map(({ sha256 }) => html`<p class="id">${sha256}</p>`)}`;
}
