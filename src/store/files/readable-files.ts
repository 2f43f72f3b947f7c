import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Reading } from '../readers/visibility.js';
import type { Database } from '../schema/index.js';
import { maySeeReference } from './visible-reference.js';

/** A file as a reader sees it: through the first event, of those he may see, that names it. */
export interface FileView {
  readonly sha256: string;
  /** As the event says; null for an SOP document, which is named by its hash alone. */
  readonly size: number | null;
  readonly mediaType: string;
  readonly subject: string;
  readonly eventId: string;
  readonly index: number;
  /** What was uploaded; null: the file is owed. */
  readonly stored: { readonly size: number; readonly mediaType: string } | null;
}

/** Where a page begins: after this file, in the order in which the log first named them. */
export interface FilePosition {
  readonly index: number;
  readonly sha256: string;
}

export interface FilesWanted {
  /** Those of one subject only. */
  readonly subject?: string;
  readonly owed?: boolean;
  readonly after: FilePosition | null;
  readonly limit: number;
}

/** Files that events name, uploaded or owed, each once. */
export async function readFiles(
  db: Kysely<Database>,
  reading: Reading,
  { subject, owed, after, limit }: FilesWanted,
): Promise<{ readonly items: readonly FileView[]; readonly next: FilePosition | null }> {
  const seen = (reference: string): RawBuilder<boolean> => {
    const visible = maySeeReference(reading, reference);
    return subject === undefined
      ? visible
      : sql<boolean>`(${sql.ref(`${reference}.subject`)} = ${subject} and ${visible})`;
  };
  const conditions = [
    seen('naming'),
    sql<boolean>`not exists (
      select from file_reference earlier
      where earlier.sha256 = naming.sha256
        and (earlier.log_index, earlier.digest) < (naming.log_index, naming.digest)
        and ${seen('earlier')})`,
  ];
  if (owed !== undefined) conditions.push(sql<boolean>`(file.sha256 is null) = ${owed}`);
  // An SOP document is adopted only once it is there; the one the release brings along is never uploaded.
  if (owed === true) {
    conditions.push(sql<boolean>`naming.size is not null
      and naming.sha256 in (select awaited.sha256 from file_awaited awaited)`);
  }
  if (after !== null) {
    conditions.push(sql<boolean>`(naming.log_index, naming.sha256) > (${after.index}, ${after.sha256})`);
  }
  const { rows } = await sql<Row>`
    select ${columns} from file_reference naming left join file on file.sha256 = naming.sha256
    where ${sql.join(conditions, sql` and `)}
    order by naming.log_index, naming.sha256 limit ${limit + 1}`.execute(db);
  const items = rows.slice(0, limit).map(viewOf);
  const last = items.at(-1);
  return {
    items,
    next: rows.length > limit && last !== undefined ? { index: last.index, sha256: last.sha256 } : null,
  };
}

/** More than anybody names one file by; what is read is logged under each. */
const mostNamings = 100;

/** A file that was uploaded, with the namings the reader may see; none: he may not know of it. */
export async function readNamings(
  db: Kysely<Database>,
  reading: Reading,
  sha256: string,
): Promise<readonly FileView[]> {
  const { rows } = await sql<Row>`
    select ${columns} from file_reference naming join file on file.sha256 = naming.sha256
    where naming.sha256 = ${sha256} and ${maySeeReference(reading, 'naming')}
    order by naming.log_index, naming.digest limit ${mostNamings}`.execute(db);
  return rows.map(viewOf);
}

const columns = sql`naming.sha256, naming.size, naming.media_type as "mediaType", naming.subject,
  naming.event_id as "eventId", naming.log_index as index,
  file.size as "storedSize", file.media_type as "storedMediaType"`;

type Row = Omit<FileView, 'stored'> & {
  readonly storedSize: number | null;
  readonly storedMediaType: string | null;
};

function viewOf({ storedSize, storedMediaType, ...named }: Row): FileView {
  const stored =
    storedSize === null || storedMediaType === null ? null : { size: storedSize, mediaType: storedMediaType };
  return { ...named, stored };
}
