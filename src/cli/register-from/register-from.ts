import { readFile } from 'node:fs/promises';
import { isWaiting, joinBatches, type OutboxEntry } from '../../client/index.js';
import { evidenceNumber } from '../../custody/evidence/number.js';
import { distinct } from '../act/body.js';
import { showAndUnlock } from '../act/countersign.js';
import { circumstancesOf } from '../act/form.js';
import { keep, pushBefore, requireKeysHere, signAll } from '../act/sign-and-keep.js';
import type { DeviceSession } from '../device-session.js';
import type { Countersigner, NamedOfficer } from '../officers.js';
import { exitStatus, type Output } from '../output.js';
import { startProgress } from '../progress.js';
import { UsageError } from '../usage-error.js';
import { chunksOf } from './chunks.js';
import { type ComposedRow, composeRow } from './compose-rows.js';
import type { RegisterFromOptions } from './options.js';
import { type FoundPhotograph, listPhotographs, matchPhotographs, readPhotograph } from './photographs.js';
import { readTable, type Table, type TableFault, type TableRow } from './read-table.js';
import { type RememberedIds, readIds, rememberIds, withNewIds } from './remembered-ids.js';
import { photographBodies, photographsOf, withPhotographFaults } from './row-photographs.js';
import { groundFor, type TableGround } from './table-ground.js';
import { type CameraDataTold, cameraDataTold, tellCameraData } from './tell-camera-data.js';

export interface Signers {
  readonly signer: NamedOfficer;
  readonly countersigners: readonly Countersigner[];
}

/** One item of the table and the number to be written on its label. */
export interface NumberedItem {
  readonly label: string;
  readonly subject: string;
  readonly number: string;
  readonly standing: 'registered' | 'registered-before';
}

export interface RegisteredTable {
  readonly items: readonly NumberedItem[];
  readonly photographs: readonly CameraDataTold[];
  readonly entries: readonly OutboxEntry[];
  readonly online: boolean;
  readonly pushBefore: string | null;
}

/**
 * Registers, and where the table says so collects, all items of a scene from a table with photographs: every row is
 * checked before anything is signed, items get their numbers once for ever, and a second run after a crash goes on
 * where the first one stopped. Null where the table has faults: they were told.
 */
export async function registerFrom(
  session: DeviceSession,
  { signer, countersigners }: Signers,
  options: RegisterFromOptions,
  output: Output,
): Promise<RegisteredTable | null> {
  requireKeysHere(signer, countersigners);
  const table = readTable(await readFile(options.from));
  if (table.faults.length > 0) return tellFaults(table.faults, output);
  const before = await readIds(options.from);
  const ids = withNewIds(
    before,
    table.rows.map(({ label }) => label),
    Date.now(),
  );
  const ground = await groundFor(session, signer, options, output);
  const done = await registeredBefore(session, ground, table, ids);
  const rows = table.rows.filter(({ label }) => !done.has(label));
  const photographs = await findPhotographs(rows, ids, options, output);
  const shown = photographsOf(rows, photographs, options);
  tellCameraData(shown, output);
  const composed = await composeAll(rows, ids, photographs, {
    session,
    signer,
    countersigners,
    ground,
    options,
    output,
  });
  const faults = composed.flatMap(row => row.faults);
  if (faults.length > 0) return tellFaults(faults, output);
  tellUnknown(composed, output);
  const batches = composed.map(row => row.batch);
  const signers = { signer, countersigners };
  const others = await showAndUnlock(session, batches, signers, options.yes === true, output);
  await rememberIds(options.from, ids);
  const entries: OutboxEntry[] = [];
  for (const chunk of chunksOf(composed)) {
    const batch = await signAll(joinBatches(chunk.map(row => row.batch)), [signer, ...others]);
    const files = chunk.flatMap(({ row }) => photographs.get(row.label) ?? []).map(({ file }) => file);
    entries.push(await keep(session, batch, distinct(files)));
  }
  const pushUntil = entries.map(({ batch }) => pushBefore(batch, ground.sop)).filter(time => time !== null);
  return {
    items: table.rows.map(row => numbered(row, ids, done)),
    photographs: shown.map(cameraDataTold),
    entries,
    online: ground.online,
    pushBefore: pushUntil.sort()[0] ?? null,
  };
}

function numbered({ label }: TableRow, ids: RememberedIds, done: ReadonlySet<string>): NumberedItem {
  const id = ids.get(label) ?? '';
  const standing = done.has(label) ? 'registered-before' : 'registered';
  return { label, subject: `evidence/${id}`, number: evidenceNumber(id), standing };
}

/** Rows whose item is in the outbox of this device, or in the log. */
async function registeredBefore(
  { outbox }: DeviceSession,
  { heads }: TableGround,
  { rows }: Table,
  ids: RememberedIds,
): Promise<ReadonlySet<string>> {
  const { entries } = await outbox.list();
  const kept = entries.filter(entry => isWaiting(entry) || entry.receipts !== null || entry.problem !== null);
  const subjects = new Set(
    kept
      .filter(({ ended }) => ended === null)
      .flatMap(({ batch }) => batch.events.map(({ payload }) => payload.subject)),
  );
  const isDone = (label: string) => {
    const subject = `evidence/${ids.get(label)}`;
    return subjects.has(subject) || heads.of(subject) !== undefined;
  };
  return new Set(rows.map(({ label }) => label).filter(isDone));
}

async function findPhotographs(
  rows: readonly TableRow[],
  ids: RememberedIds,
  { photos, zone }: RegisterFromOptions,
  output: Output,
): Promise<ReadonlyMap<string, readonly FoundPhotograph[]>> {
  if (photos === undefined) return new Map();
  const names = new Map(
    [...ids].flatMap(
      ([label, id]) =>
        [
          [label, label],
          [evidenceNumber(id), label],
        ] as const,
    ),
  );
  const { matched, unmatched } = matchPhotographs(await listPhotographs(photos), [...names.keys()]);
  for (const file of unmatched) {
    output.note(
      output.language === 'fr' ? `Photographie sans pièce : ${file}` : `Photograph of no item: ${file}`,
    );
  }
  const wanted = new Set(rows.map(({ label }) => label));
  const found = new Map<string, readonly FoundPhotograph[]>();
  const progress = startProgress('SHA-256', matched.size);
  for (const [name, files] of matched) {
    const label = names.get(name) ?? name;
    progress.step();
    if (!wanted.has(label)) continue;
    const read: FoundPhotograph[] = [...(found.get(label) ?? [])];
    for (const file of files) read.push(await readPhotograph(photos, file, zone));
    found.set(label, read);
  }
  progress.stop();
  return found;
}

interface ComposeParts {
  readonly session: DeviceSession;
  readonly signer: NamedOfficer;
  readonly countersigners: readonly Countersigner[];
  readonly ground: TableGround;
  readonly options: RegisterFromOptions;
  readonly output: Output;
}

async function composeAll(
  rows: readonly TableRow[],
  ids: RememberedIds,
  photographs: ReadonlyMap<string, readonly FoundPhotograph[]>,
  { session, signer, countersigners, ground, options, output }: ComposeParts,
): Promise<readonly ComposedRow[]> {
  const circumstances = circumstancesOf(options);
  const how = { origin: session.device.origin, signer, countersigners, refs: options.ref ?? [], ...ground };
  const composed: ComposedRow[] = [];
  const progress = startProgress(output.language === 'fr' ? 'Contrôle' : 'Checking', rows.length);
  for (const row of foundInLast(rows)) {
    const id = ids.get(row.label) ?? '';
    const found = photographs.get(row.label) ?? [];
    const bodies = photographBodies(row, found, options);
    const setting = {
      incident: options.incident,
      scene: options.scene ?? null,
      circumstances,
      precision: options.precision,
      countedBy: signer.officer,
      photographs: bodies,
      idOf: (label: string) => ids.get(label),
    };
    const checked = await composeRow(row, id, setting, how);
    composed.push({ ...checked, faults: withPhotographFaults(checked.faults, row, found, options) });
    progress.step();
  }
  progress.stop();
  return composed;
}

/** What lies in another item is registered after it. */
function foundInLast(rows: readonly TableRow[]): readonly TableRow[] {
  const inside = (row: TableRow) => row.cells.has('foundIn');
  return [...rows.filter(row => !inside(row)), ...rows.filter(inside)];
}

function tellUnknown(rows: readonly ComposedRow[], output: Output): void {
  const unknown = [...new Set(rows.flatMap(row => row.unknown))];
  if (unknown.length === 0) return;
  output.note(
    output.language === 'fr'
      ? `Cet appareil ne peut juger de tout : ${unknown.join(', ')} lui est inconnu. Les actes sont gardés.`
      : `This device cannot tell: it does not know ${unknown.join(', ')}. The acts are kept.`,
  );
}

/** All faults at once, by row and column; nothing was signed. */
function tellFaults(faults: readonly TableFault[], output: Output): null {
  const { language } = output;
  for (const { line, label, column, message } of faults) {
    const where = language === 'fr' ? `ligne ${line}` : `line ${line}`;
    output.note(`${where}${label === '' ? '' : ` ${label}`} [${column}]: ${message[language]}`);
  }
  const told = faults.map(({ message, ...fault }) => ({ ...fault, message: message[language] }));
  const count = faults.length;
  output.result({ faults: told }, [
    language === 'fr' ? `${count} défauts ; rien n'a été signé` : `${count} faults; nothing was signed`,
  ]);
  process.exitCode = exitStatus.refused;
  return null;
}

export function requireOptions(options: { readonly from?: string; readonly incident?: string }): void {
  if (options.from !== undefined && options.incident === undefined) {
    throw new UsageError({ en: '--incident UUID is needed', fr: '--incident UUID est nécessaire' });
  }
}
