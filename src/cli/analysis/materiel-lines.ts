import { objectsOf } from '../../audit/report/report-event.js';
import type { Language } from '../../custody/text.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { row } from '../lay-out.js';
import { printableLine } from '../printable.js';

type Say = (en: string, fr: string) => string;
type LinesOf = (answer: JsonObject, say: Say) => readonly string[];

/** An answer about the materiel register for a terminal: as known when, what was found, by which rule. */
function framed(linesOf: LinesOf): (answer: JsonObject, language: Language) => readonly string[] {
  return (answer, language) => {
    const say: Say = (en, fr) => (language === 'fr' ? fr : en);
    return [
      `${say('As known at', 'Tel que connu le')} ${answer.knownAt} (${say('leaf', 'feuille')} ${answer.knownLeaf})`,
      '',
      ...linesOf(answer, say),
      '',
      `* ${answer.rule}`,
    ].map(printableLine);
  };
}

export const firstRecordLines = framed((answer, say) =>
  table(
    [
      ...[say('kind', 'nature'), say('what', 'quoi'), say('new', 'nouveau'), say('items', 'pièces')],
      ...[say('first', 'premier'), say('place', 'lieu'), say('item', 'pièce'), say('act', 'acte')],
    ],
    objectsOf(answer.rows).map(found => {
      const first = objectIn(found.first);
      return [
        ...[
          found.kind,
          found.label,
          found.isNew === true ? say('yes', 'oui') : say('no', 'non'),
          found.items,
        ],
        ...[dayOf(first.at), first.place, first.number, first.event],
      ];
    }),
  ),
);

export const recordLines = framed((answer, say) => {
  const whole = objectIn(answer.whole);
  const held = Array.isArray(answer.held) ? answer.held.length : 0;
  return [
    `${say('Records', 'Relevés')}: ${textOf(whole.records)}, ${say('items', 'pièces')}: ${textOf(whole.items)}, ${say('incidents', 'incidents')}: ${textOf(whole.incidents)}`,
    `${say('Pieces', 'Nombre')}: ${textOf(whole.pieces)} (${say('without a number', 'sans nombre')}: ${textOf(whole.notCounted)}), ${say('fired at the scene', 'tirés sur les lieux')}: ${textOf(answer.fired)}, ${say('items held now', 'pièces détenues')}: ${held}`,
    `${say('From', 'Du')} ${dayOf(whole.first)} ${say('to', 'au')} ${dayOf(whole.last)}`,
    '',
    ...table(
      [
        ...[say('date', 'date'), say('place', 'lieu'), say('case file', 'dossier'), say('item', 'pièce')],
        ...[
          say('count', 'nombre'),
          say('what', 'quoi'),
          say('found as', 'circonstances'),
          say('act', 'acte'),
        ],
      ],
      objectsOf(answer.records).map(record => [
        ...[dayOf(record.at), record.place, record.caseFile, record.number, record.count],
        ...[whatIsIt(record), record.foundAs, record.event],
      ]),
    ),
  ];
});

export const serialLines = framed((answer, say) =>
  objectsOf(answer.rows).flatMap(found => [
    `${textOf(found.key)}: ${found.exact === true ? say('reads the same', 'se lit de même') : say('may be one number', 'peut être un seul numéro')}`,
    ...objectsOf(found.records).map(
      record =>
        `  ${dayOf(record.at)}  ${textOf(record.number)}  ${textOf(record.serial)}  ${whatIsIt(record)}  ${textOf(record.place)}`,
    ),
    ...objectsOf(found.doubts).map(doubt => `  ? ${textOf(doubt.words)}`),
  ]),
);

export const distributionLines = framed((answer, say) => {
  const base = objectIn(answer.base);
  return [
    `${say('Base', 'Base')}: ${textOf(base.samples)} ${say('samples', 'échantillons')}, ${textOf(base.pieces)} ${say('pieces', 'objets')}; ${say('outside', 'hors base')}: ${textOf(base.outside)}`,
    ...objectsOf(answer.distributions).flatMap(found => [
      '',
      ...table(
        [textOf(found.by), say('samples', 'échantillons'), say('pieces', 'objets')],
        objectsOf(found.bars).map(bar => [
          bar.value ?? say('not known', 'non connu'),
          `${textOf(bar.samples)}/${textOf(base.samples)}`,
          `${textOf(bar.pieces)}/${textOf(base.pieces)}`,
        ]),
      ),
    ]),
  ];
});

function whatIsIt({ calibre, producer, model, year }: JsonObject): string {
  return (
    [calibre, model, producer, year]
      .filter(value => value !== null)
      .map(textOf)
      .join(' ') || '–'
  );
}

function table(
  heading: readonly string[],
  rows: readonly (readonly (JsonValue | undefined)[])[],
): readonly string[] {
  const all = [heading, ...rows.map(cells => cells.map(textOf))];
  const widths = heading.map((_, column) => Math.max(...all.map(cells => cells[column]?.length ?? 0)));
  return all.map(cells => row(cells, widths));
}

function objectIn(value: JsonValue | undefined): JsonObject {
  return value !== undefined && isJsonObject(value) ? value : {};
}

function dayOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value.slice(0, '2021-04-02'.length) : '–';
}

function textOf(value: JsonValue | undefined): string {
  return value === null || value === undefined ? '–' : String(value);
}
