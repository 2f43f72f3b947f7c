import type { WrittenFile } from '../../audit/bag/bag-writer.js';
import type { ReportFile } from '../../audit/export-content.js';
import type { Text } from '../../custody/text.js';
import { formatTime } from '../../log/index.js';
import type { DossierRequest } from '../../store/dossiers/order.js';
import type { LogSnapshot } from '../../store/readers/snapshot/log-snapshot.js';
import { roCrate } from './ro-crate.js';

interface Kind {
  readonly path: RegExp;
  readonly mediaType: string;
  readonly name: Text;
}

/** What the files of a dossier are, by their paths (log-format section 11); the first that fits. */
const kinds: readonly Kind[] = [
  kind(/^log\.json$/, 'application/json', 'The log and its size', 'Le journal et sa taille'),
  kind(
    /^policy\.txt$/,
    'text/plain',
    'Policy of the log, for convenience only',
    'Politique du journal, pour information',
  ),
  kind(/^checkpoint$/, 'text/plain', 'Signed checkpoint', 'Point de contrôle signé'),
  kind(
    /^checkpoint\.tsr$/,
    'application/timestamp-reply',
    'Time-stamp of the checkpoint',
    'Horodatage du point de contrôle',
  ),
  kind(/^events\.ndjson$/, 'application/x-ndjson', 'Events as they were signed', 'Actes tels que signés'),
  kind(/^subjects\.ndjson$/, 'application/x-ndjson', 'Subjects and their heads', 'Sujets et leurs têtes'),
  kind(
    /^proof\//,
    'text/plain',
    'Proof that an event is in the log',
    "Preuve qu'un acte est dans le journal",
  ),
  kind(
    /^consistency\//,
    'text/plain',
    'Proof from an earlier checkpoint',
    'Preuve depuis un point de contrôle antérieur',
  ),
  kind(
    /^file\//,
    'application/octet-stream',
    'Attached file, under its SHA-256',
    'Fichier joint, sous son empreinte SHA-256',
  ),
  kind(
    /^report\/copies\//,
    'application/octet-stream',
    'Picture without the data of its camera',
    "Image sans les données de l'appareil",
  ),
  kind(/\.pdf$/, 'application/pdf', 'The dossier, printed', 'Le dossier, imprimé'),
  kind(
    /\.html$/,
    'text/html',
    'Page that verifies a dossier; one obtained apart counts',
    'Page de vérification ; seule compte celle obtenue à part',
  ),
  kind(/\.csv$/, 'text/csv', 'Table for reading', 'Tableau à lire'),
  kind(
    /\.jsonld$/,
    'application/ld+json',
    'Items, acts and custody as CASE/UCO',
    'Pièces, actes et garde en CASE/UCO',
  ),
  kind(/pieces\.json$/, 'application/json', 'List of pieces', 'Bordereau des pièces'),
];

const other: Omit<Kind, 'path'> = {
  mediaType: 'application/octet-stream',
  name: { en: 'File of the dossier', fr: 'Fichier du dossier' },
};

function kind(path: RegExp, mediaType: string, en: string, fr: string): Kind {
  return { path, mediaType, name: { en, fr } };
}

/** `report/ro-crate-metadata.json`, once everything else is written: nothing in it but what the dossier is. */
export function describeDossier(
  { receivedAt, origin, size }: Pick<LogSnapshot, 'receivedAt' | 'origin' | 'size'>,
  { number, version }: Pick<DossierRequest, 'number' | 'version'>,
): (files: readonly WrittenFile[]) => ReportFile {
  return files => {
    const crate = roCrate({
      name: { en: `Dossier ${number}, version ${version}`, fr: `Dossier ${number}, version ${version}` },
      description: {
        en: `Part of the log ${origin} at size ${size}, with what people read of it`,
        fr: `Partie du journal ${origin} à la taille ${size}, et ce qui s'en lit`,
      },
      published: formatTime(receivedAt),
      conditions: {
        en: 'The conditions of the release decision, which stand in the printed dossier',
        fr: 'Les conditions de la décision de remise, qui figurent dans le dossier imprimé',
      },
      files: files.map(file => ({ ...file, ...kindOf(file.path) })),
    });
    return { path: 'ro-crate-metadata.json', open: () => [crate] };
  };
}

function kindOf(path: string): Omit<Kind, 'path'> {
  const { mediaType, name } = kinds.find(known => known.path.test(path)) ?? other;
  return { mediaType, name };
}
