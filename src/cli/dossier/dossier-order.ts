import type { DossierState } from '../../custody/dossier/state.js';
import { evidenceNumber } from '../../custody/evidence/number.js';
import type { Language } from '../../custody/text.js';
import { dossierContents, dossierRelations } from '../../custody/vocabulary/dossiers.js';
import { isJsonObject, type JsonObject } from '../../log/index.js';
import { cosignedWords, stampedWords } from '../audit/export-order.js';
import { UsageError } from '../usage-error.js';

/** A dossier as the service answered that it was built. */
export type DossierOrderAnswer = Pick<
  DossierState,
  | 'number'
  | 'version'
  | 'follows'
  | 'release'
  | 'recipientUnit'
  | 'proceedings'
  | 'contents'
  | 'size'
  | 'root'
  | 'hash'
  | 'piecesHash'
  | 'pieces'
> & {
  readonly id: string;
  readonly subject: string;
  readonly languages: readonly string[];
  readonly redactions: readonly {
    readonly piece: string | null;
    readonly claims: number;
    readonly files: number;
  }[];
  readonly counts: {
    readonly events: number;
    readonly subjects: number;
    readonly files: number;
    readonly withheld: number;
    readonly filesMissing: number;
    /** Of all its files. */
    readonly bytes: number;
  };
  readonly missing: readonly string[];
  readonly cosigned: keyof typeof cosignedWords;
  readonly stamped: keyof typeof stampedWords;
};

/**
 * Reads what was built, and compares it with what was asked for: it is what an officer puts his name to.
 * @throws UsageError where the service answered for another request
 */
export function readDossierOrder(answer: JsonObject, asked: JsonObject): DossierOrderAnswer {
  const { id, subject, version, size, root, hash, piecesHash, counts = null, follows = null } = answer;
  const hashes = [hash, piecesHash];
  const whole =
    answer.release === asked.release &&
    answer.contents === asked.contents &&
    (isJsonObject(follows) ? follows.dossier : null) === (asked.follows ?? null) &&
    typeof id === 'string' &&
    subject === `dossier/${id}` &&
    typeof version === 'number' &&
    typeof size === 'number' &&
    typeof root === 'string' &&
    hashes.every(text => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text)) &&
    isJsonObject(counts) &&
    typeof counts.bytes === 'number' &&
    [answer.pieces, answer.redactions, answer.missing, answer.languages].every(Array.isArray) &&
    Object.hasOwn(cosignedWords, String(answer.cosigned)) &&
    Object.hasOwn(stampedWords, String(answer.stamped));
  if (whole) return answer as unknown as DossierOrderAnswer;
  throw new UsageError({
    en: 'the service answered with another dossier than was asked for: nothing was signed',
    fr: "le service a répondu par un autre dossier que celui demandé : rien n'a été signé",
  });
}

/** Members of `dossier.built` that say which dossier it is, beside time and place of the signing. */
export function dossierBody(order: DossierOrderAnswer): JsonObject {
  const { number, version, follows, release, recipientUnit, proceedings, contents, languages } = order;
  const { size, root, hash, piecesHash, pieces, redactions, counts } = order;
  const { events, subjects, files, withheld } = counts;
  return {
    ...{ number, version, release, recipientUnit, proceedings, contents, size, root, hash, piecesHash },
    follows: follows === null ? null : { ...follows },
    languages: [...languages],
    pieces: [...pieces],
    redactions: redactions.map(redaction => ({ ...redaction })),
    counts: { events, subjects, files, withheld },
  };
}

/** What a dossier holds and what of it does not leave, in words: what its officer answers for. */
export function describeDossier(order: DossierOrderAnswer, language: Language): readonly string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const { number, version, follows, contents, pieces, redactions, counts, missing } = order;
  const { events, subjects, files, withheld } = counts;
  const kind = dossierContents[contents][language];
  const relation = follows === null ? '' : ` (${dossierRelations[follows.as][language]} ${follows.dossier})`;
  return [
    say(
      `Dossier ${number}, version ${version}: ${kind}${relation}`,
      `Dossier ${number}, version ${version} : ${kind}${relation}`,
    ),
    say(`  From release ${order.release}`, `  Tiré de l'autorisation ${order.release}`),
    say(
      `  For unit ${order.recipientUnit}; proceedings ${order.proceedings}`,
      `  Pour l'unité ${order.recipientUnit} ; procédure ${order.proceedings}`,
    ),
    ...pieces.map((piece, position) => `  ${position + 1}. ${nameOfPiece(piece)}`),
    say(
      `  The log at ${order.size} leaves; inside ${events} events of ${subjects} subjects, ${files} files`,
      `  Le journal à ${order.size} feuilles ; ${events} actes de ${subjects} sujets, ${files} fichiers`,
    ),
    say(`  Claims withheld: ${withheld}`, `  Éléments réservés : ${withheld}`),
    ...redactions.map(({ piece, claims, files }) => {
      const of = piece === null ? say('beside the pieces', 'hors des pièces') : nameOfPiece(piece);
      return say(
        `    ${of}: ${claims} claims withheld, ${files} files left out`,
        `    ${of} : ${claims} éléments réservés, ${files} fichiers laissés de côté`,
      );
    }),
    ...missing.map(sha256 =>
      say(
        `  ! file ${sha256} is owed, gone or altered: it is not inside`,
        `  ! le fichier ${sha256} est dû, a disparu ou est altéré : il n'y figure pas`,
      ),
    ),
    say(
      `  Its checkpoint: ${cosignedWords[order.cosigned].en}; ${stampedWords[order.stamped].en}`,
      `  Son point de contrôle : ${cosignedWords[order.cosigned].fr} ; ${stampedWords[order.stamped].fr}`,
    ),
    say(
      `  SHA-256 of its list of pieces: ${order.piecesHash}`,
      `  SHA-256 de sa liste de pièces : ${order.piecesHash}`,
    ),
    say(
      `  SHA-256 of its tag manifest: ${order.hash}`,
      `  SHA-256 de son manifeste de balises : ${order.hash}`,
    ),
  ];
}

function nameOfPiece(piece: string): string {
  const [kind = '', id = ''] = piece.split('/');
  return kind === 'evidence' ? evidenceNumber(id) : piece;
}
