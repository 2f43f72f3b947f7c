import Type, { type Static } from 'typebox';
import { words } from '../../custody/schema/described.js';
import type { JsonObject } from '../../log/index.js';
import { ViolationSchema } from './problem.js';

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const closed = { additionalProperties: false } as const;

const signerMembers = {
  officer: Type.String({ ...words('Officer who will sign', 'Officier qui signera'), pattern: `^${uuid}$` }),
  role: Type.String({ ...words('In which role', 'En quelle qualité'), pattern: '^[A-Z-]{2,10}$' }),
  kid: Type.String({ ...words('Key he will sign with', 'Clé de signature'), pattern: '^[A-Za-z0-9_-]{43}$' }),
  alg: Type.Enum(['ES256', 'ES384', 'Ed25519'], words('Algorithm of the key', 'Algorithme de la clé')),
};

export const SignerSchema = Type.Object(signerMembers, {
  ...closed,
  title: 'Signer',
  ...words('Who will sign', 'Qui signera'),
});

export const CountersignerSchema = Type.Object(
  {
    ...signerMembers,
    as: Type.String({
      ...words('In which capacity, e.g. witness', 'À quel titre, p. ex. témoin'),
      pattern: '^[a-z-]{1,40}$',
    }),
  },
  { ...closed, title: 'Countersigner', ...words('Who will countersign', 'Qui contresignera') },
);

/** Members that say what an event is about, apart from its body. */
export const eventMembers = {
  subject: Type.String({
    ...words('`<kind>/<UUID>`', '`<nature>/<UUID>`'),
    pattern: `^[a-z]{1,20}/${uuid}$`,
  }),
  type: Type.String({
    ...words('Type of the event', "Type d'acte"),
    pattern: '^[a-z]{1,20}\\.[a-z-]{1,60}$',
  }),
  form: Type.Integer({ ...words('Form of the body', 'Forme du corps'), minimum: 1, maximum: 100 }),
  refs: Type.Array(Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }), {
    ...words(
      'Events it relies on, beside those its body names, which are filled in',
      'Actes sur lesquels il s’appuie, outre ceux que cite son corps, qui sont ajoutés',
    ),
    maxItems: 1000,
  }),
};

const Body = Type.Unsafe<JsonObject>({ type: 'object' });

const DraftItemSchema = Type.Object({ ...eventMembers, body: Body }, closed);

export const atMember = Type.String({
  ...words('Time the signer claims', 'Heure indiquée par le signataire'),
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$',
});

/** How the service checks a request: what a body must hold is said by the rules, in the reader's language. */
export const DraftRequest = Type.Object(
  {
    acts: Type.Array(
      Type.Object(
        {
          ...eventMembers,
          at: atMember,
          signer: SignerSchema,
          body: Body,
          countersigners: Type.Array(CountersignerSchema, { maxItems: 20 }),
          items: Type.Array(DraftItemSchema, { maxItems: 500 }),
        },
        closed,
      ),
      { minItems: 1, maxItems: 100 },
    ),
  },
  closed,
);

export type DraftRequested = Static<typeof DraftRequest>;

const DraftedEvent = Type.Object(
  {
    payload: Type.Unsafe<JsonObject>({
      type: 'object',
      ...words('What would be signed (log format, section 1)', 'Ce qui serait signé (section 1)'),
    }),
    kid: Type.String(words('Key that has to sign', 'Clé qui doit signer')),
    alg: Type.String(words('Algorithm of the key', 'Algorithme de la clé')),
    signingInput: Type.String(
      words('Header and JCS form of the payload, base64url', 'En-tête et contenu sous forme JCS, base64url'),
    ),
    eventId: Type.String(words('SHA-256 of the signing input', 'SHA-256 de ce qui est signé')),
  },
  { title: 'DraftedEvent', ...words('An event that lacks only its signature', 'Un acte à signer') },
);

export const DraftAnswer = Type.Object(
  {
    events: Type.Array(DraftedEvent, words('In the order of the batch', "Dans l'ordre du lot")),
    verdict: Type.Enum(
      ['would-be-accepted', 'would-be-refused', 'cannot-tell'],
      words(
        'What the rules would say now, on what the reader may read',
        'Ce que diraient les règles, sur ce que le lecteur peut lire',
      ),
    ),
    violations: Type.Array(
      ViolationSchema,
      words('With would-be-refused', 'Avec would-be-refused : les règles qui s’opposent'),
    ),
    unreadable: Type.Array(
      Type.String(),
      words(
        'With cannot-tell: subjects that have a say and may not be read',
        'Avec cannot-tell : sujets qui comptent et ne peuvent être lus',
      ),
    ),
  },
  {
    title: 'Draft',
    ...words('Acts in their place, to be compared and signed', 'Actes à leur place, à comparer puis signer'),
  },
);
