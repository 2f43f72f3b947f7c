import Type from 'typebox';
import { ExportScope } from '../../custody/export/scope.js';
import { Code, Count, Exactly, Flag, Line, List, Prose, words } from '../../custody/schema/described.js';

const largest = 2 ** 53 - 1;

const asked = {
  scope: ExportScope,
  recipient: Line('For whom it is made', 'Pour qui il est fait'),
  purpose: Prose('What it is made for', 'À quelles fins', 2000),
  withheldIncluded: Flag(
    'Hand over withheld claims too? Only where the procedure grants them with exports',
    'Communiquer aussi les éléments réservés ? Seulement si la procédure les accorde avec les extraits',
  ),
};

const Since = Type.Union([
  Count('An earlier size', 'Une taille antérieure', { min: 1, max: largest }),
  Type.String({
    ...words('The signed note of an earlier checkpoint', "La note signée d'un point de contrôle antérieur"),
    minLength: 1,
    maxLength: 20_000,
  }),
]);

export const ExportRequestSchema = Exactly(
  {
    ...asked,
    since: Type.Optional(
      List(
        Since,
        'Earlier checkpoints that the recipient holds: a proof of consistency from each goes along',
        'Points de contrôle antérieurs que détient le destinataire : une preuve de cohérence est jointe pour chacun',
        { max: 20 },
      ),
    ),
  },
  words('What is ordered', 'Ce qui est commandé'),
);

const count = (en: string, fr: string) => Count(en, fr, { max: largest });

export const ExportOrderSchema = Type.Object(
  {
    id: Type.String({ ...words('UUID of the order', 'UUID de la commande'), format: 'uuid' }),
    subject: Type.String(
      words('Subject of the event that an officer signs for it', "Sujet de l'acte qu'un officier signe"),
    ),
    ...asked,
    since: Type.Array(
      Type.Integer(words('An earlier size', 'Une taille antérieure')),
      words(
        'Sizes from which a proof of consistency goes along',
        'Tailles dont une preuve de cohérence est jointe',
      ),
    ),
    size: count('Leaves of the tree it is an export of', "Feuilles de l'arbre dont il est l'extrait"),
    root: Type.String(words('Root of that tree, base64', 'Racine de cet arbre, en base64')),
    hash: Type.String(
      words(
        'SHA-256 of its tagmanifest-sha256.txt, hexadecimal: the same for folder and ZIP',
        'SHA-256 de son tagmanifest-sha256.txt, en hexadécimal : le même pour dossier et ZIP',
      ),
    ),
    counts: Type.Object(
      {
        events: count('Acts inside', 'Actes contenus'),
        subjects: count('Subjects inside', 'Sujets contenus'),
        files: count('Files inside', 'Fichiers contenus'),
        filesMissing: count('Files that acts inside name and that are not inside', 'Fichiers manquants'),
        withheld: count('Claims that are not handed over', 'Éléments non communiqués'),
        disclosed: count('Withheld claims that are handed over', 'Éléments réservés communiqués'),
        bytes: count(
          'Bytes of all its files; its ZIP is a little more',
          'Octets de tous ses fichiers ; son ZIP en a un peu plus',
        ),
      },
      words('How much is inside', 'Ce que contient'),
    ),
    cosigned: Code(
      ['NO_QUORUM_ASKED', 'QUORUM', 'NO_QUORUM'],
      'Have witnesses cosigned its checkpoint, as many as the policy asks for?',
      'Des témoins ont-ils cosigné son point de contrôle, en nombre suffisant pour la politique ?',
    ),
    stamped: Code(
      ['NO_AUTHORITY', 'STAMPED', 'NOT_STAMPED'],
      'Is its checkpoint time-stamped (RFC 3161), where the service has an authority?',
      'Son point de contrôle est-il horodaté (RFC 3161), si le service a une autorité ?',
    ),
  },
  { title: 'ExportOrder', ...words('An export that was ordered', 'Un extrait commandé') },
);

const scope = { kind: 'LOG', incident: null, item: null, custodian: null, from: null, until: null };
const askedExample = {
  scope,
  recipient: 'DEMO-OVERSIGHT',
  purpose: 'DEMO: yearly audit',
  withheldIncluded: false,
};

export const exportOrderExample = {
  id: '0192f3a0-0000-7000-8000-000000000009',
  subject: 'export/0192f3a0-0000-7000-8000-000000000009',
  ...askedExample,
  since: [512],
  size: 603,
  root: 'h0LPY1d1H6EmIBjx7iotzFwBZU3P+1WVtWaihvom4X4=',
  hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  counts: {
    events: 603,
    subjects: 143,
    files: 48,
    filesMissing: 0,
    withheld: 61,
    disclosed: 0,
    bytes: 4_831_022,
  },
  cosigned: 'QUORUM',
  stamped: 'STAMPED',
};
