import { evidenceCollected } from '../../custody/evidence/events/collected.js';
import { evidenceRegistered } from '../../custody/evidence/events/registered.js';
import type { Text } from '../../custody/text.js';
import { nameOf, vocabularyOf } from '../../custody/vocabulary/every-vocabulary.js';
import { type Field, fieldsOf } from '../act/fields.js';

/** How a cell is written. `codes`: several, with `;` between them. */
export type CellKind = 'text' | 'number' | 'flag' | 'code' | 'codes' | 'texts' | 'calibre';

/** One column of the table of a scene: a field of D2, or of the collection that goes with it. */
export interface Column {
  readonly name: string;
  readonly words: Text;
  readonly kind: CellKind;
  readonly required: boolean;
  /** Act and path in its body; null for what the table itself needs. */
  readonly field: { readonly act: 'register' | 'collect'; readonly path: string } | null;
  readonly codes: readonly string[];
  /** Name of the list of codes, for `scelle vocabulary`. */
  readonly vocabulary: string | null;
}

/** Filled in by the command, or bound to what a table cannot hold; such items are registered one by one. */
const notInTable =
  /^(incident|scene|quantity\.countedBy|photographs|marks|headstamp\.characters|derivedFrom|foundIn|onBehalfOf|owner|positionAtScene\.exact)(\.|$)/;

/** Marks of one item that fit on a line. */
export const marksPerRow = 3;

/** Positions of a headstamp, by the clock. */
export const headstampClocks = ['12', '3', '6', '9'] as const;

const registered = fieldsOf(evidenceRegistered.body);
const collected = fieldsOf(evidenceCollected.body);

/** Every column of the table, in the order of the form. */
export const columns: readonly Column[] = [
  own(
    'label',
    true,
    'Tag of the item at the scene, unique in this table',
    'Repère de la pièce sur les lieux, unique dans ce tableau',
  ),
  own(
    'at',
    false,
    'When it was found, UTC; empty: as the command says',
    'Heure de la découverte, UTC ; vide : celle de la commande',
  ),
  ...registered
    .filter(({ path }) => !notInTable.test(path))
    .flatMap(field => columnOf(field, 'register', '')),
  ...Array.from({ length: marksPerRow }, (_, at) => markColumns(at + 1)).flat(),
  ...headstampClocks.map(clock =>
    own(
      `headstamp.${clock}`,
      false,
      `Headstamp at ${clock} o'clock, as read`,
      `Marquage de culot à ${clock} heures, tel que lu`,
    ),
  ),
  own(
    'photographs.kind',
    false,
    'Kind of view; empty: CLOSE',
    'Type de vue ; vide : CLOSE',
    'code',
    'photograph-kinds',
  ),
  own(
    'photographs.scale',
    false,
    'Is a scale in the pictures? Owed where there are any',
    'Une échelle figure-t-elle sur les photographies ? Exigé s’il y en a',
    'flag',
  ),
  own(
    'foundIn',
    false,
    'Label of the item it was found in',
    'Repère de la pièce dans laquelle elle a été trouvée',
  ),
  own('foundIn.where', false, 'Where inside', 'Emplacement'),
  own(
    'collect',
    false,
    'Collected there and then, before the witness?',
    'Prélevée aussitôt, devant le témoin ?',
    'flag',
  ),
  ...collected
    .filter(({ path }) => path !== 'scene')
    .flatMap(field => columnOf(field, 'collect', 'collect.')),
];

const byName = new Map(columns.map(column => [column.name, column]));

export function columnNamed(name: string): Column | undefined {
  return byName.get(name);
}

/** The column a rule's pointer leads to; undefined for what no column holds. */
export function columnAt(act: 'register' | 'collect', pointer: string): Column | undefined {
  const path = pointer
    .split('/')
    .slice(2)
    .filter(step => !/^\d+$/.test(step))
    .join('.');
  const owns = columns.filter(
    ({ field }) =>
      field?.act === act &&
      (path === field.path || path.startsWith(`${stem(field.path)}.`) || path === stem(field.path)),
  );
  const [exact] = owns.filter(({ field }) => field?.path === path);
  if (exact !== undefined) return exact;
  if (owns[0] !== undefined) return owns[0];
  if (path.startsWith('marks')) return columnNamed('mark1');
  if (path.startsWith('headstamp')) return columnNamed('headstamp.12');
  return path.startsWith('foundIn') ? columnNamed('foundIn') : undefined;
}

function stem(path: string): string {
  return path.replace(/\.(code|text|written)$/, '');
}

function columnOf(field: Field, act: 'register' | 'collect', prefix: string): readonly Column[] {
  const { path, words, optional } = field;
  // The words beside a code are written into the same cell: `OTHER: words`. A calibre's code follows from its words.
  if (/\.text$/.test(path) || path === 'interpretation.calibre.code') return [];
  const kind = kindOf(field);
  if (kind === null) return [];
  const codes = kind === 'codes' ? (field.itemCodes ?? []) : field.codes;
  const vocabulary = vocabularyOf(codes);
  return [
    {
      name: `${prefix}${stem(path)}`,
      words,
      kind,
      required: !optional && act === 'register',
      field: { act, path },
      codes,
      vocabulary: vocabulary === undefined ? null : (nameOf(vocabulary) ?? null),
    },
  ];
}

function kindOf({ path, kind, itemCodes }: Field): CellKind | null {
  if (path === 'interpretation.calibre.written') return 'calibre';
  if (kind === 'json') return itemCodes === null ? null : 'codes';
  return kind === 'file' || kind === 'files' ? null : kind;
}

function markColumns(at: number): readonly Column[] {
  return [
    own(
      `mark${at}`,
      false,
      'Mark exactly as read; □ for each character that cannot be read',
      'Marquage exactement tel que lu ; □ pour chaque caractère illisible',
    ),
    own(`mark${at}.kind`, false, 'Kind of mark', 'Nature du marquage', 'code', 'mark-kinds'),
    own(`mark${at}.obliteration`, false, 'Was it removed?', 'A-t-il été effacé ?', 'code', 'obliterations'),
    own(`mark${at}.place`, false, 'Side and place on the item', 'Face et emplacement sur la pièce'),
  ];
}

function own(
  name: string,
  required: boolean,
  en: string,
  fr: string,
  kind: CellKind = 'text',
  vocabulary: string | null = null,
): Column {
  return { name, words: { en, fr }, kind, required, field: null, codes: [], vocabulary };
}
