import Type from 'typebox';
import { Nullable, words } from '../../custody/schema/described.js';

const Supporting = (en: string, fr: string) =>
  Type.Array(
    Type.Object(
      {
        event: Type.String(words('The event', 'L’acte')),
        index: Type.Integer(words('Its place in the log', 'Son rang au journal')),
        officer: Type.String(words('Who signed it', 'Qui l’a signé')),
      },
      { title: 'Supporting', ...words('An event of another officer', 'Un acte d’un autre officier') },
    ),
    words(en, fr),
  );

/** Beside an event that a compromised key signed (log-format section 8): disputed, not void. */
export const DisputeSchema = Nullable(
  Type.Object(
    {
      revokedBy: Type.String(words('The revocation of its key', 'La révocation de sa clé')),
      since: Type.Integer(
        words(
          'Leaf index from which on events by the key are disputed',
          'Rang à partir duquel les actes de la clé sont contestés',
        ),
      ),
      support: Type.Object(
        {
          countersigned: Supporting('Countersignatures of the act', 'Contreseings de l’acte'),
          followed: Supporting(
            'Later events of its history, which sign the hash of all before them; the first ten',
            'Actes suivants de son historique, qui signent l’empreinte de tous les précédents ; les dix premiers',
          ),
          named: Supporting(
            'Later events of other histories that name it; the first ten',
            'Actes d’autres historiques qui le nomment ; les dix premiers',
          ),
          files: Type.Array(
            Type.String(),
            words('Files it binds that are there', 'Fichiers liés et présents'),
          ),
          cosignedAt: Nullable(
            Type.String(
              words('When a quorum of witnesses had seen it', 'Quand un quorum de témoins l’avait vu'),
            ),
          ),
        },
        {
          title: 'Support',
          ...words(
            'Independent evidence: people weigh it, nothing is cleared by it',
            'Éléments indépendants : à peser par des personnes, rien n’en est tranché',
          ),
        },
      ),
    },
    {
      title: 'Dispute',
      ...words('Signed by a key that was compromised', 'Signé par une clé compromise'),
    },
  ),
  words(
    'Disputed: signed by a key that was compromised; null: it is not',
    'Contesté : signé par une clé compromise ; null : il ne l’est pas',
  ),
);
