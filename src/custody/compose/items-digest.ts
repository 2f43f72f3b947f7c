import { base64urlText, canonicalText, type JsonObject, sha256, utf8Bytes } from '../../log/index.js';

/** What one item event of a group says. */
export interface ItemStatement {
  readonly type: string;
  readonly form: number;
  readonly refs: readonly string[];
  /** Committed body, with or without `group`. */
  readonly body: JsonObject;
}

/**
 * `itemsDigest` of a group's body: b64u(SHA-256(JCS([{"body","form","refs","type"}, …]))) over its item events in
 * their order, `group` left out of each body. Subject and `seq` are in `items`; `actor` and `at` are the group's.
 */
export function digestOfItems(items: readonly ItemStatement[]): string {
  const stated = items.map(({ type, form, refs, body: { group: _, ...body } }) => ({
    body,
    form,
    refs: [...refs],
    type,
  }));
  return base64urlText(sha256(utf8Bytes(canonicalText(stated))));
}
