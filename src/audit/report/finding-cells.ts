import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import type { Heading } from './headings.js';
import { memberOf, objectsOf, textOf } from './report-event.js';
import type { TableRow } from './table.js';

/** What an act found on an item: the columns, in the order of `findingCells`. */
export const findingColumns: readonly Heading[] = [
  'quantity',
  'condition',
  'seal',
  'seal state',
  'differs',
  'reserve',
];

/** What was found, and what was not as it should be: a receipt that differs shows it in its row. */
export function findingCells(body: JsonObject): TableRow {
  return [
    quantityOf(body),
    textOf(body.condition),
    sealOf(body),
    sealStateOf(body),
    differencesOf(body),
    reserveOf(body),
  ];
}

/** Counted by who signs, established by who closes a discrepancy, or what was put under seal. */
function quantityOf(body: JsonObject): string {
  const said = [body.quantity, body.quantityEstablished, memberOf(body, 'content').quantity].find(isObject);
  if (said === undefined) return '';
  const { amount, unit } = said;
  return `${textOf(amount) || '?'} ${isObject(unit) ? textOf(unit.code) : textOf(unit)}`;
}

/** The number as recorded, and as it was read where that is another. */
function sealOf(body: JsonObject): string {
  const compared = objectsOf(body.seals).map(({ number, found }) =>
    number === found ? textOf(number) : `${textOf(number)} (found: ${textOf(found) || 'none'})`,
  );
  const former = textOf(body.formerSealNumber);
  const number = textOf(body.sealNumber);
  const resealed = former === '' ? number : `${former} replaced by ${number}`;
  const foreign = Array.isArray(body.sealsAsFound) ? body.sealsAsFound.map(textOf) : [];
  const read = textOf(body.numberRead);
  const all = [resealed, ...compared, ...foreign, read === '' ? '' : `(found: ${read})`];
  return all.filter(text => text !== '').join('; ');
}

/** Of several seals each with its state, in the order of `sealOf`. */
function sealStateOf(body: JsonObject): string {
  const compared = objectsOf(body.seals).map(({ status }) => textOf(status));
  const own = textOf(body.sealNumber) === '' ? '' : textOf(body.sealState) || textOf(body.state);
  const exception = body.sealException ?? null;
  const unsealed = isObject(exception) ? Object.values(exception).map(textOf) : [textOf(exception)];
  return [own, ...compared, ...unsealed].filter(text => text !== '').join('; ');
}

function differencesOf(body: JsonObject): string {
  const { difference = null } = body;
  return [
    body.conditionAgrees === false ? 'condition' : '',
    body.descriptionAgrees === false ? `description: ${textOf(body.description)}` : '',
    isObject(difference) ? `quantity: ${textOf(difference.explanation)}` : '',
    body.seen === false ? 'not seen' : '',
  ]
    .filter(text => text !== '')
    .join('; ');
}

function reserveOf(body: JsonObject): string {
  const reserve = body.reserve ?? null;
  if (!isObject(reserve)) return '';
  const opened = Array.isArray(reserve.discrepancies) ? reserve.discrepancies.map(textOf) : [];
  return [textOf(reserve.text), ...opened.map(id => `discrepancy/${id}`)].join('; ');
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return isJsonObject(value ?? null);
}
