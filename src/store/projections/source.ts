import { sql } from 'kysely';
import type { Step } from '../../custody/judge/world.js';
import { readLinks } from '../../custody/source/links.js';
import type { SourceState } from '../../custody/source/state.js';
import { type ChangedSubject, changedSubjects, type GroupOfChanges, type Projection } from './projection.js';
import { insertMissingRows, type Row, upsertRows } from './write-rows.js';

/** Sources, and the pieces that could betray them: these from the disclosed claims alone, and gone with them. */
export const sourceProjection: Projection = {
  tables: ['source', 'source_piece'],
  async write(trx, group) {
    await upsertRows(trx, 'source', ['id'], changedSubjects<SourceState>(group, 'source').map(sourceRow));
    await insertMissingRows(
      trx,
      'source_piece',
      group.steps.flatMap(step => linkRows(step, group.disclosures)),
    );
    const erased = group.steps.flatMap(({ act: { type, body } }) =>
      type === 'source.disclosure-erased' ? [String(body.digest)] : [],
    );
    if (erased.length > 0)
      await sql`delete from source_piece where digest = any(${erased}::text[])`.execute(trx);
  },
};

function sourceRow({ id, state, first_index, last_index }: ChangedSubject<SourceState>): Row<'source'> {
  return {
    id,
    code: state.code,
    registered_by: state.registeredBy,
    links: state.links,
    consents: state.consents.filter(({ revokedOn }) => revokedOn === null).length,
    first_index,
    last_index,
  };
}

function linkRows({ act }: Step, disclosures: GroupOfChanges['disclosures']): readonly Row<'source_piece'>[] {
  return readLinks(act, disclosures.get(act.eventId) ?? []).map(({ digest, piece, by }) => ({
    event_id: act.eventId,
    digest,
    source: act.id,
    piece,
    identifiable_by: by,
  }));
}
