import {
  canonicalText,
  collectDigests,
  disclosureDigest,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  makeDisclosure,
} from '../../log/index.js';
import { eventRule } from '../catalogue.js';
import { isWithheld } from '../schema/withheld.js';

/** A body ready to be signed, and the disclosures that go with it. */
export interface CommittedBody {
  readonly body: JsonObject;
  readonly disclosures: readonly string[];
}

/**
 * Puts a digest in place of every value that the body's schema withholds (log-format section 2). A value that
 * is a digest already stays. `newSalt` gives 16 random bytes or more, others each time.
 */
export function withholdClaims(
  type: string,
  form: number,
  body: JsonObject,
  newSalt: () => Uint8Array,
): CommittedBody {
  const schema = eventRule(type, form)?.body;
  const disclosures: string[] = [];
  const commit = (value: JsonValue): JsonValue => {
    const disclosure = makeDisclosure(newSalt(), value);
    disclosures.push(disclosure);
    return { _sd: disclosureDigest(disclosure) };
  };
  const committed = schema === undefined ? body : replaceWithheld(schema, body, commit);
  return { body: committed as JsonObject, disclosures };
}

/**
 * The same for an item event of a group, which repeats where the group's act took place: by the commitment of the
 * group, not by another of its own, so that it can be seen to be the same place without knowing which.
 * @param group the body of the group's event, in clear and committed
 */
export function withholdItemClaims(
  type: string,
  form: number,
  body: JsonObject,
  group: { readonly plain: JsonObject; readonly committed: CommittedBody },
  newSalt: () => Uint8Array,
): CommittedBody {
  const { place } = group.committed.body;
  const same = place !== undefined && isSame(body.place, group.plain.place);
  const own = withholdClaims(type, form, same ? { ...body, place } : body, newSalt);
  if (!same) return own;
  const repeated = new Set(collectDigests({ place }).map(({ digest }) => digest));
  const shared = group.committed.disclosures.filter(text => repeated.has(disclosureDigest(text)));
  return { body: own.body, disclosures: [...own.disclosures, ...shared] };
}

function isSame(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  return left !== undefined && right !== undefined && canonicalText(left) === canonicalText(right);
}

function replaceWithheld(
  schema: object,
  value: JsonValue,
  commit: (value: JsonValue) => JsonValue,
): JsonValue {
  const node = schema as Record<string, unknown>;
  if (node['x-withheld'] !== undefined) return isWithheld(value) ? value : commit(value);
  const options = node.anyOf;
  if (Array.isArray(options) && value !== null) {
    return options.reduce<JsonValue>((kept, option) => replaceWithheld(option, kept, commit), value);
  }
  const { items, properties } = node;
  if (Array.isArray(value) && typeof items === 'object' && items !== null) {
    return value.map(item => replaceWithheld(items, item, commit));
  }
  if (!isJsonObject(value) || typeof properties !== 'object' || properties === null) return value;
  const known = properties as Record<string, object>;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const inner = Object.hasOwn(known, name) ? known[name] : undefined;
      return [name, inner === undefined ? member : replaceWithheld(inner, member, commit)];
    }),
  );
}
