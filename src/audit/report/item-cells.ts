import { currentRule } from '../../custody/catalogue.js';
import type { Text } from '../../custody/text.js';
import { subCategoryWords } from '../../custody/vocabulary/materiel.js';
import type { SignedEvent } from '../../log/index.js';
import type { SignedAct } from './group-acts.js';
import type { Heading } from './headings.js';
import { memberOf, textOf } from './report-event.js';
import type { TableRow } from './table.js';

/** What an act says of an item to whoever reads no code: the columns, in the order of `itemCells`. */
export const itemColumns: readonly Heading[] = [
  'act in words',
  'category',
  'description',
  'outcome',
  'conditions',
];

/**
 * @param group the act of a group that the event is part of, or that it countersigns; undefined: the event alone
 */
export function itemCells({ type, body }: SignedEvent, group: SignedAct | undefined): TableRow {
  const category = textOf(memberOf(body, 'category').code);
  const subCategory = textOf(memberOf(body, 'subCategory').code);
  const known = subCategoryWords(category, subCategory);
  const { en, fr } = memberOf(body, 'description');
  const decision = type === 'evidence.release-decided' ? group : undefined;
  return [
    inWords(titleOf(type)),
    category === '' ? '' : `${category} ${known === undefined ? subCategory : inWords(known)}`,
    inWords({ en: textOf(en), fr: textOf(fr) }),
    decision?.outcome ?? '',
    decision?.conditions.join('; ') ?? '',
  ];
}

function titleOf(type: string): Text {
  if (type.endsWith('.countersigned')) return { en: 'Countersigned', fr: 'Contresigné' };
  return currentRule(type)?.title ?? { en: type, fr: type };
}

function inWords({ en, fr }: Text): string {
  return en === fr ? en : `${en} / ${fr}`;
}
