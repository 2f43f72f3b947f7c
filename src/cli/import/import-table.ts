import { readFile } from 'node:fs/promises';
import type { KnownLog } from '../../client/index.js';
import { writeFileDurably } from '../../disk/write-durably.js';
import { hexText, newId, sha256, utf8Bytes } from '../../log/index.js';
import { type CircumstanceOptions, circumstancesOf } from '../act/form.js';
import { type DeviceSession, signIn } from '../device-session.js';
import type { NamedOfficer } from '../officers.js';
import type { Output } from '../output.js';
import { startProgress } from '../progress.js';
import { systemRandom } from '../system-random.js';
import { UsageError } from '../usage-error.js';
import {
  composeImport,
  faultsOfRow,
  type ImportedRow,
  type ImportFrame,
  importSubject,
  openingAct,
  readRow,
  subjectsNamed,
} from './compose-import.js';
import { enterRows, pushWaiting } from './enter-rows.js';
import { type BegunImport, knownForImport, readBegunImport, readIncidents } from './import-ground.js';
import { type ReadImport, readImport } from './read-import.js';
import { refusalsTable } from './refusals-table.js';
import type { RowFault } from './row-body.js';

export interface ImportOptions extends CircumstanceOptions {
  readonly mapping: string;
  readonly reference: string;
  readonly origin: string;
  /** Only tell what would be refused. */
  readonly rehearse?: boolean;
  /** Enter the others where some rows are refused; else nothing is entered. */
  readonly leaveOut?: boolean;
}

/** What came of a table. */
export interface ImportOutcome {
  readonly reference: string;
  readonly import: string;
  readonly rows: number;
  readonly entered: number;
  readonly faults: readonly RowFault[];
  /** Where the rows that are refused are listed; null: none is. */
  readonly refusals: string | null;
  readonly standing: 'REHEARSED' | 'REFUSED' | 'CLOSED';
}

/**
 * Takes a table over: every row is read and held against the rules before anything is signed; then rows are entered in
 * batches that are whole each, and the import is closed. One that broke off goes on where the log says it stands: its rows
 * count nowhere until it is closed.
 */
export async function importTable(
  session: DeviceSession,
  signer: NamedOfficer,
  tablePath: string,
  options: ImportOptions,
  output: Output,
): Promise<ImportOutcome> {
  await signIn(session, signer);
  await pushWaiting(session, output);
  const read = await readImport(tablePath, options.mapping);
  const begun = await readBegunImport(session, options.reference);
  requireSameTable(begun, read, options.reference);
  const frame = frameOf(session, signer, options, begun);
  const { rows, faults } = await rehearseAll(session, read, frame, begun, output);
  const refused = new Set(faults.map(({ row }) => row));
  const refusals = faults.length === 0 ? null : await writeRefusals(tablePath, faults);
  const { reference } = options;
  const outcome = { reference, import: frame.id, rows: read.rows.length, faults, refusals };
  const before = begun?.rows.size ?? 0;
  if (options.rehearse === true) return { ...outcome, entered: before, standing: 'REHEARSED' };
  const toEnter = rows.filter(({ row }) => !refused.has(row));
  const entered = before + toEnter.length;
  const isWanted = refused.size === 0 || options.leaveOut === true;
  if (!isWanted || entered === 0) return { ...outcome, entered: before, standing: 'REFUSED' };
  await enterRows(session, frame, begun === null ? openingAct(frame, read) : null, toEnter, output, {
    entered,
    refused: refused.size,
    refusals: refusals === null ? null : hexText(sha256(await readFile(refusals))),
  });
  return { ...outcome, entered, standing: 'CLOSED' };
}

/** An import goes on with the bytes it was begun with, or not at all. */
function requireSameTable(begun: BegunImport | null, read: ReadImport, reference: string): void {
  if (begun === null) return;
  if (begun.standing !== 'OPEN') {
    throw new UsageError({
      en: `import ${reference} is ended (${begun.standing}): give another reference`,
      fr: `l'import ${reference} est terminé (${begun.standing}) : donnez une autre référence`,
    });
  }
  if (begun.tableHash !== read.tableHash || begun.mappingHash !== read.mappingHash) {
    throw new UsageError({
      en: `import ${reference} was begun with another table or mapping: the bytes are not these`,
      fr: `l'import ${reference} a été commencé avec un autre tableau ou une autre correspondance : les octets diffèrent`,
    });
  }
}

function frameOf(
  { device }: DeviceSession,
  signer: NamedOfficer,
  options: ImportOptions,
  begun: BegunImport | null,
): ImportFrame {
  return {
    origin: device.origin,
    signer,
    circumstances: circumstancesOf(options),
    reference: options.reference,
    whence: options.origin,
    id: begun?.id ?? newId(Date.now(), systemRandom(16)),
  };
}

interface Rehearsed {
  readonly rows: readonly ImportedRow[];
  readonly faults: readonly RowFault[];
}

/** Every row that is not in the log yet, as the log would take it; all faults of all rows. */
async function rehearseAll(
  session: DeviceSession,
  read: ReadImport,
  frame: ImportFrame,
  begun: BegunImport | null,
  output: Output,
): Promise<Rehearsed> {
  const incidents = await readIncidents(session);
  const byCaseFile = new Map(incidents.map(({ caseFile, id }) => [caseFile, id]));
  const names = { zone: read.mapping.zone, incidentOf: (caseFile: string) => byCaseFile.get(caseFile) };
  // What is in the log already was judged there.
  const left = read.rows.filter(({ row }) => begun?.rows.has(row) !== true);
  const waiting = left.map(row => readRow(row, read.mapping, frame, names));
  const rows = waiting.flatMap(row => ('acts' in row ? [row] : []));
  const unreadable = waiting.flatMap(row => ('acts' in row ? [] : row.faults));
  const named = new Set([...subjectsNamed(rows), `officer/${frame.signer.officer}`, importSubject(frame)]);
  const known = await knownForImport(session, incidents, named);
  if (begun === null) requireOpenable(known, frame, read);
  const progress = startProgress(output.language === 'fr' ? 'Contrôle' : 'Checking', rows.length);
  const faults = rows.flatMap(row => {
    progress.step();
    const found = faultsOfRow(row, frame, known);
    return found.length === 0 && row.row <= (begun?.lastRow ?? 0) ? [passedBy(row.row)] : found;
  });
  progress.stop();
  return { rows, faults: [...unreadable, ...faults].sort((left, right) => left.row - right.row) };
}

/** Rows are entered in order: what was left out before a later one was entered is left out for good. */
function passedBy(row: number): RowFault {
  const message = {
    en: 'left out when later rows were entered; an import goes forward alone',
    fr: "écartée lorsque des lignes ultérieures ont été enregistrées ; un import ne va qu'en avant",
  };
  return { row, column: '', message };
}

/** Rows rest on the import they are of: it is opened first, in the rehearsal too. */
function requireOpenable(known: KnownLog, frame: ImportFrame, read: ReadImport): void {
  const rehearsal = known.rehearse(
    composeImport(frame, [openingAct(frame, read)], known.heads()),
    Date.now(),
  );
  if (rehearsal.kind === 'would-be-accepted') return;
  throw new UsageError({
    en: `the import cannot be opened: ${rehearsal.violations.map(({ rule }) => rule).join(', ')}`,
    fr: `l'import ne peut être ouvert : ${rehearsal.violations.map(({ rule }) => rule).join(', ')}`,
  });
}

/** Beside the table, as a table: what was refused and why. Its hash is signed with the closing. */
async function writeRefusals(tablePath: string, faults: readonly RowFault[]): Promise<string> {
  const path = `${tablePath}.refused.csv`;
  await writeFileDurably(path, utf8Bytes(await refusalsTable(faults)));
  return path;
}
