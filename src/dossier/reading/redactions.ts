import { evidenceNumber } from '../../custody/evidence/number.js';
import type { Redaction } from '../paper/document.js';
import type { Bilingual } from '../paper/words.js';
import type { DossierReading } from './dossier-reading.js';

/** What was left out, piece by piece; one by one it stands in `report/withheld.csv` (GATE-8, GATE-9). */
export function redactionsOf({ redactions, missing }: DossierReading): readonly Redaction[] {
  return [
    ...redactions.map(({ piece, claims, files }) => ({
      where: whereOf(piece),
      what: {
        fr: `${claims} éléments réservés, ${files} fichiers (détail : report/withheld.csv)`,
        en: `${claims} claims withheld, ${files} files (one by one: report/withheld.csv)`,
      },
      why: {
        fr: 'Noms de personnes, positions exactes et fichiers qui les révéleraient (GATE-8)',
        en: 'Names of persons, exact positions, and files that would tell them (GATE-8)',
      },
    })),
    ...[...missing].sort().map(sha256 => ({
      where: { fr: `Fichier ${sha256}`, en: `File ${sha256}` },
      what: { fr: 'Le fichier entier', en: 'The whole file' },
      why: {
        fr: 'Dû ou disparu : la Mission ne le détient pas',
        en: 'Owed or gone: the Mission does not hold it',
      },
    })),
  ];
}

function whereOf(piece: string | null): Bilingual {
  if (piece === null) return { fr: 'Hors des pièces', en: 'Beside the pieces' };
  const number = numberOf(piece);
  return { fr: `Pièce ${number}`, en: `Piece ${number}` };
}

function numberOf(piece: string): string {
  const [kind = '', id = ''] = piece.split('/');
  return kind === 'evidence' ? evidenceNumber(id) : id;
}
