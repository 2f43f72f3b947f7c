import Type from 'typebox';
import { builtBody } from '../../custody/dossier/events/built.js';
import { Code, Exactly, Line, List, Nullable, words } from '../../custody/schema/described.js';
import { IdOf } from '../../custody/schema/identifiers.js';
import { dossierContents } from '../../custody/vocabulary/dossiers.js';
import { codesOf } from '../../custody/vocabulary/vocabulary.js';
import { ExportOrderSchema } from './export.js';

const Language = Type.String({
  ...words('Language, two or three letters', 'Langue, deux ou trois lettres'),
  pattern: '^[a-z]{2,3}$',
});

const languages = List(
  Language,
  'Languages, the language of the court first',
  'Langues, celle de la juridiction en premier',
  { min: 1, max: 10 },
);

export const DossierRequestSchema = Exactly(
  {
    release: IdOf('release', 'The release that it is made from', "L'autorisation dont il est tiré"),
    contents: Code(codesOf(dossierContents), 'Originals, copies or a summary', 'Originaux, copies ou résumé'),
    languages: Type.Optional(languages),
    follows: Type.Optional(
      Nullable(
        IdOf(
          'dossier',
          'The dossier that it replaces (of the same release) or adds to (of another)',
          "Le dossier qu'il remplace (même autorisation) ou complète (autre autorisation)",
        ),
      ),
    ),
    number: Type.Optional(
      Nullable(
        Line(
          'Its number; null: that of the dossier it follows, else of the release',
          "Son numéro ; null : celui du dossier qu'il suit, sinon de l'autorisation",
          60,
        ),
      ),
    ),
  },
  words('What is to be built', 'Ce qui doit être établi'),
);

const { events, subjects, files, withheld, filesMissing, bytes } =
  ExportOrderSchema.properties.counts.properties;
const { occurred: _, place: _1, lateEntry: _2, overrides: _3, counts: _4, ...stated } = builtBody.properties;

export const DossierOrderSchema = Type.Object(
  {
    id: Type.String({ ...words('UUID of the dossier', 'UUID du dossier'), format: 'uuid' }),
    subject: Type.String(
      words('Subject of the event that an officer signs for it', "Sujet de l'acte qu'un officier signe"),
    ),
    ...stated,
    counts: Type.Object(
      { events, subjects, files, withheld, filesMissing, bytes },
      words('How much is inside', 'Ce que contient'),
    ),
    missing: Type.Array(
      Type.String(words('SHA-256, hexadecimal', 'SHA-256 en hexadécimal')),
      words(
        'Files of the pieces that are owed, gone or altered: the dossier says so of each',
        'Fichiers des pièces dus, disparus ou altérés : le dossier le dit de chacun',
      ),
    ),
    cosigned: ExportOrderSchema.properties.cosigned,
    stamped: ExportOrderSchema.properties.stamped,
  },
  { title: 'DossierOrder', ...words('A dossier that was built', 'Un dossier établi') },
);

const item = 'evidence/0192f3a0-0000-7000-8000-000000000011';

export const dossierOrderExample = {
  id: '0192f3a0-0000-7000-8000-00000000000d',
  subject: 'dossier/0192f3a0-0000-7000-8000-00000000000d',
  number: 'DEMO-RELEASE-1',
  version: 1,
  follows: null,
  release: '0192f3a0-0000-7000-8000-00000000000e',
  recipientUnit: '0192f3a0-0000-7000-8000-00000000000f',
  proceedings: 'DEMO-PROCEEDINGS-1',
  contents: 'ORIGINALS',
  languages: ['fr', 'en'],
  size: 603,
  root: 'h0LPY1d1H6EmIBjx7iotzFwBZU3P+1WVtWaihvom4X4=',
  hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  piecesHash: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
  pieces: [item],
  redactions: [{ piece: item, claims: 1, files: 1 }],
  counts: { events: 87, subjects: 31, files: 4, withheld: 9, filesMissing: 0, bytes: 731_022 },
  missing: [],
  cosigned: 'QUORUM',
  stamped: 'STAMPED',
};
