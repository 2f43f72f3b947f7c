import Type, { type TSchema } from 'typebox';
import { rulesOfAllForms } from '../../custody/catalogue.js';
import { Jwk } from '../../custody/officer/events/key-registered.js';
import type { AnyEventRule } from '../../custody/rule.js';
import { Exactly, Line, words } from '../../custody/schema/described.js';
import { GazetteerPlace } from '../../custody/schema/gazetteer.js';
import { EventId } from '../../custody/schema/identifiers.js';
import { Occurred, Override, Place } from '../../custody/schema/occurrence.js';
import type { JsonObject } from '../../log/index.js';
import { mapSchema } from './walk-schema.js';

/** Name of the component that holds the body of a type in one form. */
export function bodyComponent(type: string, form: number): string {
  return `${type}.v${form}`;
}

/** Parts that many bodies share, as components of their own. */
const shared = new Map<object, string>([
  [Occurred, 'Occurred'],
  [Place, 'Place'],
  [Override, 'GateOverride'],
  [GazetteerPlace, 'GazetteerPlace'],
  [Jwk, 'Jwk'],
]);

function named(body: TSchema): JsonObject {
  return mapSchema(body as unknown as JsonObject, (changed, original) => {
    const title = shared.get(original);
    return title === undefined ? changed : { ...changed, title };
  }) as JsonObject;
}

/** The body of an event type under its name, with the words of its act. */
export function bodyOf({ type, form, title, body, source }: AnyEventRule): JsonObject {
  return {
    ...named(body),
    title: bodyComponent(type, form),
    ...words(`${title.en} (${source})`, `${title.fr} (${source})`),
  };
}

const eventBodies: readonly JsonObject[] = rulesOfAllForms.map(bodyOf);

/** `<kind>.countersigned` of every kind (log-format section 10). */
const Countersignature = Exactly(
  {
    eventId: EventId('Act that is countersigned', 'Acte contresigné'),
    as: Line('In which capacity, e.g. witness', 'En quelle qualité, p. ex. témoin', 40),
  },
  words('Countersignature (log-format section 10)', 'Contreseing (format du journal, section 10)'),
);

/** The body of any event, as it was signed: withheld claims are digests. */
export const AnyEventBody = Type.Unsafe<JsonObject>({
  ...words(
    'Its schema is the component `<type>.v<form>`, e.g. `evidence.collected.v1`',
    'Son schéma est le composant `<type>.v<forme>`, p. ex. `evidence.collected.v1`',
  ),
  anyOf: [...eventBodies, { ...Countersignature, title: bodyComponent('countersigned', 1) }],
});
