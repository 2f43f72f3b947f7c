import type { Language } from '../../custody/text.js';
import { vocabularies } from '../../custody/vocabulary/every-vocabulary.js';
import { type Column, columns } from './columns.js';
import { codesOfColumn } from './read-table.js';

/** Lists longer than this are named, not printed: `scelle vocabulary NAME` shows them. */
const longList = 24;

/** An empty table with its explanation: one comment line a column, in both languages, then the header. */
export function tableTemplate(): string {
  const explained = columns.flatMap(column => [
    `# ${column.required ? '*' : ' '} ${column.name}: ${column.words.en} / ${column.words.fr}${howTo(column)}`,
    ...codeLines(column),
  ]);
  return [
    '# scelle evidence register --from FILE.csv --photos FOLDER',
    '# One row an item. * must be filled. Lines that begin with # are not read. UTF-8.',
    '# Une ligne par pièce. * obligatoire. Les lignes commençant par # ne sont pas lues. UTF-8.',
    ...explained,
    columns.map(({ name }) => name).join(','),
    '',
  ].join('\n');
}

function howTo({ kind }: Column): string {
  switch (kind) {
    case 'codes':
      return ' (CODE|CODE)';
    case 'texts':
      return ' (…|…)';
    case 'flag':
      return ' (yes/no, oui/non)';
    case 'number':
      return ' (0-9)';
    case 'calibre':
      return ' (7,62 x 39 mm)';
    case 'text':
    case 'code':
      return '';
  }
}

function codeLines(column: Column): readonly string[] {
  const codes = codesOfColumn(column);
  if (codes.length === 0) return [];
  const { vocabulary } = column;
  if (codes.length > longList || vocabulary === null) {
    return [`#      scelle vocabulary ${vocabulary ?? ''}`.trimEnd()];
  }
  const words = vocabularies.get(vocabulary);
  const line = (language: Language) => (code: string) => words?.[code]?.[language] ?? code;
  return codes.map(code => `#      ${code}: ${line('en')(code)} / ${line('fr')(code)}`);
}
