import { canonicalText } from '../../log/index.js';
import { currentRule } from '../catalogue.js';
import { digestOfItems, type ItemStatement } from '../compose/items-digest.js';
import type { Act, AnyEventRule, Circumstances } from '../rule.js';
import { refuse, refuseIf, type Violation } from '../violation.js';

/** Which item type goes with which group type, and that the item repeats when and where (section 10). */
export function checkItemOfGroup(act: Act, circumstances: Circumstances): readonly Violation[] {
  const { group } = circumstances;
  if (group === null) return [];
  const expected = currentRule(group.type)?.itemTypes ?? [];
  return [
    ...refuseIf(!expected.includes(act.type), 'group.item-type', '/type', {
      type: act.type,
      group: group.type,
      expected: expected.join(', '),
    }),
    ...refuseIf(
      !same(act.body.occurred, group.body.occurred) || !same(act.body.place, group.body.place),
      'group.circumstances-differ',
      '/body',
    ),
  ];
}

/** A group comes with its items; an item event never comes without its group. */
export function checkItemsPresent(
  act: Act,
  rule: AnyEventRule,
  circumstances: Circumstances,
  isItem: boolean,
): readonly Violation[] {
  if (rule.itemTypes !== undefined && rule.itemsOptional !== true && circumstances.items.length === 0) {
    return [refuse('group.items-missing', '/body/items', { type: act.type })];
  }
  return refuseIf(act.body.group !== undefined && !isItem, 'group.alone', '/body/group', {
    type: act.type,
  });
}

/**
 * The countersignatures stand on the group's event alone: by its digest they cover what the item events say, so
 * that a receipt's count, seals and condition are signed by both sides (RQ-20, E20).
 */
export function checkItemsDigest(
  act: Pick<Act, 'body'>,
  { items }: { readonly items: readonly ItemStatement[] },
): readonly Violation[] {
  const { itemsDigest } = act.body;
  return refuseIf(
    itemsDigest !== undefined && itemsDigest !== digestOfItems(items),
    'group.items-digest',
    '/body/itemsDigest',
  );
}

function same(left: Act['body'][string] | undefined, right: Act['body'][string] | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return canonicalText(left) === canonicalText(right);
}
