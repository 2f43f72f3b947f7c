import type { Text } from '../../custody/text.js';
import { canonicalText, type JsonObject, utf8Bytes } from '../../log/index.js';
import { bilingual, to } from './vocabulary.js';

/** A file of a dossier. */
export interface CrateFile {
  /** Below `data/`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly name: Text;
}

/** A dossier as a crate tells it. */
export interface Crate {
  readonly name: Text;
  readonly description: Text;
  /** When it was built, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
  readonly published: string;
  /** On which conditions it was released. */
  readonly conditions: Text;
  /** Every file of the bag but this one. */
  readonly files: readonly CrateFile[];
}

const ROOT = 'report/';
const SPECIFICATION = 'https://w3id.org/ro/crate/1.2';
const CONDITIONS = '#conditions';

/**
 * `report/ro-crate-metadata.json`: what each file of a dossier is, for programs that know nothing of the log, as RO-Crate
 * 1.2 says it. The crate is the folder `report/`; what is proven lies beside it and is named from there. JCS, with a line
 * end.
 */
export function roCrate({ name, description, published, conditions, files }: Crate): Uint8Array {
  const sorted = [...files].sort((one, other) => (one.path < other.path ? -1 : 1));
  const graph: readonly JsonObject[] = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      about: to('./'),
      conformsTo: to(SPECIFICATION),
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: bilingual(name),
      description: bilingual(description),
      datePublished: published,
      license: to(CONDITIONS),
      hasPart: sorted.map(({ path }) => to(idOf(path))),
    },
    {
      '@id': CONDITIONS,
      '@type': 'CreativeWork',
      name: 'Conditions de la remise / Conditions of the release',
      description: bilingual(conditions),
    },
    ...sorted.map(fileEntity),
  ];
  return utf8Bytes(`${canonicalText({ '@context': `${SPECIFICATION}/context`, '@graph': [...graph] })}\n`);
}

function fileEntity({ path, size, sha256, mediaType, name }: CrateFile): JsonObject {
  return {
    '@id': idOf(path),
    '@type': 'File',
    name: bilingual(name),
    contentSize: String(size),
    encodingFormat: mediaType,
    sha256,
  };
}

/** Paths of a bag need no escaping in an address (log-format section 11). */
function idOf(path: string): string {
  return path.startsWith(ROOT) ? path.slice(ROOT.length) : `../${path}`;
}
