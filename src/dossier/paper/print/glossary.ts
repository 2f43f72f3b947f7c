import type { Text } from '../../../custody/text.js';
import type { Bilingual } from '../words.js';
import type { Block } from './block.js';
import { glossaryTerms } from './glossary-terms.js';
import { heading } from './told.js';

/** The terms that the blocks really use: a reader looks up what he met. */
export function glossary(printed: readonly Block[]): readonly Block[] {
  const text = textOf(printed).toLowerCase();
  const used = glossaryTerms.filter(term => formsOf(term).some(form => isUsed(form, text)));
  return [
    heading(1, 'Glossaire', 'Glossary'),
    {
      kind: 'table',
      columns: [
        { title: { fr: 'Français', en: null }, width: 1 },
        { title: { fr: 'Anglais', en: 'English' }, width: 1 },
      ],
      rows: used.map(({ fr, en }) => ({ cells: [[{ fr }], [{ fr: en }]] })),
    },
  ];
}

/** `procès-verbal (PV)` is met as `procès-verbal`; `a / b` as `a` or as `b`. */
function formsOf({ fr }: Text): readonly string[] {
  return fr
    .replaceAll(/\([^)]*\)/g, '')
    .split(/[/;,]/)
    .map(form => form.trim().toLowerCase())
    .filter(form => form.length > 3);
}

function isUsed(form: string, text: string): boolean {
  let at = text.indexOf(form);
  while (at >= 0) {
    const after = text.slice(at + form.length, at + form.length + 2);
    if (!isLetter(text[at - 1]) && (!isLetter(after[0]) || /^[sx](?!\p{L})/u.test(after))) return true;
    at = text.indexOf(form, at + 1);
  }
  return false;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character);
}

/** Every French text of the blocks. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  const { fr } = value as Partial<Bilingual>;
  return [typeof fr === 'string' ? fr : '', ...Object.values(value).map(textOf)].join('\n');
}
