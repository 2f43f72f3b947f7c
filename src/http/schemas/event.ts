import Type from 'typebox';
import { Nullable, words } from '../../custody/schema/described.js';
import { AnyEventBody } from '../openapi/event-bodies.js';
import { CorrectedBySchema } from './correction.js';
import { DisputeSchema } from './dispute.js';
import { eventExample } from './examples/event.js';

const ClaimSchema = Type.Object(
  {
    pointer: Type.String(words('JSON pointer into the body', 'Pointeur JSON dans le corps')),
    digest: Type.String(words('Digest that stands there', 'Empreinte qui y figure')),
    status: Type.Enum(
      ['disclosed', 'withheld', 'erased', 'missing'],
      words(
        'Shown, kept back from this reader, erased for good by an act, or missing without one',
        'Montré, réservé, effacé définitivement par un acte, ou manquant sans acte',
      ),
    ),
    value: Type.Optional(
      Type.Unknown(words('The value, where it is shown', 'La valeur, si elle est montrée')),
    ),
    disclosure: Type.Optional(Type.String(words('What proves the value', 'Ce qui prouve la valeur'))),
  },
  { title: 'Claim', ...words('A claim that may have to be withheld', 'Un élément réservable') },
);

export const EventSchema = Type.Object(
  {
    index: Type.Integer(words('Leaf index', 'Rang de la feuille')),
    receivedAt: Type.String({ ...words('Time received', 'Heure de réception'), format: 'date-time' }),
    eventId: Type.String(words('Event', 'Acte')),
    subject: Type.String(words('Subject', 'Sujet')),
    seq: Type.Integer(words("Position in the subject's history", "Rang dans l'historique du sujet")),
    prev: Nullable(Type.String(words('Event before', 'Acte précédent'))),
    type: Type.String(words('Type', 'Type')),
    form: Type.Integer(words('Form of the body', 'Forme du corps')),
    actor: Type.Object(
      {
        officer: Type.String(words('Officer', 'Officier')),
        role: Type.String(words('Role', 'Rôle')),
      },
      words('Who signed, in which capacity', 'Qui a signé, en quelle qualité'),
    ),
    kid: Type.String(words('Key', 'Clé')),
    at: Type.String({
      ...words('Time the signer claims', 'Heure indiquée par le signataire'),
      format: 'date-time',
    }),
    refs: Type.Array(Type.String(), words('Events it relies on', 'Actes sur lesquels il s’appuie')),
    body: AnyEventBody,
    correctedBy: CorrectedBySchema,
    disputed: DisputeSchema,
    jws: Type.String(words('The statement as it was signed', 'La déclaration telle que signée')),
    claims: Type.Array(
      ClaimSchema,
      words('What stands in the body as a digest', 'Ce qui figure comme empreinte'),
    ),
  },
  {
    title: 'Event',
    ...words('A signed statement', 'Une déclaration signée'),
    examples: [eventExample],
  },
);
