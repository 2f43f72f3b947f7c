import Type from 'typebox';
import { uncorrected } from '../../common/state.js';
import { beginning } from '../../rule.js';
import { Code, Count, Exactly, Line, List, Nullable, words } from '../../schema/described.js';
import { pieceKinds } from '../../schema/group.js';
import { IdOf, SubjectOf } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { dossierContents, dossierRelations } from '../../vocabulary/dossiers.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkDossier, checkListed, claimOfDossier, lookedUpForDossier } from '../check-dossier.js';
import type { DossierState } from '../state.js';

const largest = 2 ** 53 - 1;
const mostPieces = 1000;

const Sha256 = (en: string, fr: string) => Type.String({ ...words(en, fr), pattern: '^[0-9a-f]{64}$' });

const Piece = SubjectOf(pieceKinds, 'Piece released: <kind>/<UUID>', 'Pièce autorisée : <nature>/<UUID>');

export const builtBody = Exactly({
  ...actMembers,
  number: Line('Number of the dossier', 'Numéro du dossier', 60),
  version: Count('Version under this number', 'Version sous ce numéro', { min: 1, max: 10_000 }),
  follows: Nullable(
    Exactly({
      dossier: IdOf('dossier', 'The earlier dossier', 'Le dossier antérieur'),
      as: Code(codesOf(dossierRelations), 'What it is to that one', "Ce qu'il est pour celui-ci"),
    }),
    words('The dossier that it replaces or adds to', "Le dossier qu'il remplace ou complète"),
  ),
  release: IdOf('release', 'The release that it is made from', "L'autorisation dont il est tiré"),
  recipientUnit: IdOf('unit', 'Unit of the recipient', 'Unité destinataire'),
  proceedings: Line('Proceedings', 'Procédure'),
  contents: Code(codesOf(dossierContents), 'Originals, copies or a summary', 'Originaux, copies ou synthèse'),
  languages: List(
    Type.String({
      ...words('Language, two or three letters', 'Langue, deux ou trois lettres'),
      pattern: '^[a-z]{2,3}$',
    }),
    'Languages, the language of the court first',
    'Langues, celle de la juridiction en premier',
    { min: 1, max: 10 },
  ),
  size: Count('Leaves of the tree it is made of', "Feuilles de l'arbre dont il est tiré", {
    min: 1,
    max: largest,
  }),
  root: Type.String({
    ...words('Root of that tree, base64', 'Racine de cet arbre, en base64'),
    pattern: '^[A-Za-z0-9+/]{43}=$',
  }),
  hash: Sha256(
    'SHA-256 of its tagmanifest-sha256.txt, hexadecimal: through the manifests a hash of every byte',
    'SHA-256 de son tagmanifest-sha256.txt, en hexadécimal : par les manifestes, une empreinte de chaque octet',
  ),
  piecesHash: Sha256(
    'SHA-256 of its report/pieces.json, hexadecimal: what every page of it prints',
    'SHA-256 de son report/pieces.json, en hexadécimal : imprimée sur chacune de ses pages',
  ),
  pieces: List(Piece, 'Pieces, in the order of their numbers', "Pièces, dans l'ordre de leurs numéros", {
    min: 1,
    max: mostPieces,
  }),
  redactions: List(
    Exactly({
      piece: Nullable(
        Piece,
        words('The piece; null: beside the pieces', 'La pièce ; null : hors des pièces'),
      ),
      claims: Count('Claims withheld', 'Éléments réservés', { max: largest }),
      files: Count('Files left out', 'Fichiers laissés de côté', { max: largest }),
    }),
    'What of the pieces does not leave; the dossier lists it one by one',
    'Ce qui, des pièces, ne sort pas ; le dossier en donne le détail',
    { max: mostPieces + 1 },
  ),
  counts: Exactly(
    {
      events: Count('Acts inside', 'Actes contenus', { min: 1, max: largest }),
      subjects: Count('Subjects inside', 'Sujets contenus', { min: 1, max: largest }),
      files: Count('Files inside', 'Fichiers contenus', { max: largest }),
      withheld: Count('Claims that are not handed over', 'Éléments non communiqués', { max: largest }),
    },
    words('How much is inside', 'Ce que contient'),
  ),
});

/**
 * `dossier.built` (E41, D7): a case officer answers for a dossier after it was built and before it leaves: from which
 * release, at which checkpoint, of exactly which pieces, and its hash. The rules see that it holds what the release
 * grants, no more and no less, and that the release is in force; that the service made exactly this one is checked when
 * it is fetched.
 */
export const dossierBuilt = beginning<DossierState, typeof builtBody>({
  type: 'dossier.built',
  form: 1,
  source: 'E41, D7, GATE-6, RQ-67',
  title: { en: 'Dossier built', fr: 'Dossier établi' },
  body: builtBody,
  decide: act => checkListed(act.body),
  decideLogWide: (_state, act, facts) => checkDossier(act.body, facts),
  looksUp: act => lookedUpForDossier(act.body),
  claims: ({ body }) => [claimOfDossier(body)],
  evolve: ({ actor, body }) => ({
    ...uncorrected,
    number: body.number,
    version: body.version,
    follows: body.follows,
    release: body.release,
    recipientUnit: body.recipientUnit,
    proceedings: body.proceedings,
    contents: body.contents,
    builtBy: actor.officer,
    builtAt: body.occurred.at,
    size: body.size,
    root: body.root,
    hash: body.hash,
    piecesHash: body.piecesHash,
    pieces: body.pieces,
  }),
});
