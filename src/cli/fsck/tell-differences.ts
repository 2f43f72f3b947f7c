import type { Text } from '../../custody/text.js';
import type { Difference, FsckCheck } from '../../store/fsck/difference.js';
import type { FsckProgress } from '../../store/fsck/fsck.js';
import type { Output } from '../output.js';

/** What each check looks at. */
const checkWords: Readonly<Record<FsckCheck, Text>> = {
  jws: { en: 'statement and signature', fr: 'déclaration et signature' },
  jcs: { en: 'canonical form', fr: 'forme canonique' },
  key: { en: "officer's key", fr: "clé de l'officier" },
  disclosure: { en: 'withheld claim', fr: 'élément réservé' },
  leaf: { en: 'leaf', fr: 'feuille' },
  sequence: { en: 'history of the subject', fr: 'historique du sujet' },
  prev: { en: 'event before', fr: 'acte précédent' },
  'prev-leaf': { en: 'leaf before', fr: 'feuille précédente' },
  root: { en: 'root of the tree', fr: "racine de l'arbre" },
  checkpoint: { en: 'kept checkpoint', fr: 'point de contrôle conservé' },
  event: { en: 'row of the event', fr: "ligne de l'acte" },
  tile: { en: 'tile', fr: 'tuile' },
  vault: { en: 'checkpoint vault', fr: 'coffre des points de contrôle' },
  position: { en: 'row of the log', fr: 'ligne du journal' },
  state: { en: 'state of a subject', fr: "état d'un sujet" },
  claim: { en: 'claim', fr: 'unicité' },
  projection: { en: 'table for reading', fr: 'table de lecture' },
  file: { en: 'file', fr: 'fichier' },
  'access-log': { en: 'access log', fr: 'journal des accès' },
};

/** What was checked, and each difference by its leaf index or its place. Never what stands there. */
export function tellDifferences(
  { origin, size, rows, files, entries, differences }: FsckProgress,
  resumed: boolean,
  output: Output,
): void {
  const { language } = output;
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const checked = say(
    `Checked: ${size} events, ${rows} rows that follow from them, ${files} files, ${entries} entries of the access log.`,
    `Vérifié : ${size} actes, ${rows} lignes qui en découlent, ${files} fichiers, ${entries} entrées du journal des accès.`,
  );
  const line = ({ check, index, where, detail }: Difference) =>
    [
      index === null ? null : say(`event ${index}`, `acte ${index}`),
      where,
      checkWords[check][language],
      detail,
    ]
      .filter(part => part !== null)
      .join(': ');
  output.result({ origin, events: size, rows, files, accessEntries: entries, resumed, differences }, [
    checked,
    ...(differences.length === 0
      ? [say('No difference.', 'Aucune différence.')]
      : [
          say(`${differences.length} differences:`, `${differences.length} différences :`),
          ...differences.map(difference => `  ${line(difference)}`),
        ]),
  ]);
}
