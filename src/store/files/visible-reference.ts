import { type RawBuilder, sql } from 'kysely';
import { type Kind, kinds } from '../../custody/schema/identifiers.js';
import { resourceOfKind } from '../readers/matrix.js';
import { anyOf } from '../readers/scopes.js';
import { fromKind, idOf } from '../readers/tables.js';
import { mayRead, mayReadEvents, type Reading } from '../readers/visibility.js';

/**
 * The one predicate over rows of `file_reference`, under a name that is no table's, that serves list, item and bytes
 * alike: true where the reader may see the event that names the file and the files of its subject; where a withheld
 * claim names it, also the claim. Bytes that tell a withheld claim wherever they are named beside one are for who may
 * see the claims of the subject (`filesKeptBack`), whatever else names them in the open.
 */
export function maySeeReference(reading: Reading, reference: string): RawBuilder<boolean> {
  return anyOf(kinds.map(kind => maySeeOfKind(reading, reference, kind)));
}

function maySeeOfKind(reading: Reading, reference: string, kind: Kind): RawBuilder<boolean> {
  const subject = sql.ref(`${reference}.subject`);
  const open = maySeeFiles(reading, kind, 'record');
  const withheld = maySeeFiles(reading, kind, 'withheld');
  return sql<boolean>`(split_part(${subject}, '/', 1) = ${kind} and exists (
    select ${fromKind(kind)}
    where subject.subject = ${subject} and ${idOf(kind)} = split_part(${subject}, '/', 2)::uuid
      and case when ${sql.ref(`${reference}.digest`)} = '' and not ${tellsClaim(reference)}
        then ${open} else ${withheld} end))`;
}

function tellsClaim(reference: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select from file_reference telling
    where telling.sha256 = ${sql.ref(`${reference}.sha256`)} and telling.kept_back)`;
}

function maySeeFiles(reading: Reading, kind: Kind, fields: 'record' | 'withheld'): RawBuilder<boolean> {
  const events = mayReadEvents(reading, resourceOfKind(kind), kind, fields);
  return sql<boolean>`(${events} and ${mayRead(reading, 'files', kind, fields)})`;
}
