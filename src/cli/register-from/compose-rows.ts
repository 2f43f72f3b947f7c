import { type BatchFile, checkForm, composeBatch, type KnownLog, type PlainAct } from '../../client/index.js';
import type { Heads } from '../../custody/compose/compose-act.js';
import { explain, type PlacedViolation } from '../../custody/violation.js';
import { formatTime } from '../../log/index.js';
import type { Countersigner, NamedOfficer } from '../officers.js';
import { systemRandom } from '../system-random.js';
import { columnAt } from './columns.js';
import type { TableFault, TableRow } from './read-table.js';
import { collectBody, type RowSetting, registerBody } from './row-bodies.js';

/** Who signs the rows, on what they rely, and where their acts are placed. */
export interface Composing {
  readonly origin: string;
  readonly signer: NamedOfficer;
  readonly countersigners: readonly Countersigner[];
  readonly refs: readonly string[];
  readonly heads: Heads;
  /** The rules on the device; null where nothing was taken along. */
  readonly known: KnownLog | null;
}

export interface ComposedRow {
  readonly row: TableRow;
  readonly batch: BatchFile;
  readonly faults: readonly TableFault[];
  /** Subjects and events the rules asked for that this device does not know. */
  readonly unknown: readonly string[];
}

/** The acts of a row, judged as the service would: form first, then the rules. Nothing is signed. */
export async function composeRow(
  row: TableRow,
  id: string,
  setting: RowSetting,
  how: Composing,
): Promise<ComposedRow> {
  const acts = await actsOf(row, `evidence/${id}`, setting, how);
  const batch = composeBatch(how.origin, acts, how.heads, systemRandom);
  const malformed = checkForm(batch);
  if (malformed.length > 0) return { row, batch, faults: faultsOf(row, batch, malformed), unknown: [] };
  const rehearsal = how.known?.rehearse(batch, Date.now());
  if (rehearsal === undefined) return { row, batch, faults: [], unknown: [] };
  if (rehearsal.kind === 'would-be-refused') {
    return { row, batch, faults: faultsOf(row, batch, rehearsal.violations), unknown: [] };
  }
  return { row, batch, faults: [], unknown: rehearsal.unknown };
}

async function actsOf(
  row: TableRow,
  subject: string,
  setting: RowSetting,
  { signer, countersigners, refs }: Composing,
): Promise<readonly PlainAct[]> {
  const common = { subject, by: signer, at: formatTime(Date.now()), refs };
  // A witness signs the collection; a supervisor of a late entry signs both.
  const supervisors = countersigners.filter(({ as }) => as !== 'witness');
  const collected = await collectBody(row, setting);
  const body = await registerBody(row, setting);
  return [
    { ...common, type: 'evidence.registered', body, countersigners: supervisors },
    ...(collected === null
      ? []
      : [{ ...common, type: 'evidence.collected', body: collected, countersigners }]),
  ];
}

function faultsOf(
  { line, label }: TableRow,
  batch: BatchFile,
  violations: readonly PlacedViolation[],
): readonly TableFault[] {
  return violations.map(violation => {
    const act =
      batch.events[violation.event]?.payload.type === 'evidence.registered' ? 'register' : 'collect';
    const said = { en: explain(violation, 'en').message, fr: explain(violation, 'fr').message };
    return {
      line,
      label,
      column: columnAt(act, violation.pointer)?.name ?? violation.pointer,
      message: said,
    };
  });
}
