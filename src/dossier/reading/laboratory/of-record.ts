import { objectsOf, type ReportEvent, textOf } from '../../../audit/report/report-event.js';
import { resultOnItemBody } from '../../../custody/examination/result/members.js';
import { type FormField, type FormWords, formFields } from '../../../custody/schema/form-fields.js';
import type { Text } from '../../../custody/text.js';
import { photographKinds } from '../../../custody/vocabulary/examination.js';
import { vocabularyOfRecord } from '../../../custody/vocabulary/of-record.js';
import { inWordsAndCode } from '../../../custody/vocabulary/told.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../log/index.js';
import type { FileByHash, ItemRecord } from '../../paper/laboratory-report.js';
import { colon, joined, moment, same, semicolon } from '../../paper/print/told.js';
import type { Bilingual } from '../../paper/words.js';
import { nothing, said, withheld, yesOrNo } from '../clearance/said.js';
import { instant } from '../moments.js';
import type { NameItem } from './item-names.js';
import { choice } from './of-request.js';
import { idOf } from './released-report.js';

/** D2, V2, V4, V5: what the laboratory recorded of each item in the terms of the field, field by field, as signed. */
export function recordsOf(results: readonly ReportEvent[], named: NameItem): readonly ItemRecord[] {
  return results.map(({ event: { subject, body } }) => ({
    item: named(idOf(subject)),
    marks: linesOf(body, 'marks'),
    headstamp: linesOf(body, 'headstamp'),
    construction: linesOf(body, 'construction'),
    interpretation: linesOf(body, 'interpretation'),
    photographs: photographsIn(body),
  }));
}

const words: FormWords = {
  tell(codes, code) {
    const vocabulary = vocabularyOfRecord(codes);
    return vocabulary && inWordsAndCode(vocabulary)(code);
  },
  yes: yesOrNo(true),
  no: yesOrNo(false),
  withheld,
  none: nothing,
};

/** The fields that were filled in, each a line; of a list each entry is one, with its number. */
function linesOf(body: JsonObject, member: string): readonly Bilingual[] {
  const fields = formFields(resultOnItemBody, { [member]: body[member] ?? null }, words, []);
  const told = fields.filter(({ isEmpty }) => !isEmpty);
  if (Array.isArray(body[member])) {
    return told
      .flatMap(({ depth }, position) => (depth === 0 ? [insideOf(told, position)] : []))
      .map((inside, place) => joined([same(`${place + 1}.`), besideOf(inside)], ' '));
  }
  return told.flatMap((field, position) =>
    field.depth === 1 ? [lineOf(field, insideOf(told, position))] : [],
  );
}

/** The fields under one of them. */
function insideOf(fields: readonly FormField[], position: number): readonly FormField[] {
  const depth = fields[position]?.depth ?? 0;
  const after = fields.slice(position + 1);
  const end = after.findIndex(field => field.depth <= depth);
  return end < 0 ? after : after.slice(0, end);
}

function lineOf({ label, value }: FormField, inside: readonly FormField[]): Bilingual {
  return labelled(label, value ?? besideOf(inside));
}

/** Fields on one line. */
function besideOf(fields: readonly FormField[]): Bilingual {
  const told = fields.map(({ label, value }) => (value === null ? label : labelled(label, value)));
  return joined(told, semicolon);
}

/** What a label says after a semicolon is for who fills the form in; a question needs no colon. */
function labelled({ fr, en }: Text, value: Bilingual): Bilingual {
  const short = { fr: fr.split(' ; ')[0] ?? fr, en: en.split('; ')[0] ?? en };
  return joined([short, value], short.fr.endsWith('?') ? ' ' : colon);
}

/** RQ-12: the photographs of the laboratory, by the hash of the original. */
function photographsIn(body: JsonObject): readonly FileByHash[] {
  return objectsOf(body.photographs).map(({ number, kind, takenAt, device, file }) => ({
    what: joined(
      [said(number), choice(photographKinds, kind), moment(instant(textOf(takenAt))), said(device)],
      ', ',
    ),
    sha256: textOf(isJsonObject(file ?? null) ? (file as JsonObject).sha256 : undefined),
  }));
}

/** How a device is made is for few and stays here (GATE-6): the paper says that it was told, and no more. */
export function deviceDetailOf(detail: JsonValue | undefined): Bilingual {
  return detail === undefined || detail === null ? nothing : withheld;
}
