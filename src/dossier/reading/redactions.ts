import { textOf } from '../../audit/report/report-event.js';
import { evidenceNumber } from '../../custody/evidence/number.js';
import type { Text } from '../../custody/text.js';
import { redactionGrounds } from '../../custody/vocabulary/releases.js';
import type { Redaction } from '../paper/document.js';
import type { Bilingual } from '../paper/words.js';
import type { LeftReason } from '../piece-files.js';
import { coded } from './clearance/said.js';
import type { DossierReading } from './dossier-reading.js';
import type { ReleaseActs } from './read-decision.js';
import type { AnyPiece } from './read-pieces.js';

/**
 * What was left out: what the decisions took out, in their own words; files that stay here, by their hashes; how many claims
 * are withheld, which stand one by one, without what they say, in `report/withheld.csv` (GATE-8, GATE-9).
 */
export function redactionsOf(
  reading: DossierReading,
  { redactions }: ReleaseActs,
  pieces: readonly AnyPiece[],
): readonly Redaction[] {
  const where = placesOf(pieces);
  return [
    ...redactions.map(
      ({ piece, file, what, ground, why }): Redaction => ({
        where: where(textOf(piece)),
        file: textOf(file) || null,
        what: { fr: textOf(what) },
        why: because(coded(redactionGrounds, ground), textOf(why)),
      }),
    ),
    ...filesLeft(reading, where),
    ...reading.redactions
      .filter(({ claims }) => claims > 0)
      .map(
        ({ piece, claims }): Redaction => ({
          where: where(piece),
          file: null,
          what: countOf(claims),
          why: claimsKept,
        }),
      ),
    ...[...reading.missing].sort().map(
      (sha256): Redaction => ({
        where: { fr: 'Fichier des pièces', en: 'File of the pieces' },
        file: sha256,
        what: wholeFile,
        why: {
          fr: "Dû, disparu ou altéré : la Mission ne le détient pas tel qu'il fut inscrit",
          en: 'Owed, gone or altered: the Mission does not hold it as it was recorded',
        },
      }),
    ),
  ];
}

const wholeFile: Text = { fr: 'Le fichier entier', en: 'The whole file' };

const cameraData: Text = {
  fr: "Données de l'appareil, miniature et commentaires de l'image",
  en: 'Data of the camera, thumbnail and comments in the picture',
};

/** The camera had written nothing beside the picture: the copy is the original, byte for byte. */
const nothingTaken: Text = {
  fr: "Rien : l'appareil n'avait rien joint à l'image, et la copie est identique octet pour octet",
  en: 'Nothing: the camera had written nothing beside the picture, and the copy is the same byte for byte',
};

/** In words that a reader may read, why a file of a piece does not go along. */
export const reasonsLeft: Readonly<Record<LeftReason, Text>> = {
  WITHHELD: {
    fr: 'Révélerait un élément réservé : un nom, une position exacte',
    en: 'Would tell what is withheld: a name, an exact position',
  },
  CLEANED: {
    fr: "L'original reste à la Mission : une copie sans les données de l'appareil est jointe",
    en: 'The original stays with the Mission: a copy without the data of the camera is attached',
  },
  NO_COPY: {
    fr: "Aucune copie sans les données de l'appareil n'a pu en être faite",
    en: 'No copy without the data of the camera could be made of it',
  },
  REDACTED: {
    fr: 'La décision en retire une partie, et ses octets la contiennent',
    en: 'The decision takes something out of it, and its bytes hold that',
  },
  NOT_RELEASED: {
    fr: "Non compris dans l'autorisation de remise",
    en: 'Not covered by the release',
  },
};

const claimsKept: Text = {
  fr: 'Noms de personnes, positions exactes, constatations et pistes non remises, motifs réservés à qui a décidé, et ce qui les révélerait',
  en: 'Names of persons, exact positions, findings and leads that are not released, reasons that stay with who decided, and what would tell them',
};

function filesLeft(
  { files, missing }: DossierReading,
  where: (piece: string | null) => Bilingual,
): readonly Redaction[] {
  const same = new Set(
    files.flatMap(({ copies }) => copies.flatMap(({ of, sha256 }) => (of === sha256 ? [of] : []))),
  );
  return files.flatMap(({ piece, left }) =>
    left
      .filter(({ sha256 }) => !missing.has(sha256))
      .map(({ sha256, why }) => ({
        where: where(piece),
        file: sha256,
        what: why !== 'CLEANED' ? wholeFile : same.has(sha256) ? nothingTaken : cameraData,
        why: reasonsLeft[why],
      })),
  );
}

function countOf(claims: number): Text {
  return claims === 1
    ? { fr: '1 élément réservé (détail : report/withheld.csv)', en: '1 claim withheld (report/withheld.csv)' }
    : {
        fr: `${claims} éléments réservés (détail : report/withheld.csv)`,
        en: `${claims} claims withheld (one by one: report/withheld.csv)`,
      };
}

function because(ground: Text, why: string): Bilingual {
  return { fr: `${ground.fr} : ${why}`, en: `${ground.en}: ${why}` };
}

function placesOf(pieces: readonly AnyPiece[]): (piece: string | null) => Bilingual {
  const known = new Map<string | null, string>(
    pieces.map(({ subject, number, state }) => [subject, `${number} (${state.number})`]),
  );
  return piece => {
    if (piece === null) return { fr: 'Hors des pièces', en: 'Beside the pieces' };
    const [kind = '', id = ''] = piece.split('/');
    const told = known.get(piece) ?? (kind === 'evidence' ? evidenceNumber(id) : id);
    return { fr: `Pièce n° ${told}`, en: `Piece no. ${told}` };
  };
}
