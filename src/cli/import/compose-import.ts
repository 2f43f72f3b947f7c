import { type BatchFile, checkForm, composeBatch, type KnownLog, type PlainAct } from '../../client/index.js';
import { currentRule } from '../../custody/catalogue.js';
import type { Heads } from '../../custody/compose/compose-act.js';
import { namedSubjects } from '../../custody/schema/annotations.js';
import { explain, type PlacedViolation } from '../../custody/violation.js';
import type { ImportContents } from '../../custody/vocabulary/imports.js';
import { formatTime, type JsonObject, newId } from '../../log/index.js';
import type { NamedOfficer } from '../officers.js';
import { systemRandom } from '../system-random.js';
import type { ImportMapping } from './mapping.js';
import type { KnownNames } from './read-cell.js';
import type { ImportRow, ReadImport } from './read-import.js';
import { bodyOfRow, type RowFault } from './row-body.js';

const begunBy: Readonly<Record<ImportContents, string>> = {
  INCIDENTS: 'incident.opened',
  ITEMS: 'evidence.documented',
};

/** Who signs the import, where and when, and under which name. */
export interface ImportFrame {
  readonly origin: string;
  readonly signer: NamedOfficer;
  readonly circumstances: JsonObject;
  readonly reference: string;
  readonly whence: string;
  /** UUID of the import. */
  readonly id: string;
}

/** What a row is to become. */
export interface ImportedRow {
  readonly row: number;
  /** What begins the subject that the row becomes, and what else it says of it. */
  readonly acts: readonly [PlainAct, ...PlainAct[]];
}

/** One row as it was read: what it is to become, or why it becomes nothing. */
export type ReadRow = ImportedRow | { readonly row: number; readonly faults: readonly RowFault[] };

export function importSubject({ id }: ImportFrame): string {
  return `import/${id}`;
}

function actOf(frame: ImportFrame, word: string, body: JsonObject): PlainAct {
  return {
    subject: importSubject(frame),
    type: `import.${word}`,
    by: frame.signer,
    at: formatTime(Date.now()),
    body: { ...frame.circumstances, ...body },
  };
}

export function openingAct(frame: ImportFrame, read: ReadImport): PlainAct {
  const { mapping, mappingHash, tableHash, size, rows } = read;
  return actOf(frame, 'opened', {
    reference: frame.reference,
    contents: mapping.contents,
    table: { sha256: tableHash, size, rows: rows.length },
    mapping: mappingHash,
    origin: frame.whence,
  });
}

export function rowsAct(frame: ImportFrame, rows: readonly ImportedRow[]): PlainAct {
  return actOf(frame, 'rows-entered', {
    rows: rows.map(({ row, acts: [{ subject }] }) => ({ row, subject })),
  });
}

/** @param refusals SHA-256 of the list of rows left out; null: none was */
export function closingAct(
  frame: ImportFrame,
  entered: number,
  refused: number,
  refusals: string | null,
): PlainAct {
  return actOf(frame, 'closed', { entered, refused, refusals });
}

/**
 * Every row as acts, each about a subject with a UUID of its own; cells that cannot be read are faults, none is repaired.
 */
export function readRow(
  row: ImportRow,
  { contents, fields, account }: ImportMapping,
  frame: ImportFrame,
  names: KnownNames,
): ReadRow {
  const begun = actOfRow(begunBy[contents], row, fields, frame, {}, names);
  if ('faults' in begun) return begun;
  if (contents !== 'INCIDENTS' || account === undefined) return { row: row.row, acts: [begun] };
  const incident = begun.subject.slice('incident/'.length);
  const said = actOfRow('account.given', row, account, frame, { incident }, names);
  return 'faults' in said ? said : { row: row.row, acts: [begun, said] };
}

function actOfRow(
  type: string,
  row: ImportRow,
  fields: ImportMapping['fields'],
  frame: ImportFrame,
  about: JsonObject,
  names: KnownNames,
): PlainAct | { readonly row: number; readonly faults: readonly RowFault[] } {
  const rule = currentRule(type);
  if (rule === undefined) throw new Error(`${type} has no rule`);
  const base = { ...frame.circumstances, ...about, imported: { import: frame.id, row: row.row } };
  const { body, faults } = bodyOfRow(row, fields, rule.body, base, names);
  if (faults.length > 0) return { row: row.row, faults };
  const kind = type.slice(0, type.indexOf('.'));
  const subject = `${kind}/${newId(Date.now(), systemRandom(16))}`;
  return { subject, type, by: frame.signer, at: formatTime(Date.now()), body };
}

/** Subjects that rows name beside incidents and the import itself, which are known. */
export function subjectsNamed(rows: readonly ImportedRow[]): ReadonlySet<string> {
  const named = new Set<string>();
  for (const act of rows.flatMap(({ acts }) => acts)) {
    const schema = currentRule(act.type)?.body;
    if (schema === undefined) continue;
    for (const { kind, subject } of namedSubjects(schema, act.body)) {
      if (kind !== 'incident' && kind !== 'import') named.add(subject);
    }
  }
  return named;
}

/** Why the log would refuse what a row is to become; empty: it would not. What it becomes is kept in `known`. */
export function faultsOfRow(
  { row, acts }: ImportedRow,
  frame: ImportFrame,
  known: KnownLog,
): readonly RowFault[] {
  const batch = composeImport(frame, acts, known.heads());
  const malformed = checkForm(batch);
  if (malformed.length > 0) return malformed.map(violation => told(row, violation));
  const rehearsal = known.rehearse(batch, Date.now());
  return rehearsal.kind === 'would-be-accepted'
    ? []
    : rehearsal.violations.map(violation => told(row, violation));
}

function told(row: number, violation: PlacedViolation): RowFault {
  const say = (language: 'en' | 'fr') => explain(violation, language).message;
  return { row, column: violation.pointer, message: { en: say('en'), fr: say('fr') } };
}

export function composeImport(frame: ImportFrame, acts: readonly PlainAct[], heads: Heads): BatchFile {
  return composeBatch(frame.origin, acts, heads, systemRandom);
}
