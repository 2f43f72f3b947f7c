import type { Act } from '../rule.js';
import type { Static, TSchema } from '../schema/described.js';

/** `Circumstances` or `LogWideFacts` of an item event. */
interface OfGroup {
  readonly group: Act | null;
}

/**
 * The body of the group's event, where one of its item events is judged. The judge has checked it against its
 * schema, and that a group of this type brings items of the type at hand.
 */
export function groupBody<Body extends TSchema>(_schema: Body, { group }: OfGroup): Static<Body> {
  if (group === null) throw new Error('an item event was judged without its group');
  return group.body as unknown as Static<Body>;
}

/** UUID of the group's subject: the transfer, release or package an item event belongs to. */
export function groupId({ group }: OfGroup): string {
  if (group === null) throw new Error('an item event was judged without its group');
  return group.id;
}
