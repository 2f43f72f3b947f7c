import Type from 'typebox';
import { Nullable, words } from '../../custody/schema/described.js';
import { MaybeShown, Shown, Uuid } from '../../store/readers/fields.js';

const Count = (en: string, fr: string) => Type.Integer({ ...words(en, fr), minimum: 0 });

const Telling = (en: string, fr: string) =>
  Type.Object(
    { en: Shown('In English', 'En anglais'), fr: Shown('In French', 'En français') },
    words(en, fr),
  );

const Acts = Type.Array(
  Type.Object({
    leaf: Count('Leaf', 'Feuille'),
    type: Shown('Type of the act', "Type de l'acte"),
    at: Shown(
      'When it happened, as stated; else when it was signed',
      "Quand il eut lieu, selon l'acte ; à défaut, sa signature",
    ),
  }),
  words('Its acts, as they were signed', 'Ses actes, tels que signés'),
);

const Open = Type.Array(
  Type.Object(
    {
      label: Telling('Member, in the words of the form', 'Élément, dans les termes du formulaire'),
      told: Telling('What it says; a code in words', 'Ce qu’il dit ; un code en clair'),
      value: Type.Unknown(words('As it stands in the act', "Tel qu'il figure à l'acte")),
      said: Type.Array(
        Type.Object({
          leaf: Count('Leaf of the act', "Feuille de l'acte"),
          pointer: Shown('JSON pointer inside the body', 'Pointeur JSON dans le corps'),
        }),
        words('Every act that says it', 'Chaque acte qui le dit'),
      ),
    },
    { title: 'SaidInTheClear' },
  ),
  words(
    'What its acts say in the clear, once for each value, without identifiers, hashes and keys',
    'Ce que ses actes disent en clair, une fois par valeur, sans identifiants, empreintes ni clés',
  ),
);

const Piece = Type.Object(
  {
    place: Count('Its number in the dossier', 'Son numéro au dossier'),
    piece: Shown('Piece, `<kind>/<UUID>`', 'Pièce, `<genre>/<UUID>`'),
    number: Shown('As people call it', 'Son numéro'),
    as: MaybeShown('As what it goes', 'Sous quelle forme'),
    status: Shown('What was decided of it', 'Ce qui en fut décidé'),
    classification: MaybeShown(
      'Highest level of it and of its parts that leave; null: it bears none',
      'Niveau le plus élevé de la pièce et de ses parties qui partent ; null : aucun',
    ),
    acts: Acts,
    open: Open,
    files: Type.Array(Type.String(), words('Files that go, by SHA-256', 'Fichiers joints, par SHA-256')),
    originals: Type.Array(
      Type.String(),
      words(
        'Photographs among them that the decision lets go as originals, with the data of the camera',
        "Parmi eux, les photographies que la décision remet en original, avec les données de l'appareil",
      ),
    ),
    left: Type.Array(
      Type.Object({
        sha256: Shown('SHA-256', 'SHA-256'),
        why: Shown('Why', 'Motif'),
        boundBy: MaybeShown(
          'Act that binds it, as the request names it: a decision names it to let the original go',
          "Acte qui le lie, selon la demande : la décision le désigne pour remettre l'original",
        ),
      }),
      words('Files that stay here and may be named', 'Fichiers conservés qui peuvent être désignés'),
    ),
    redactions: Type.Array(
      Type.Object({
        file: MaybeShown('File; null: the record', 'Fichier ; null : la fiche'),
        what: Shown('What is taken out', 'Ce qui est retiré'),
        ground: Shown('Ground', 'Motif'),
        why: Shown('Why', 'Explication'),
      }),
      words('Redactions decided', 'Occultations décidées'),
    ),
    claimsWithheld: Count('Claims that stay withheld', 'Éléments réservés'),
    filesLeft: Count('Files that stay here', 'Fichiers conservés'),
  },
  { title: 'PreviewedPiece', ...words('A piece as it would leave', 'Une pièce telle qu’elle sortirait') },
);

export const ReleasePreviewSchema = Type.Object(
  {
    release: Uuid('Release', 'Autorisation de remise'),
    number: Shown('Its number', 'Son numéro'),
    decided: Type.Boolean(words('Is anything granted yet?', 'Une remise est-elle accordée ?')),
    recipientUnit: Uuid('Unit of the recipient', 'Unité destinataire'),
    recipientCapacity: Shown('Capacity of the recipient', 'Qualité du destinataire'),
    recipientQuestions: Type.Array(
      Type.Object({ en: Shown('In English', 'En anglais'), fr: Shown('In French', 'En français') }),
      words(
        'What the procedure asks with this recipient, in the words that the decision repeats',
        'Ce que la procédure demande pour ce destinataire, dans les termes que la décision reprend',
      ),
    ),
    size: Count('Size of the tree it is of', "Taille de l'arbre considéré"),
    piecesHash: Shown(
      'SHA-256 of the list of pieces, as every page of the dossier would print it',
      'SHA-256 de la liste des pièces, telle que l’imprimerait chaque page du dossier',
    ),
    pieces: Type.Array(Piece, words('Pieces, in their order', 'Pièces, dans leur ordre')),
    beside: Type.Object(
      {
        acts: Count('Acts', 'Actes'),
        subjects: Type.Array(
          Type.Object({
            subject: Shown('Subject, `<kind>/<UUID>`', 'Sujet, `<genre>/<UUID>`'),
            acts: Acts,
            open: Open,
          }),
          words(
            'Those whose acts the reader may read, in log order',
            'Ceux dont le lecteur peut lire les actes, dans l’ordre du journal',
          ),
        ),
        subjectsNotShown: Count(
          'Subjects that go along and whose acts the reader may not read',
          'Sujets joints dont le lecteur ne peut lire les actes',
        ),
        claimsWithheld: Count('Claims that stay withheld', 'Éléments réservés'),
        filesLeft: Count('Files that stay here', 'Fichiers conservés'),
      },
      words('What goes beside the pieces to prove them', 'Ce qui accompagne les pièces pour les prouver'),
    ),
    counts: Type.Object(
      {
        events: Count('Acts', 'Actes'),
        subjects: Count('Subjects', 'Sujets'),
        files: Count('Files that may be inside', 'Fichiers admis'),
        claims: Count('Withheld claims that are released', 'Éléments réservés communiqués'),
      },
      words('How much it is', 'Volume'),
    ),
    classification: Type.Object(
      {
        highest: Nullable(Type.String(), words('Highest of its pieces', 'Le plus élevé de ses pièces')),
        after: MaybeShown('As decided; null: not yet', 'Selon la décision ; null : pas encore'),
      },
      words('Classification that results', 'Classification qui en résulte'),
    ),
  },
  {
    title: 'ReleasePreview',
    ...words('What would leave with a release', 'Ce qui sortirait avec une autorisation de remise'),
  },
);
