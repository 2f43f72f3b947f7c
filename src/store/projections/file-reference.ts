import { sql, type Transaction } from 'kysely';
import { filesKeptBack } from '../../custody/common/files-kept-back.js';
import type { Step } from '../../custody/judge/world.js';
import type { PlacedAct } from '../../custody/rule.js';
import { disclosureDigest, isJsonObject, type JsonValue, readDisclosure } from '../../log/index.js';
import type { Database } from '../schema/index.js';
import type { GroupOfChanges, Projection } from './projection.js';
import { insertMissingRows, type Row } from './write-rows.js';

/** Every file an event binds, in its body or in a claim withheld from it; what an erased claim named is gone. */
export const fileReferenceProjection: Projection = {
  tables: ['file_reference'],
  async write(trx, group) {
    const rows = group.steps.flatMap(step => referencesOf(step, group.disclosures));
    await insertMissingRows(trx, 'file_reference', rows);
    await deleteErased(trx, group);
  },
};

function referencesOf(
  { act }: Step,
  disclosures: GroupOfChanges['disclosures'],
): readonly Row<'file_reference'>[] {
  const claims = (disclosures.get(act.eventId) ?? []).map(text => ({
    digest: disclosureDigest(text),
    value: readDisclosure(text).value,
  }));
  const place = { event_id: act.eventId, subject: act.subject, log_index: act.index };
  const keptBack = new Set(filesKeptBack(act).map(({ sha256 }) => sha256));
  return [
    ...[...filesIn(act.body), ...sopDocumentIn(act)].map(file => ({
      ...file,
      ...place,
      digest: '',
      kept_back: keptBack.has(file.sha256),
    })),
    ...claims.flatMap(({ digest, value }) =>
      filesIn(value).map(file => ({ ...file, ...place, digest, kept_back: false })),
    ),
  ];
}

/** The SOP document that an event of the log's own names is kept like any bound file. */
function sopDocumentIn({ subject, body: { sop = null } }: PlacedAct): readonly BoundFile[] {
  if (!subject.startsWith('log/') || !isJsonObject(sop) || typeof sop.sha256 !== 'string') return [];
  return [{ sha256: sop.sha256, size: null, media_type: 'application/json' }];
}

type BoundFile = Pick<Row<'file_reference'>, 'sha256' | 'size' | 'media_type'>;

/** Objects with exactly `sha256`, `size` and `mediaType`, anywhere (log-format section 1). */
function filesIn(value: JsonValue): readonly BoundFile[] {
  if (Array.isArray(value)) return value.flatMap(filesIn);
  if (!isJsonObject(value)) return [];
  const { sha256, size, mediaType } = value;
  const isFile =
    Object.keys(value).length === 3 &&
    typeof sha256 === 'string' &&
    typeof size === 'number' &&
    typeof mediaType === 'string';
  return isFile ? [{ sha256, size, media_type: mediaType }] : Object.values(value).flatMap(filesIn);
}

async function deleteErased(trx: Transaction<Database>, { steps }: GroupOfChanges): Promise<void> {
  const orders = steps
    .filter(({ act }) => act.type.endsWith('.disclosure-erased'))
    .map(({ act: { body } }) => ({ event_id: body.eventId, digest: body.digest }));
  if (orders.length === 0) return;
  await sql`
    delete from file_reference
    using jsonb_populate_recordset(null::file_reference, ${JSON.stringify(orders)}::jsonb) as erased
    where file_reference.event_id = erased.event_id and file_reference.digest = erased.digest`.execute(trx);
}
