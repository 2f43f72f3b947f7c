import Type from 'typebox';
import { Nullable, words } from '../../custody/schema/described.js';

const Sha256 = Type.String({
  ...words('SHA-256, hexadecimal', 'SHA-256 en hexadécimal'),
  pattern: '^[0-9a-f]{64}$',
});

export const FileParameters = Type.Object({ sha256: Sha256 }, { additionalProperties: false });

export const FileSchema = Type.Object(
  {
    sha256: Sha256,
    size: Nullable(
      Type.Integer(words('Bytes, as the event says', "Octets, d'après l'acte")),
      words('Null for an SOP document', 'Null pour un document de procédure'),
    ),
    mediaType: Type.String(words('Media type, as the event says', "Type de média, d'après l'acte")),
    subject: Type.String(
      words('Subject of the first event that names it', "Sujet du premier acte qui l'indique"),
    ),
    eventId: Type.String(
      words('First event, of those shown, that names it', "Premier acte visible qui l'indique"),
    ),
    index: Type.Integer(words('Leaf index of that event', 'Rang de la feuille de cet acte')),
    stored: Nullable(
      Type.Object({
        size: Type.Integer(words('Bytes received', 'Octets reçus')),
        mediaType: Type.String(words('Media type said by who sent it', "Type de média indiqué à l'envoi")),
      }),
      words('What was uploaded; null: the file is owed', 'Ce qui a été reçu ; null : le fichier est attendu'),
    ),
  },
  { title: 'File', ...words('A file that an event names', 'Un fichier indiqué par un acte') },
);

export const fileExample = {
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  size: 2_400_117,
  mediaType: 'image/jpeg',
  subject: 'evidence/0192f3a0-0000-7000-8000-000000000001',
  eventId: 'bq3VQx5p0s8l9WnEBK1mF2hXyTzc7uJgRd4aOeN6kLI',
  index: 41,
  stored: null,
};
