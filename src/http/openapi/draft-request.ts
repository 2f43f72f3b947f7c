import { catalogue, currentRule, itemTypes } from '../../custody/catalogue.js';
import type { AnyEventRule } from '../../custody/rule.js';
import { words } from '../../custody/schema/described.js';
import type { JsonObject } from '../../log/index.js';
import { atMember, CountersignerSchema, eventMembers, SignerSchema } from '../schemas/draft.js';
import { assignedBody } from '../schemas/examples/event.js';
import { bodyComponent, bodyOf } from './event-bodies.js';

/** Name of the component for the draft of one type. */
function draftComponent({ type, form }: AnyEventRule): string {
  return `${bodyComponent(type, form)}.draft`;
}

/** Members common to an act and to the event of an item, for one type. */
function membersOf(rule: AnyEventRule): JsonObject {
  return {
    subject: { ...plain(eventMembers.subject), pattern: `^${kindOf(rule)}/[0-9a-f-]{36}$` },
    type: { const: rule.type, ...words('Type of the event', "Type d'acte") },
    form: { const: rule.form, ...words('Form of the body', 'Forme du corps') },
    refs: plain(eventMembers.refs),
  };
}

/** `body.group` of an item, `body.items` and `body.itemsDigest` of a group are filled in. */
function draftBody(rule: AnyEventRule): JsonObject {
  const body = bodyOf(rule);
  const filled = rule.itemTypes === undefined ? ['group'] : ['group', 'items', 'itemsDigest'];
  const properties = body.properties as JsonObject;
  if (!filled.some(name => Object.hasOwn(properties, name))) return body;
  const { title: _title, ...rest } = body;
  return {
    ...rest,
    required: (body.required as readonly string[]).filter(name => !filled.includes(name)),
  };
}

function itemOf(type: string): JsonObject {
  const rule = currentRule(type);
  if (rule === undefined) throw new Error(`${type} is no event type`);
  return closedObject({ ...membersOf(rule), body: draftBody(rule) }, draftComponent(rule), rule.title);
}

function draftOf(rule: AnyEventRule): JsonObject {
  const items = (rule.itemTypes ?? []).map(itemOf);
  return closedObject(
    {
      ...membersOf(rule),
      at: plain(atMember),
      signer: plain(SignerSchema),
      body: draftBody(rule),
      countersigners: {
        type: 'array',
        items: plain(CountersignerSchema),
        maxItems: 20,
        ...words('Who will countersign, in order', "Qui contresignera, dans l'ordre"),
      },
      items: {
        type: 'array',
        ...itemsOf(items),
        ...words("The group's items, in order", "Pièces du groupe, dans l'ordre"),
      },
    },
    draftComponent(rule),
    rule.title,
  );
}

function itemsOf([first, ...others]: readonly JsonObject[]): JsonObject {
  if (first === undefined) return { maxItems: 0 };
  return { items: others.length === 0 ? first : { anyOf: [first, ...others] }, maxItems: 500 };
}

function closedObject(properties: JsonObject, title: string, { en, fr }: AnyEventRule['title']): JsonObject {
  return {
    title,
    type: 'object',
    ...words(en, fr),
    required: Object.keys(properties),
    properties,
    additionalProperties: false,
  };
}

function plain(schema: object): JsonObject {
  return { ...schema } as JsonObject;
}

function kindOf({ type }: AnyEventRule): string {
  return type.slice(0, type.indexOf('.'));
}

const acts = catalogue.flatMap(({ events }) => events).filter(({ type }) => !itemTypes.has(type));

/** The body of `POST /v1/drafts` as the document shows it: an act of one of the types, told apart by `type`. */
export const DocumentedDraftRequest: JsonObject = {
  title: 'DraftRequest',
  type: 'object',
  ...words('Acts to be drafted', 'Actes à préparer'),
  required: ['acts'],
  properties: {
    acts: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      ...words('In order; they become one batch', "Dans l'ordre ; ils forment un lot"),
      items: {
        oneOf: acts.map(draftOf),
        discriminator: {
          propertyName: 'type',
          mapping: Object.fromEntries(
            acts.map(rule => [rule.type, `#/components/schemas/${draftComponent(rule)}`]),
          ),
        },
      },
    },
  },
  additionalProperties: false,
  examples: [
    {
      acts: [
        {
          subject: 'incident/0192f3a0-0000-7000-8000-000000000001',
          type: 'incident.assigned',
          form: 1,
          at: '2021-04-02T09:12:00Z',
          signer: {
            officer: '0192f3a0-0000-7000-8000-000000000002',
            role: 'CASE',
            kid: 'u7sN1oFq2c0cWq9y3mYc3h4wT6vRk8LxZ5pJb0aGdEU',
            alg: 'ES256',
          },
          refs: [],
          body: assignedBody,
          countersigners: [],
          items: [],
        },
      ],
    },
  ],
};
