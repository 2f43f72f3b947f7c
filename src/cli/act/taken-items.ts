import { inheritanceOf } from '../../custody/evidence/record/inheritance.js';
import type { EvidenceState } from '../../custody/evidence/state.js';
import type { TSchema } from '../../custody/schema/described.js';
import type { JsonObject } from '../../log/index.js';
import { UsageError } from '../usage-error.js';

/** What an act that begins items out of another one knows of itself. */
export interface Parent {
  /** `evidence/<UUID>`: the item they are taken from. */
  readonly subject: string;
  /** The examination it is done for; undefined where the form has none. */
  readonly examination: JsonObject[string] | undefined;
  /** The item's record as the service or the device has it; undefined where it may not be read. */
  readonly state: () => Promise<EvidenceState | undefined>;
  readonly newId: () => string;
}

/**
 * An item taken from another (RQ-02): under a new UUID where none was given, with what it has from its parent as the
 * parent's record says. The rules compare it with the record again; who signs is shown it.
 * @param schema of the item's form; one without `inherits` begins no item from another, and is left as it is
 * @throws UsageError where the record of the parent cannot be read
 */
export async function completeTaken(
  item: JsonObject,
  schema: TSchema,
  { subject, examination, state, newId }: Parent,
): Promise<JsonObject> {
  const { properties = {} } = schema as { readonly properties?: Record<string, TSchema> };
  const { inherits } = properties;
  if (inherits === undefined) return item;
  return {
    subject: `evidence/${newId()}`,
    parent: subject.slice('evidence/'.length),
    ...('examination' in properties && examination !== undefined ? { examination } : {}),
    ...(item.inherits === undefined ? { inherits: partOf(await requireState(state), inherits) } : {}),
    ...item,
  };
}

/** Of what a part has from its parent, what its form has. */
function partOf(state: EvidenceState, schema: TSchema): JsonObject {
  const { properties = {} } = schema as { readonly properties?: object };
  const members = Object.entries(inheritanceOf(state)).filter(([name]) => Object.hasOwn(properties, name));
  return Object.fromEntries(members);
}

async function requireState(read: Parent['state']): Promise<EvidenceState> {
  const state = await read();
  if (state !== undefined) return state;
  throw new UsageError({
    en: 'the record of the item they are taken from cannot be read here: hold it, or take it along (scelle outbox prepare), or give "inherits" in --items',
    fr: 'le dossier de la pièce d’origine ne peut être lu ici : détenez-la, ou emportez-la (scelle outbox prepare), ou donnez « inherits » dans --items',
  });
}
