import Type from 'typebox';
import { ExportScope } from '../../custody/export/scope.js';
import { Code, Count, Exactly, Flag, Line, Prose, words } from '../../custody/schema/described.js';

export const ExportRequestSchema = Exactly(
  {
    scope: ExportScope,
    recipient: Line('For whom it is made', 'Pour qui il est fait'),
    purpose: Prose('What it is made for', 'À quelles fins', 2000),
    withheldIncluded: Flag(
      'Hand over withheld claims too? Only where the procedure grants them with exports',
      'Communiquer aussi les éléments réservés ? Seulement si la procédure les accorde avec les extraits',
    ),
  },
  words('What is ordered', 'Ce qui est commandé'),
);

const largest = 2 ** 53 - 1;
const count = (en: string, fr: string) => Count(en, fr, { max: largest });

export const ExportOrderSchema = Type.Object(
  {
    id: Type.String({ ...words('UUID of the order', 'UUID de la commande'), format: 'uuid' }),
    subject: Type.String(
      words('Subject of the event that an officer signs for it', "Sujet de l'acte qu'un officier signe"),
    ),
    ...ExportRequestSchema.properties,
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
      },
      words('How much is inside', 'Ce que contient'),
    ),
    cosigned: Code(
      ['NO_QUORUM_ASKED', 'QUORUM', 'NO_QUORUM'],
      'Have witnesses cosigned its checkpoint, as many as the policy asks for?',
      'Des témoins ont-ils cosigné son point de contrôle, en nombre suffisant pour la politique ?',
    ),
  },
  { title: 'ExportOrder', ...words('An export that was ordered', 'Un extrait commandé') },
);

const scope = { kind: 'LOG', incident: null, item: null, custodian: null, from: null, until: null };
const asked = {
  scope,
  recipient: 'DEMO-OVERSIGHT',
  purpose: 'DEMO: yearly audit',
  withheldIncluded: false,
};

export const exportOrderExample = {
  id: '0192f3a0-0000-7000-8000-000000000009',
  subject: 'export/0192f3a0-0000-7000-8000-000000000009',
  ...asked,
  size: 603,
  root: 'h0LPY1d1H6EmIBjx7iotzFwBZU3P+1WVtWaihvom4X4=',
  hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  counts: { events: 603, subjects: 143, files: 48, filesMissing: 0, withheld: 61, disclosed: 0 },
  cosigned: 'QUORUM',
};
