import type { PlainAct } from '../../client/index.js';
import { currentRule } from '../../custody/catalogue.js';
import type { AnyEventRule } from '../../custody/rule.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { readJsonFile } from '../home.js';
import { UsageError } from '../usage-error.js';
import { type BodySources, type BoundFile, withDefaults } from './body.js';
import { withNamed } from './named.js';
import { pieceNamed } from './pieces.js';
import { completeTaken, type Parent } from './taken-items.js';

interface ItemSources extends Pick<BodySources, 'bindFile' | 'resolve' | 'eventAt'> {
  readonly rule: AnyEventRule;
  /** Of the act: when and where hold for its items too. */
  readonly body: JsonObject;
  /** What the act is about, where it begins items out of it. */
  readonly parent: Parent;
}

/**
 * The items of an act from a list of `{"subject": …, …}`, each an item by number or UUID, or a piece as
 * `<kind>/<UUID>`. As in the form of the act, what is left out and may be stands there as null or an empty list, and
 * a file may be named by its path, a subject by its name.
 */
export async function readItems(
  path: string,
  { rule, body, bindFile, resolve, eventAt, parent }: ItemSources,
): Promise<{ readonly items: NonNullable<PlainAct['items']>; readonly files: readonly BoundFile[] }> {
  const stored = await readJsonFile(path);
  const types = rule.itemTypes ?? [];
  if (types.length === 0) {
    throw new UsageError({
      en: 'this act is not about items: leave --items out',
      fr: 'cet acte ne porte pas sur des pièces : retirez --items',
    });
  }
  if (!Array.isArray(stored) || !stored.every(isJsonObject)) {
    throw new UsageError({
      en: `${path} holds no list of items: a JSON list of objects is expected`,
      fr: `${path} ne contient pas de liste de pièces : une liste JSON d'objets est attendue`,
    });
  }
  const { occurred, place } = body;
  const files: BoundFile[] = [];
  const bind = async (named: string): Promise<JsonObject> => {
    const { path: from, ...bound } = await bindFile(named);
    files.push({ ...bound, path: from });
    return bound;
  };
  const items = await Promise.all(
    stored.map(async (listed, position) => {
      const first = currentRule(types[0] ?? '')?.body ?? {};
      const { subject, type: own, ...item } = await completeTaken(listed, first, parent);
      const { kind, name } = pieceNamed(requireSubject(subject, path, position));
      const known = types.find(found => found.startsWith(`${kind}.`)) ?? `${kind}.${wordOf(types[0])}`;
      const type = typeof own === 'string' ? own : known;
      const schema = currentRule(type)?.body ?? {};
      const whole = withDefaults(schema, {
        ...(occurred === undefined ? {} : { occurred }),
        ...(place === undefined ? {} : { place }),
        ...item,
      });
      return {
        subject: `${kind}/${await resolve(kind, name)}`,
        type,
        body: (await withNamed(schema, whole, { bind, resolve, eventAt })) as JsonObject,
      };
    }),
  );
  return { items, files };
}

function requireSubject(subject: JsonValue | undefined, path: string, position: number): string {
  if (typeof subject === 'string') return subject;
  throw new UsageError({
    en: `${path}, item ${position + 1}: "subject" is needed: the item's number or UUID`,
    fr: `${path}, pièce ${position + 1} : « subject » est nécessaire : le numéro ou l'UUID de la pièce`,
  });
}

function wordOf(type = ''): string {
  return type.slice(type.indexOf('.') + 1);
}
